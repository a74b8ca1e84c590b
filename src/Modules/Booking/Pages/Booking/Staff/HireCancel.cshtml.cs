using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Gives a room back for whoever telephones, or because the hall cannot keep its word.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class HireCancelModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, GiveBack giveBack, OpenPoints points, TimeProvider clock) : StaffHirePage(db, rooms, directory, audit)
{
    public enum Side
    {
        Hirer,
        Hall,
    }

    public static readonly IReadOnlyList<Choice> Sides = [new(nameof(Side.Hirer), "利用者の都合"), new(nameof(Side.Hall), "館の都合")];

    [BindProperty] public InputModel Input { get; set; } = new();

    public Owing Owing { get; private set; } = null!;

    /// <summary>What giving it back so late counts; null for most.</summary>
    public PointRule? Late { get; private set; }

    public DateTime Now { get; } = clock.UtcNow();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Db.HireActs.Add(HireAct.Of(Hire, HireActKind.Cancelled, User.AccountId(), Now));
        await (Input.By == Side.Hall ? giveBack.CancelAsync(Hire, Input.Reason, byHall: true, byStaff: true) : giveBack.CancelForHirerAsync(Hire, Input.Reason, User.Clerk()));
        Notice.Say(Response, Hire.Owed > 0 ? $"予約を取り消しました。{Wording.Yen(Hire.Owed)}がかかります。" : "予約を取り消しました。");
        return Redirect(Home);
    }

    protected override async Task LoadMoreAsync() => (Owing, Late) = (await giveBack.OwingAsync(Hire), await points.LateAsync(Hire));

    public sealed class InputModel
    {
        [Display(Name = "だれの都合か")]
        public Side By { get; set; }

        [Required, Display(Name = "理由"), StringLength(200)]
        public string Reason { get; set; } = "";
    }
}
