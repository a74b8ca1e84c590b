using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>The rooms a resident has hired: while signed in, or linked to somebody of their family by staff.</summary>
internal sealed class MyHires(BookingDb db, IFamilyRecords families, IPeople people, IRooms rooms, IHallDirectory halls, TimeProvider clock) : IMyThings
{
    public async Task<IReadOnlyList<MyThing>> OfAsync(Guid accountId, CancellationToken cancellation)
    {
        var today = clock.Today();
        // What was refused stays: there is something to read, and a time to appeal in.
        var hires = await Of(accountId, await FamilyAsync(accountId, cancellation)).Where(h => h.Date >= today && h.State != HireState.Cancelled).OrderBy(h => h.Date).ToListAsync(cancellation);
        var directory = await halls.GetAsync(cancellation);
        var things = new List<MyThing>();
        foreach (var h in hires)
        {
            things.Add(new MyThing(h.Date, h.From, $"{(await rooms.FindAsync(h.RoomId, cancellation))?.Name}を使う", $"/my/hires/{h.Id}", $"{directory.NameOf(h.HallId)}　{Wording.Spoken(h.From, h.To)}", Wording.Of(h.State)));
        }

        return things;
    }

    /// <summary>Whether the hire is the account's own or of its family.</summary>
    public async Task<bool> IsOfAsync(Guid accountId, Guid hire, CancellationToken cancellation) => await Of(accountId, await FamilyAsync(accountId, cancellation)).AnyAsync(h => h.Id == hire, cancellation);

    private IQueryable<RoomHire> Of(Guid accountId, IReadOnlyList<Guid> family) =>
        db.Hires.AsNoTracking().Where(h => h.AccountId == accountId || (h.PersonId != null && family.Contains(h.PersonId.Value)));

    /// <summary>Ids of the people in the family, also of records that were merged into theirs.</summary>
    private async Task<IReadOnlyList<Guid>> FamilyAsync(Guid accountId, CancellationToken cancellation)
    {
        var ids = new List<Guid>();
        foreach (var member in await families.OfAsync(accountId, cancellation))
        {
            ids.AddRange((await people.FindAsync(member.PersonId, cancellation))?.Key.Ids ?? [member.PersonId]);
        }

        return ids;
    }
}
