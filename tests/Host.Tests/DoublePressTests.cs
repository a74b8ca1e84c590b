using Kominkan.People.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Host.Tests;

/// <summary>A form pressed twice makes one of what it makes, and both presses lead to it.</summary>
public sealed class DoublePressTests
{
    public static TheoryData<string> Forms => ["family", "session", "copy", "group", "subscription", "closure", "identity"];

    /// <summary>Those where no rule of their own forbids the second.</summary>
    public static TheoryData<string> WithoutRule => ["family", "session", "copy", "group", "closure", "identity"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Pressed_twice_in_a_row_it_is_done_once(string what)
    {
        await using var form = await OpenAsync(what);
        var (first, second) = (await form.PressAsync(), await form.PressAsync());

        Assert.True(first.Status == System.Net.HttpStatusCode.OK && !first.Errors.Any(), $"{first.Url} {first.Status}: {string.Join(' ', first.Errors)}");
        Assert.Equal(first.Url, second.Url);
        Assert.Equal(1, await form.MadeAsync());
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Pressed_twice_at_one_moment_it_is_done_once(string what)
    {
        await using var form = await OpenAsync(what);
        var pages = await Task.WhenAll(form.PressAsync(), form.PressAsync(), form.PressAsync());

        Assert.Single(pages.Select(p => p.Url).Distinct());
        Assert.Equal(1, await form.MadeAsync());
    }

    /// <summary>The twin: a form that has lost its key makes two.</summary>
    [Theory]
    [MemberData(nameof(WithoutRule))]
    public async Task Without_its_key_it_is_done_twice(string what)
    {
        await using var form = await OpenAsync(what);
        await form.PressAsync("");
        await form.PressAsync("");

        Assert.Equal(2, await form.MadeAsync());
    }

    [Fact]
    public async Task Who_goes_back_and_writes_something_else_has_made_two()
    {
        await using var form = await OpenAsync("subscription");
        await form.PressAsync();
        (form.Fields["Name"], form.Fields["Mail"]) = ("副館長", "fuku@city.example.jp");
        await form.PressAsync();

        Assert.Equal(2, await form.MadeAsync());
    }

    [Fact]
    public async Task A_form_that_was_refused_may_be_pressed_again()
    {
        await using var form = await OpenAsync("subscription");
        form.Fields["Place"] = "どこか";
        var refused = await form.PressAsync();
        Assert.NotEmpty(refused.Errors);
        form.Fields["Place"] = "city";

        Assert.Empty((await form.Who.SubmitAsync(refused, form.Fields)).Errors);
        Assert.Equal(1, await form.MadeAsync());
    }

    [Fact]
    public async Task A_sign_nobody_types_is_no_trouble_to_a_form_that_is_done_once()
    {
        await using var form = await OpenAsync("subscription");
        form.Fields["Name"] = "館\0長";
        var refused = await form.PressAsync();
        Assert.Equal(["使えない文字を取り除きました。中身を確かめて、もう一度送ってください。"], refused.Errors);
        Assert.Equal("館長", refused.Find("[name='Input.Name']").GetAttribute("value"));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(refused.Errors, (await form.PressAsync("\0")).Errors);
        Assert.Equal(0, await form.MadeAsync());

        form.Fields["Name"] = "館長";
        Assert.Empty((await form.Who.SubmitAsync(refused, form.Fields)).Errors);
        Assert.Equal(1, await form.MadeAsync());
    }

    [Fact]
    public async Task What_was_pressed_is_forgotten_after_a_day()
    {
        await using var form = await OpenAsync("closure");
        await form.PressAsync();
        form.App.Clock.Advance(TimeSpan.FromHours(25));
        using var staff = await form.App.SignInAsync(RoleKeys.HeadOffice);
        await staff.SubmitAsync(await staff.OpenAsync(form.Page.Url.AbsolutePath), form.Fields);

        Assert.Equal(1, await RowsAsync(form.App, "forms_Presses"));
    }

    private static async Task<Form> OpenAsync(string what)
    {
        var (app, post) = await Postbox.AppAsync();
        var hall = await app.HallAsync();
        if (what == "family")
        {
            await post.ComeInAsync(app, app.Visitor, "mori@example.jp");
            return new Form(app, app.Visitor, await app.Visitor.OpenAsync("/my/family/new"), "people_People", 0, new()
            {
                ["FamilyName"] = "森",
                ["GivenName"] = "一葉",
                ["FamilyKana"] = "もり",
                ["GivenKana"] = "かずは",
                ["Birth.Era"] = "昭和",
                ["Birth.Year"] = "60",
                ["Birth.Month"] = "4",
                ["Birth.Day"] = "5",
            });
        }

        var staff = await app.SignInAsync(RoleKeys.HeadOffice);
        var (url, table, fields) = what switch
        {
            "session" => ($"/staff/courses/{await app.CourseAsync()}/sessions/new", "courses_Sessions", new Dictionary<string, string> { ["Date"] = "2026-12-22", ["Times"] = "1" }),
            "copy" => ($"/staff/courses/{await app.CourseAsync()}/copy", "courses_Courses", []),
            "group" => ("/staff/groups/new", "people_Groups", new() { ["Name"] = "水彩の会", ["Who.Text"] = (await PersonAsync(app)).Number }),
            "subscription" => ("/staff/subscriptions/new", "notifications_Subscriptions", new() { ["Name"] = "館長", ["Mail"] = "kancho@city.example.jp", ["Place"] = "city" }),
            "closure" => ($"/staff/halls/{hall.No}/closures/new", "facilities_Closures", new() { ["From"] = "2026-12-20", ["To"] = "2026-12-21", ["Kind"] = "Works", ["Reason"] = "配管の工事" }),
            _ => ($"/staff/people/{(await PersonAsync(app)).Id}/identity/new", "people_IdentityChecks", new() { ["Document"] = "在留カード" }),
        };
        return new Form(app, staff, await staff.OpenAsync(url), table, await RowsAsync(app, table), fields);
    }

    private static Task<(Guid Id, string Number)> PersonAsync(KominkanApp app) => app.DoAsync(async services =>
    {
        var people = services.GetRequiredService<IPeople>();
        var id = await people.RegisterAsync(new PersonDetails { FamilyName = "中村", GivenName = "恵子", FamilyKana = "ナカムラ", GivenKana = "ケイコ", Birth = new(1955, 4, 5) });
        return (id, (await people.FindAsync(id))!.Number);
    });

    private static Task<long> RowsAsync(KominkanApp app, string name) => app.DoAsync(async services =>
    {
        var (context, table) = services.GetServices<ModuleDatabase>().Select(m => (DbContext)services.GetRequiredService(m.Context))
            .SelectMany(c => c.Model.GetRelationalModel().Tables.Select(t => (Context: c, Table: t))).Single(t => (t.Table.Schema is { } schema ? $"{schema}_{t.Table.Name}" : t.Table.Name).Equals(name, StringComparison.OrdinalIgnoreCase));
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // Names of our own tables.
        command.CommandText = $"SELECT COUNT(*) FROM {context.GetService<ISqlGenerationHelper>().DelimitIdentifier(table.Name, table.Schema)}";
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    });

    private sealed record Form(KominkanApp App, Browser Who, Page Page, string Table, long Before, Dictionary<string, string> Fields) : IAsyncDisposable
    {
        /// <summary>Sends the very form that was opened, as impatient fingers do.</summary>
        public Task<Page> PressAsync(string? key = null) => Who.SubmitAsync(Page, key is null ? Fields : new Dictionary<string, string>(Fields) { ["__once"] = key });

        public async Task<long> MadeAsync() => await RowsAsync(App, Table) - Before;

        public async ValueTask DisposeAsync()
        {
            Who.Dispose();
            await App.DisposeAsync();
        }
    }
}
