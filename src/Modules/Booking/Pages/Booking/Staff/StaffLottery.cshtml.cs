using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>One draw of rooms, one step after the other: freeze the entries, type the public number, see what came of it.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class StaffLotteryModel(BookingDb db, DrawLottery draw, IHallDirectory directory, TimeProvider clock) : PageModel, IFormPage
{
    [FromRoute] public Guid Id { get; set; }

    [BindProperty] public InputModel Input { get; set; } = new();

    public Lottery Lottery { get; private set; } = null!;

    public string Place { get; private set; } = "";

    public int Entries { get; private set; }

    public DateTime Now { get; } = clock.UtcNow();

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    /// <summary>Freezes, or holds what is frozen.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        if (Lottery.State == LotteryState.Open)
        {
            await draw.FreezeAsync(Id);
            Notice.Say(Response, "抽選を締め切りました。一覧のハッシュを公開しました。");
        }
        else
        {
            var held = await draw.HoldAsync(Id, JapaneseText.Clean(Input.Seed));
            Notice.Say(Response, $"抽選しました。当選は{held?.Results().Sum(r => r.Won.Count)}件です。");
        }

        return Redirect($"/staff/lotteries/{Id}");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        if (await db.Lotteries.AsNoTracking().SingleOrDefaultAsync(l => l.Id == Id) is not { } lottery)
        {
            return NotFound();
        }

        (Lottery, Place) = (lottery, (await directory.GetAsync()).NameOf(lottery.HallId));
        Entries = await db.LotteryEntries.CountAsync(e => e.LotteryId == Id && !e.IsWithdrawn);
        return null;
    }

    public sealed class InputModel
    {
        [Display(Name = "公開の数"), StringLength(DrandRound.SeedLength)]
        public string? Seed { get; set; }
    }
}
