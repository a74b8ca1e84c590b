using System.Net;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Accounts.Tests;

/// <summary>How often one may knock, and what one finds when it was too often.</summary>
public sealed class DoorLimitsTests
{
    private const string Mail = "keiko@example.jp";

    [Fact]
    public async Task Those_who_ask_for_one_address_at_one_moment_get_three_letters() =>
        Assert.Equal(MailedCode.PerAddress, await LettersAfterRushAsync(null));

    /// <summary>The twin: where everybody counts before anybody has written, more are sent. SQLite has one writer, whatever it does.</summary>
    [Fact]
    public async Task Without_taking_turns_more_are_sent()
    {
        if (TestDatabase.Provider == Provider.Postgres)
        {
            Assert.True(await LettersAfterRushAsync(s => s.AddScoped<AppDatabase, NoTurns>()) > MailedCode.PerAddress, "No letter too many: the test above proves nothing.");
        }
    }

    [Theory]
    [InlineData("/sign-in", "Mail", "p@example.jp")]
    [InlineData("/sign-in/password", "Mail", "p@example.jp")]
    public async Task Whoever_is_sent_away_finds_the_form_as_it_was(string url, string box, string typed)
    {
        var (app, _) = await Postbox.AppAsync(b => b.Configuration["Guessing:PerAccount"] = "1");
        await using var __ = app;
        var form = await app.Visitor.OpenAsync(url);
        var fields = new Dictionary<string, string> { [box] = typed, ["Password"] = "himitsu-no-kotoba" };
        var stale = await app.Visitor.SubmitAsync(form, new Dictionary<string, string>(fields) { ["__RequestVerificationToken"] = "" });
        await app.Visitor.SubmitAsync(form, fields);
        var often = await app.Visitor.SubmitAsync(form, fields);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests), (stale.Status, often.Status));
        foreach (var page in new[] { stale, often })
        {
            Assert.NotEmpty(page.Errors);
            Assert.Equal(typed, page.Find($"[name='Input.{box}']").GetAttribute("value"));
            Assert.DoesNotContain("himitsu", page.Html, StringComparison.Ordinal);
        }

        Assert.NotEqual(HttpStatusCode.BadRequest, (await app.Visitor.SubmitAsync(stale, new Dictionary<string, string> { [box] = "another@example.jp" })).Status);
    }

    [Fact]
    public async Task One_house_may_ask_so_often_a_minute_and_one_account_by_itself()
    {
        var (app, _) = await Postbox.AppAsync(b => b.Configuration["Guessing:PerAddress"] = "20");
        await using var __ = app;
        var form = await app.Visitor.OpenAsync("/sign-in");
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 22; i++)
        {
            statuses.Add((await app.Visitor.SubmitAsync(form, new { Mail = $"p{i}@example.jp" })).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, statuses.Take(20));
    }

    private static async Task<int> LettersAfterRushAsync(Action<IServiceCollection>? replace)
    {
        await using var app = await KominkanApp.StartAsync(replace: replace);
        var form = await app.Visitor.OpenAsync("/sign-in");
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => app.Visitor.SubmitAsync(form, new { Mail })));
        return await app.DoAsync(s => s.GetRequiredService<AccountsDb>().MailedCodes.CountAsync());
    }

    private sealed class NoTurns(DatabaseSettings settings, WriteGate gate) : AppDatabase(settings, gate)
    {
        public override Task TakeTurnAsync(string name, CancellationToken cancellation = default) => Task.CompletedTask;
    }
}
