using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;

namespace Kominkan.Booking.Pages.Booking.Lotteries;

/// <summary>A line of the form of wishes.</summary>
internal sealed class WishInput
{
    [Display(Name = "部屋")]
    public Guid? RoomId { get; set; }

    [Display(Name = "利用日")]
    public DateOnly? Date { get; set; }

    /// <summary>9:00-12:00</summary>
    [Display(Name = "使う時間"), StringLength(20)]
    public string? Span { get; set; }

    /// <summary>Together with the line above, or not at all.</summary>
    public bool With { get; set; }

    private bool IsEmpty => RoomId is null && Date is null && string.IsNullOrEmpty(Span);

    /// <summary>The wishes, the dearest first; empty lines are none.</summary>
    /// <exception cref="RuleBroken">A line is half filled in.</exception>
    public static IReadOnlyList<IReadOnlyList<WishedSlot>> Read(IReadOnlyList<WishInput> lines, IReadOnlyList<Room> rooms)
    {
        var wishes = new List<List<WishedSlot>>();
        foreach (var (n, line) in lines.Index().Where(l => !l.Item.IsEmpty))
        {
            var slot = line.Slot(rooms) ?? throw new RuleBroken("部屋、日、時間の3つを選んでください。", $"Input.Wishes[{n}].RoomId");
            if (!line.With || wishes.Count == 0)
            {
                wishes.Add([]);
            }

            wishes[^1].Add(slot with { Line = n });
        }

        return wishes;
    }

    /// <summary>The lines of what was entered, and empty ones.</summary>
    public static List<WishInput> Of(IEnumerable<LotteryWish> wishes) => Fill([.. wishes.OrderBy(w => w.Rank).ThenBy(w => w.Part)
        .Select(w => new WishInput { RoomId = w.RoomId, Date = w.Date, Span = $"{w.From:H\\:mm}-{w.To:H\\:mm}", With = w.Part > 1 })]);

    public static List<WishInput> Fill(List<WishInput> lines)
    {
        while (lines.Count < LotteryRule.Wishes)
        {
            lines.Add(new());
        }

        return lines;
    }

    private WishedSlot? Slot(IReadOnlyList<Room> rooms) =>
        rooms.FirstOrDefault(r => r.Id == RoomId) is { } room && Date is { } date && Span?.Split('-') is [var from, var to] && Time(from) is { } start && Time(to) is { } end && start < end
            ? new WishedSlot(room, new RoomSlot(room.Id, date, start, end), 0) : null;

    private static TimeOnly? Time(string text) => TimeOnly.TryParseExact(text, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}

/// <summary>An input with lines of wishes.</summary>
internal interface IWishes
{
    List<WishInput> Wishes { get; }
}

/// <summary>A page with the boxes of _WishFields.</summary>
internal interface IWishing
{
    IWishes Input { get; }

    WishChoices Choices { get; }
}

/// <summary>What can be wished for in a draw.</summary>
internal sealed record WishChoices(Lottery Lottery, IReadOnlyList<Room> Rooms, IReadOnlyList<Choice> Spans)
{
    public IEnumerable<Choice> RoomItems => Rooms.Select(r => new Choice(r.Id.ToString(), $"{r.Name}（{r.Capacity}人まで）"));

    public static async Task<WishChoices> OfAsync(Lottery lottery, DrawnRooms drawn, RuleBook book)
    {
        var bands = (await book.GetAsync()).BandsOn(lottery.HallId, lottery.Month);
        return new(lottery, await drawn.OfAsync(lottery),
        [
            .. from count in Enumerable.Range(1, bands.Count)
               from first in Enumerable.Range(0, bands.Count - count + 1)
               let last = first + count - 1
               select new Choice($"{bands[first].From:H\\:mm}-{bands[last].To:H\\:mm}", $"{RoomPrice.Key(bands.Skip(first).Take(count).Select(b => b.Name))}　{Wording.Hours(bands[first].From, bands[last].To)}"),
        ]);
    }
}
