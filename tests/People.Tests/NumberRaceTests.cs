using System.Net;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.People.Tests;

/// <summary>No number is given twice, however many register at once.</summary>
public sealed class NumberRaceTests
{
    private const int Clerks = 12;

    [Fact]
    public async Task Those_who_register_at_one_moment_get_numbers_of_their_own()
    {
        await using var app = await KominkanApp.StartAsync();
        Assert.All(await RegisterAtOnceAsync(app), status => Assert.Equal(HttpStatusCode.OK, status));
        var numbers = await app.DoAsync(s => s.GetRequiredService<PeopleDb>().People.Select(p => p.Number).ToListAsync());
        Assert.Equal(Clerks, numbers.Distinct().Count());
    }

    /// <summary>The twin: without the lock of the series' row two take the same number, and one of them is refused by the key.</summary>
    [Fact]
    public async Task Without_the_lock_somebody_is_refused()
    {
        if (TestDatabase.Provider == Provider.Sqlite)
        {
            return; // there one writer at a time is let in, whatever it does
        }

        await using var app = await KominkanApp.StartAsync(replace: s => s.AddScoped<KeepPerson, Careless>());
        var refused = 0;
        for (var round = 0; round < 10 && refused == 0; round++)
        {
            refused += (await RegisterAtOnceAsync(app)).Count(s => s != HttpStatusCode.OK);
        }

        Assert.True(refused > 0, "Nobody was refused: the test above proves nothing.");
    }

    private static async Task<IReadOnlyList<HttpStatusCode>> RegisterAtOnceAsync(KominkanApp app)
    {
        using var staff = await app.HeadOfficeAsync();
        var forms = new List<Page>();
        for (var i = 0; i < Clerks; i++)
        {
            forms.Add(await staff.OpenAsync("/staff/people/new"));
        }

        var name = Guid.NewGuid().ToString("N");
        return [.. (await Task.WhenAll(forms.Select((form, i) => staff.SubmitAsync(form, new { FamilyName = name + i, FamilyKana = "ア", Separate = "true" })))).Select(p => p.Status)];
    }

    private sealed class Careless(PeopleDb db, TimeProvider clock) : KeepPerson(db, clock)
    {
        private readonly PeopleDb db = db;

        public override async Task<int> NextNumberAsync(int count, CancellationToken cancellation) =>
            1 + (await db.People.MaxAsync(p => (int?)p.Number, cancellation) ?? PersonNumber.First);
    }
}
