using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>不許可: what was asked for may not be done in a room of the city, by a reason that is valid today.</summary>
[Authorize(BookingModule.Refuse)]
internal sealed class HireRefuseModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, GiveBack giveBack, TimeProvider clock) : StaffHirePage(db, rooms, directory, audit)
{
    private List<RefusalReason> reasons = [];

    [BindProperty] public InputModel Input { get; set; } = new();

    public IReadOnlyList<Choice> Reasons { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var reason = reasons.Find(r => r.Id == Input.ReasonId) ?? throw new RuleBroken("不許可の理由を選び直してください。", "Input.ReasonId");
        await giveBack.RefuseAsync(Hire, reason, Input.Explanation, User.Identity?.Name ?? "");
        Notice.Say(Response, "不許可にしました。通知を印刷して、予約した方に送ってください。");
        return Redirect(Home);
    }

    protected override async Task LoadMoreAsync()
    {
        var today = clock.Today();
        reasons = await Db.RefusalReasons.AsNoTracking().Where(r => r.ValidFrom <= today && (r.ValidTo == null || r.ValidTo >= today)).OrderBy(r => r.Code).ToListAsync();
        Reasons = [.. reasons.Select(r => new Choice(r.Id.ToString(), $"{r.Code}　{r.Reason}", r.Article))];
    }

    public sealed class InputModel
    {
        [Required, Display(Name = "理由")]
        public Guid? ReasonId { get; set; }

        [Display(Name = "説明"), StringLength(RoomHire.LongestExplanation), DataType(DataType.MultilineText)]
        public string? Explanation { get; set; }
    }
}
