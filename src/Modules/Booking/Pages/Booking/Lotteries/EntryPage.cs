using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Lotteries;

/// <summary>A page about the one entry in a draw whose numbers the visitor knew.</summary>
internal abstract class EntryPage(BookingDb db, ReceiptPass pass, IRooms rooms, IHallDirectory directory, TimeProvider clock) : PageModel, IFormPage
{
    public const string Cookie = "kominkan-lottery-receipt";

    /// <summary>What stood on the page: another tab may have opened another one since.</summary>
    [BindProperty] public Guid? Shown { get; set; }

    public LotteryEntry Entry { get; private set; } = null!;

    public Lottery Lottery { get; private set; } = null!;

    public EntryFacts Facts { get; private set; } = null!;

    public string? WhyNot => Entry.WhyNotChange(Lottery, clock.UtcNow());

    protected BookingDb Db { get; } = db;

    public virtual async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult?> LoadAsync()
    {
        if (pass.Read(HttpContext, Cookie) is not { } id || await Db.LotteryEntries.AsNoTracking().Include(e => e.Wishes).SingleOrDefaultAsync(e => e.Id == id) is not { } entry)
        {
            return Redirect("/hires");
        }

        (Entry, Lottery) = (entry, await Db.Lotteries.AsNoTracking().SingleAsync(l => l.Id == entry.LotteryId));
        Facts = await EntryFacts.OfAsync(entry, Lottery, Db, rooms, (await directory.GetAsync()).NameOf(entry.HallId), clock.UtcNow());
        await LoadMoreAsync();
        return null;
    }

    /// <exception cref="RuleBroken">The form is about another entry.</exception>
    protected void DemandShown() => _ = Shown is { } shown && shown != Entry.Id ? throw new RuleBroken("ほかの画面で別の申し込みを開きました。下の中身を確かめて、もう一度押してください。") : true;

    protected virtual Task LoadMoreAsync() => Task.CompletedTask;
}

/// <summary>An entry as it is shown: its wishes, and what came of each.</summary>
internal sealed record EntryFacts(LotteryEntry Entry, Lottery Lottery, string Hall, Status Status, IReadOnlyList<WishLine> Wishes)
{
    public static async Task<EntryFacts> OfAsync(LotteryEntry entry, Lottery lottery, BookingDb db, IRooms rooms, string hall, DateTime now)
    {
        var ids = entry.Wishes.Select(w => w.HireId).OfType<Guid>().ToList();
        var hires = await db.Hires.AsNoTracking().Where(h => ids.Contains(h.Id)).ToDictionaryAsync(h => h.Id);
        var lines = new List<WishLine>();
        foreach (var wish in entry.Wishes.OrderBy(w => w.Rank).ThenBy(w => w.Part))
        {
            lines.Add(new(wish, (await rooms.FindAsync(wish.RoomId))?.Name ?? "", wish.HireId is { } id ? hires.GetValueOrDefault(id) : null));
        }

        return new(entry, lottery, hall, entry.IsWithdrawn ? new("取消", Tone.Bad) : lottery.StatusAt(now), lines);
    }
}

/// <param name="Hire">What was won.</param>
internal sealed record WishLine(LotteryWish Wish, string Room, RoomHire? Hire);
