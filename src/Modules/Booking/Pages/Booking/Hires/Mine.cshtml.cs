using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Cashier.Contracts;
using Kominkan.Notifications.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Hires;

/// <summary>One's hire: where it stands, what it costs, what was said about it.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MineModel(BookingDb db, ReceiptPass pass, IRooms rooms, IHallDirectory directory, IMessages messages, ICashier cashier, IPayOnline online, SeenEvidence evidence, TimeProvider clock) : HirePage(db, pass, rooms, directory)
{
    public string? WhyNot { get; private set; }

    public string? WhyNotConfirm { get; private set; }

    /// <summary>The hall needs the room, and this is how they go elsewhere; null for most.</summary>
    public DisplacedHire? Moving { get; private set; }

    /// <summary>How the money stands; null where nothing was ever owed.</summary>
    public Standing? Standing { get; private set; }

    /// <summary>How it may be paid on the web.</summary>
    public string? PayLabel => online.Label;

    /// <summary>Whether points are, or were, held against them for it.</summary>
    public bool HasPoints { get; private set; }

    /// <summary>One of these papers must be seen before it is permitted; empty where none is.</summary>
    public IReadOnlyList<string> Papers { get; private set; } = [];

    public IReadOnlyList<PostedMessage> Messages { get; private set; } = [];

    protected override async Task LoadMoreAsync()
    {
        (WhyNot, WhyNotConfirm) = (Hire.WhyNotCancel(clock.UtcNow(), byStaff: false), Hire.WhyNotConfirm(clock.UtcNow()));
        Moving = await Db.DisplacedHires.AsNoTracking().Where(m => m.HireId == Hire.Id).OrderByDescending(m => m.Id).FirstOrDefaultAsync();
        Standing = (await cashier.StandingAsync([Hire.Id])).GetValueOrDefault(Hire.Id);
        HasPoints = await Db.PointCases.AnyAsync(p => p.HireId == Hire.Id);
        Papers = Hire.WhyNoEvidence() is null && await evidence.OfAsync(Hire) is null ? await evidence.PapersAsync(Hire) : [];
        Messages = await messages.OfSubjectsAsync([Hire.Id]);
    }
}
