using System.Net;
using Kominkan.Courses.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Courses.Tests.Pages;

/// <summary>Two tabs share one browser's cookies: each does what stands on it, or says that something else is open now.</summary>
public class StaleTabTests
{
    [Fact]
    public async Task Who_filled_in_another_child_in_a_second_tab_is_shown_which_one_before_anything_is_sent()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync();
        var first = await app.Visitor.FillInAsync(course, changes: new Dictionary<string, string> { ["People[0].GivenName"] = "葵" });
        await app.Visitor.FillInAsync(course, changes: new Dictionary<string, string> { ["People[0].GivenName"] = "蓮" });

        var refused = await app.Visitor.SubmitAsync(first);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("中村 蓮", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Enrolments.CountAsync()));
        Assert.Matches(@"^\d{4}-\d{4}$", (await app.Visitor.SubmitAsync(refused)).ReceiptNumber());
        Assert.Equal("蓮", (await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Enrolments.SingleAsync())).Person.GivenName);
    }

    [Fact]
    public async Task The_application_that_is_cancelled_is_the_one_that_was_shown()
    {
        await using var app = await KominkanApp.StartAsync();
        var (pottery, signing) = (await app.CourseAsync(), await app.CourseAsync(new() { Title = "手話入門" }));
        var (one, other) = ((await app.Visitor.ApplyAsync(pottery)).ReceiptNumber(), (await app.Visitor.ApplyAsync(signing)).ReceiptNumber());
        await LookUpAsync(app, one);
        var stale = await app.Visitor.OpenAsync("/applications/cancel");
        await LookUpAsync(app, other);

        var refused = await app.Visitor.SubmitAsync(stale);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("手話入門", refused.Text, StringComparison.Ordinal);
        Assert.Equal(2, await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Enrolments.CountAsync(e => e.State == Domain.EnrolmentState.Enrolled)));
    }

    [Fact]
    public async Task Nobody_is_born_tomorrow()
    {
        await using var app = await KominkanApp.StartAsync();
        var refused = await app.Visitor.FillInAsync(await app.CourseAsync(), changes: new Dictionary<string, string> { ["People[0].Birth.Era"] = "令和", ["People[0].Birth.Year"] = "8", ["People[0].Birth.Month"] = "11", ["People[0].Birth.Day"] = "24" });

        Assert.Contains(refused.Errors, e => e.Contains("これから来る日", StringComparison.Ordinal));
    }

    private static async Task LookUpAsync(KominkanApp app, string receipt) =>
        await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/applications"), new { Number = receipt, Phone = "090-0000-0001" });
}
