using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>減免: granted for one hire by a rule of its day, after the evidence was seen.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class HireReduceModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, ChargeHirers charge, TimeProvider clock) : StaffHirePage(db, rooms, directory, audit)
{
    private List<Reduction> rules = [];

    [BindProperty] public InputModel Input { get; set; } = new();

    public IReadOnlyList<Choice> Rules { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var rule = rules.Find(r => r.Id == Input.RuleId) ?? throw new RuleBroken("減免を選び直してください。", "Input.RuleId");
        Hire.Reduce(rule, Input.Evidence, User.Identity?.Name ?? "", clock.UtcNow());
        Db.HireActs.Add(HireAct.Of(Hire, HireActKind.Reduced, User.AccountId(), clock.UtcNow()));
        await Db.SaveChangesAsync();
        await charge.SayAsync([Hire]);
        Notice.Say(Response, $"減免をつけました。使用料は{Wording.Money(Hire.Yen)}です。");
        return Redirect(Home);
    }

    protected override async Task LoadMoreAsync()
    {
        var (hall, date) = (Hire.HallId, Hire.Date);
        rules = await Db.Reductions.AsNoTracking().Where(r => (r.HallId == null || r.HallId == hall) && r.ValidFrom <= date && (r.ValidTo == null || r.ValidTo >= date)).OrderBy(r => r.Group).ThenBy(r => r.Item).ToListAsync();
        Rules = [.. rules.Select(r => new Choice(r.Id.ToString(), r.Words(), $"{(r.Purpose.Length > 0 ? $"目的：{r.Purpose}　" : "")}確かめるもの：{r.Evidence}（{r.Article}）"))];
    }

    public sealed class InputModel
    {
        [Required, Display(Name = "減免")]
        public Guid? RuleId { get; set; }

        [Required, Display(Name = "確かめたもの"), StringLength(RoomHire.LongestPurpose)]
        public string Evidence { get; set; } = "";
    }
}
