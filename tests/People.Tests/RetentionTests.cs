using Kominkan.People.Data;
using Kominkan.People.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.People.Tests;

/// <summary>Answers that count no more are not kept for ever; one that counts is, however old.</summary>
public sealed class RetentionTests
{
    [Fact]
    public async Task Five_years_after_it_ceased_to_count_an_answer_goes_and_the_one_that_counts_stays()
    {
        await using var app = await KominkanApp.StartAsync();
        var person = await app.PersonAsync();
        var photo = ConsentPurpose.Begin("photo", "写真の掲載", "載ります。", new(2026, 4, 1));
        var news = ConsentPurpose.Begin("news", "講座の案内", "届きます。", new(2026, 4, 1));
        await SaveAsync(app, photo, news, new Consent(person, photo, given: true, app.Clock.UtcNow(), "本人"), new Consent(person, news, given: true, app.Clock.UtcNow(), "本人"));
        app.Clock.Advance(TimeSpan.FromDays(30));
        await SaveAsync(app, new Consent(person, photo, given: false, app.Clock.UtcNow(), "本人"));
        app.Clock.Advance(TimeSpan.FromDays((365 * 5) - 30));
        await app.RunJobAsync("privacy.retention");
        Assert.Equal(3, (await AnswersAsync(app)).Count);

        app.Clock.Advance(TimeSpan.FromDays(60));
        using var office = await app.HeadOfficeAsync();
        Assert.Equal("1件", (await office.OpenAsync("/staff/privacy/retention")).Find("tbody tr:has([href$='people.consents']) [data-label=次に消える件数]").TextContent);
        await app.RunJobAsync("privacy.retention");
        Assert.Equal([("news", true), ("photo", false)], await AnswersAsync(app));

        // A purpose that is asked no more takes its answers with it, in its time.
        await app.DoAsync(async s =>
        {
            (await s.GetRequiredService<PeopleDb>().Purposes.SingleAsync(p => p.Key == "news")).End(app.Clock.Today());
            await s.GetRequiredService<PeopleDb>().SaveChangesAsync();
        });
        app.Clock.Advance(TimeSpan.FromDays((365 * 5) + 10));
        await app.RunJobAsync("privacy.retention");
        Assert.Equal([("photo", false)], await AnswersAsync(app));
    }

    private static Task SaveAsync(KominkanApp app, params object[] rows) => app.DoAsync(async s =>
    {
        s.GetRequiredService<PeopleDb>().AddRange(rows);
        await s.GetRequiredService<PeopleDb>().SaveChangesAsync();
    });

    private static async Task<List<(string, bool)>> AnswersAsync(KominkanApp app) =>
        (await app.DoAsync(s => s.GetRequiredService<PeopleDb>().Consents.AsNoTracking().OrderBy(c => c.PurposeKey).ToListAsync())).ConvertAll(c => (c.PurposeKey, c.Given));
}
