using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>A paper that was recorded by mistake: until somebody permitted a hire on it, it is as if nobody had seen it.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class HireEvidenceUndoModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, SeenEvidence evidence) : StaffHirePage(db, rooms, directory, audit)
{
    public TieEvidence? Evidence { get; private set; }

    public string? WhyNot { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        await evidence.TakeBackAsync(Hire, User.AccountId());
        Notice.Say(Response, "書類の確認を取り消しました。許可の前に、もう一度確かめてください。");
        return Redirect(Home);
    }

    protected override async Task LoadMoreAsync()
    {
        Evidence = await evidence.OfAsync(Hire);
        WhyNot = await evidence.WhyNotTakeBackAsync(Hire, Evidence);
    }
}
