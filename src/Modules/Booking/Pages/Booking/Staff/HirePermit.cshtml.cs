using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>利用の許可; the permit is printed on the page that follows.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class HirePermitModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, TellHirers tell, SeenEvidence evidence, TimeProvider clock) : StaffHirePage(db, rooms, directory, audit)
{
    /// <summary>What shows their tie to the city; null where nothing was seen.</summary>
    public TieEvidence? Evidence { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Hire.Permit(User.Identity?.Name ?? "", clock.UtcNow(), Evidence);
        Db.HireActs.Add(HireAct.Of(Hire, HireActKind.Permitted, User.AccountId(), clock.UtcNow()));
        await Db.SaveChangesAsync();
        await tell.PermittedAsync(Hire, Room, HttpContext.RequestAborted);
        Notice.Say(Response, "利用を許可しました。許可書を印刷してください。");
        return Redirect($"{Home}/sheet");
    }

    /// <summary>Read once: held where it is about to be permitted, and only looked at where the page is shown.</summary>
    protected override async Task LoadMoreAsync() =>
        Evidence = Hire.Tie.EvidenceMonths is null ? null : HttpMethods.IsPost(Request.Method) && ModelState.IsValid ? await evidence.HoldAsync(Hire) : await evidence.OfAsync(Hire);
}
