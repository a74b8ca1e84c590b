using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Cashier.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>One hire: who, what it costs and why, where it stands, what can be done.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class HireModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, ICashier cashier, IGrants grants, Points points, SeenEvidence evidence, TimeProvider clock) : StaffHirePage(db, rooms, directory, audit)
{
    public DateTime Now { get; } = clock.UtcNow();

    /// <summary>How the money stands; null where nothing was ever owed.</summary>
    public Standing? Standing { get; private set; }

    /// <summary>Whether the user may open the cash desk's page about it.</summary>
    public bool MayTake { get; private set; }

    /// <summary>Whether the user may decide that it is not permitted.</summary>
    public bool MayRefuse { get; private set; }

    /// <summary>What is held against the party, in all halls.</summary>
    public PointStanding Points { get; private set; } = null!;

    /// <summary>The case about this hire; null for most.</summary>
    public PointCase? Case { get; private set; }

    /// <summary>What shows their tie to the city: what they were permitted on, or what would do now.</summary>
    public TieEvidence? Evidence { get; private set; }

    protected override async Task LoadMoreAsync()
    {
        var permittedOn = Hire.EvidenceId;
        Evidence = permittedOn is null ? Hire.Tie.EvidenceMonths is null ? null : await evidence.OfAsync(Hire) : await Db.TieEvidence.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(e => e.Id == permittedOn);
        Standing = (await cashier.StandingAsync([Hire.Id])).GetValueOrDefault(Hire.Id);
        MayTake = await grants.HoldsAsync(User, CashierPermissions.Take, Hire.HallId);
        MayRefuse = await grants.HoldsAsync(User, BookingModule.Refuse, Hire.HallId);
        Points = await points.OfAsync(Hire.PartyKey);
        Case = await Db.PointCases.AsNoTracking().SingleOrDefaultAsync(p => p.HireId == Id);
    }
}
