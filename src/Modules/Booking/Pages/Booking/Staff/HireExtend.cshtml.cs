using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>延長: who is in the room asks at the counter to stay.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class HireExtendModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, ExtendHire extend, TimeProvider clock) : StaffHirePage(db, rooms, directory, audit)
{
    [BindProperty] public InputModel Input { get; set; } = new();

    public string? WhyNot { get; private set; }

    /// <summary>How long it can go on, and for how much more.</summary>
    public IReadOnlyList<Choice> Ends { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var before = Hire.Yen;
        await extend.ExtendAsync(Hire, Input.To!.Value, User.Identity?.Name ?? "");
        Notice.Say(Response, $"{Hire.To.Spoken()}まで延長しました。使用料は{Wording.Yen(Hire.Yen - before)}増えました。{(Hire.PermitVersion > 0 ? "新しい許可書を印刷してください。" : "")}");
        return Redirect(Home);
    }

    protected override async Task LoadMoreAsync()
    {
        WhyNot = Hire.WhyNotExtend(clock.UtcNow());
        Ends = WhyNot is not null ? [] : [.. (await extend.EndsAsync(Hire)).Select(e => new Choice($"{e.To:HH\\:mm}", $"{e.To.Spoken()}まで（{Wording.Money(e.Yen)}）"))];
        WhyNot ??= Ends.Count == 0 ? "続けて使える時間がありません。閉館か、次の予約があります。" : null;
    }

    public sealed class InputModel
    {
        [Required, Display(Name = "いつまで")]
        public TimeOnly? To { get; set; }
    }
}
