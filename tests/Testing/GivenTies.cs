using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Testing;

/// <summary>What ties who hires to the city, by the sample's rules.</summary>
public static partial class GivenRooms
{
    /// <summary>市内に住んでいる: no evidence, nothing added.</summary>
    public const int Tie = 1;

    /// <summary>市内で活動している: a clerk sees a paper before the permit.</summary>
    public const int ActiveTie = 5;

    /// <summary>Who lives in the city asks without a form.</summary>
    private static readonly HirerTie Lives = new() { Code = Tie };

    /// <summary>Hires whose papers nobody has seen yet, and one that was permitted on them.</summary>
    /// <returns>Their pages.</returns>
    public static async Task<IReadOnlyList<string>> TiedAsync(this KominkanApp app, GivenHire given, int several = 4)
    {
        var pages = new List<string>();
        for (var n = 0; n < several; n++)
        {
            pages.Add($"/staff/hires/{await app.HireAsync(given with { Group = $"{given.Group}活動{n}", InDays = 40, Tie = ActiveTie })}/evidence");
        }

        var shown = await app.HireAsync(given with { InDays = 40, Tie = ActiveTie });
        await app.ShownAsync(shown);
        var seen = await app.HireAsync(given with { Group = $"{given.Group}確認", InDays = 40, Tie = ActiveTie });
        await app.ShownAsync(seen, permitted: false);
        return [.. pages, $"/staff/hires/{shown}", $"/staff/hires/{seen}/evidence/undo"];
    }

    /// <summary>Somebody saw a paper of who hired, and permitted it where nothing else is said.</summary>
    public static Task ShownAsync(this KominkanApp app, Guid hire, bool permitted = true) => app.DoAsync(async services =>
    {
        var (db, by) = (services.GetRequiredService<BookingDb>(), new Clerk(Guid.NewGuid(), "試験"));
        var hired = await db.Hires.Include(h => h.Fees).Include(h => h.Permits).SingleAsync(h => h.Id == hire);
        var seen = TieEvidence.See(hired, ["会員名簿"], "会員名簿", by, app.Clock.UtcNow());
        db.TieEvidence.Add(seen);
        if (permitted)
        {
            hired.Permit(by.Name, app.Clock.UtcNow(), seen);
        }

        await db.SaveChangesAsync();
    });
}
