using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>つながりの確認: which paper somebody showed, so that the hire can be permitted.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class HireEvidenceModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, SeenEvidence evidence) : StaffHirePage(db, rooms, directory, audit)
{
    [BindProperty] public InputModel Input { get; set; } = new();

    public IReadOnlyList<Choice> Papers { get; private set; } = [];

    /// <summary>What was seen already; null where they must show it.</summary>
    public TieEvidence? Evidence { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var seen = await evidence.SeeAsync(Hire, Input.Paper, User.Clerk());
        Notice.Say(Response, $"書類を確かめたことを記録しました。{seen.ValidTo.Long()}まで有効です。");
        return Redirect(Home);
    }

    protected override async Task LoadMoreAsync()
    {
        Papers = [.. (await evidence.PapersAsync(Hire)).Select(p => new Choice(p, p))];
        Evidence = Hire.WhyNoEvidence() is null ? await evidence.OfAsync(Hire) : null;
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "{0}を選んでください"), Display(Name = "確かめた書類"), StringLength(TieRule.LongestPaper)]
        public string Paper { get; set; } = "";
    }
}
