using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Reporting.Tests.Pages;

/// <summary>年間計画: handed in by hall, and what the monthly summary says beside it.</summary>
public sealed class PlanTests
{
    private const string Courses = "hosted.courses";
    private const string Participants = "hosted.participants";

    [Fact]
    public async Task A_hall_hands_in_its_plan_and_the_month_is_told_beside_it()
    {
        await using var app = await City.SmallAsync();
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "3");
        Assert.Contains("未提出", (await manager.OpenAsync("/staff/reports/plans?fiscalYear=2014")).Text, StringComparison.Ordinal);
        var form = await manager.OpenAsync("/staff/reports/plans/2014/3");
        var page = await manager.SubmitAsync(form, new Dictionary<string, string> { [Box(form, Courses)] = "５", [Box(form, Participants)] = "1,100" });
        Assert.Contains("提出済み", page.Text, StringComparison.Ordinal);
        Assert.Equal("1100", (await manager.OpenAsync("/staff/reports/plans/2014/3")).Find($"[name='{Box(form, Participants)}']").GetAttribute("value"));

        var june = await FiguresAsync(app, new(2014, 6, 1), "3");
        Assert.Equal((5, 8, 1100, 13), (june.Value, june.Previous ?? 8, june.Planned, june.SoFar)); // May and June: 6 + 2 + 5
        var city = await FiguresAsync(app, new(2014, 10, 1), null);
        Assert.Equal((1100, 43), (city.Planned, city.SoFar)); // what other halls did counts, what they did not plan does not
        var april = await FiguresAsync(app, new(2014, 5, 1), "17-1");
        Assert.Null(april?.Planned);
    }

    [Fact]
    public async Task A_plan_is_changed_emptied_and_refused_like_any_form()
    {
        await using var app = await City.SmallAsync();
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "3");
        var form = await manager.OpenAsync("/staff/reports/plans/2014/3");
        Assert.Equal((HttpStatusCode)422, (await manager.SubmitAsync(form)).Status);
        Assert.Equal((HttpStatusCode)422, (await manager.SubmitAsync(form, new Dictionary<string, string> { ["Input.Lines[0].Value"] = "-1" })).Status);
        Assert.Equal((HttpStatusCode)422, (await manager.SubmitAsync(form, new Dictionary<string, string> { ["Input.Lines[0].Value"] = "たくさん" })).Status);
        await manager.SubmitAsync(form, new Dictionary<string, string> { [Box(form, Courses)] = "5", [Box(form, Participants)] = "100" });
        await manager.SubmitAsync(await manager.OpenAsync("/staff/reports/plans/2014/3"), new Dictionary<string, string> { [Box(form, Courses)] = "6", [Box(form, Participants)] = "" });
        Assert.Null((await FiguresAsync(app, new(2014, 6, 1), "3")).Planned);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.OpenAsync("/staff/reports/plans/2014/1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.OpenAsync("/staff/reports/plans/2014/no")).Status);
    }

    [Fact]
    public async Task In_a_city_that_plans_a_hall_without_a_plan_is_reminded_once_a_year()
    {
        await using var app = await City.SmallAsync();
        Assert.Empty(await DueAsync(app, new(2026, 4, 20)));
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        await office.SubmitAsync(await office.OpenAsync("/staff/reports/plans/2026/3"), new Dictionary<string, string> { ["Input.Lines[0].Value"] = "5" });
        Assert.Empty(await DueAsync(app, new(2026, 4, 19)));
        var due = await DueAsync(app, new(2026, 4, 20));
        Assert.Equal(18, due.Count); // nineteen halls, without their branches
        Assert.DoesNotContain(due, d => d.LinkPath == "/staff/reports/plans/2026/3");
        Assert.All(due, d => Assert.Equal("2026", d.Period));
    }

    /// <summary>Name of the box for a figure, wherever it stands on the page.</summary>
    private static string Box(Page form, string figure) => form.Find($"[name$='.Key'][value='{figure}']").GetAttribute("name")!.Replace(".Key", ".Value", StringComparison.Ordinal);

    private static Task<MonthlyFigure> FiguresAsync(KominkanApp app, DateOnly month, string? hall) => app.DoAsync(async s =>
        (await s.GetRequiredService<IMonthlyFigures>().OfMonthAsync(month, hall, null)).SingleOrDefault(f => f.Key == Participants)!);

    private static Task<List<Reminder>> DueAsync(KominkanApp app, DateOnly day) => app.DoAsync(async s =>
    {
        var due = new List<Reminder>();
        foreach (var module in s.GetServices<IReminders>())
        {
            await foreach (var reminder in module.DueAsync(day))
            {
                if (reminder.Kind == "reporting.plan-missing")
                {
                    due.Add(reminder);
                }
            }
        }

        return due;
    });
}
