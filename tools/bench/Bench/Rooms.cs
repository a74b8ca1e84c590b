using System.Globalization;
using System.Text.RegularExpressions;

namespace Kominkan.Bench;

/// <summary>Free times of rooms, and the way through the pages to book one.</summary>
internal sealed partial class Rooms
{
    private readonly List<Slot> free = [];
    private int next = -1;

    private sealed record Slot(string Room, string Date, string From, string To);

    /// <summary>A room to look at.</summary>
    public string Room => free[0].Room;

    /// <summary>Reads what is free from the pages, day by day, until there is enough for so many bookings.</summary>
    public static async Task<Rooms> ReadAsync(Site site, DateOnly from, int wanted)
    {
        var rooms = new Rooms();
        using var http = new HttpClient { BaseAddress = site.Address };
        for (var date = from; rooms.free.Count < wanted && date < from.AddDays(90); date = date.AddDays(1))
        {
            for (var hall = 1; hall <= 19; hall++)
            {
                var page = await http.GetStringAsync(new Uri($"/rooms?hall={hall}&date={date:yyyy-MM-dd}", UriKind.Relative));
                rooms.free.AddRange(Free().Matches(page).Select(m => new Slot(m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value, m.Groups[3].Value switch { "09:00" => "12:00", "13:00" => "17:00", _ => "22:00" })));
            }
        }

        return rooms;
    }

    /// <summary>Four steps: the time, who, a look at it, the receipt.</summary>
    public async Task<bool> BookAsync(Visitor visitor, int k)
    {
        var slot = Next();
        var path = $"/rooms/{slot.Room}/book?date={slot.Date}&from={slot.From}";
        await visitor.GetAsync(path);
        var kept = await visitor.PostAsync(path, ("Input.Span", $"{slot.From.TrimStart('0')}-{slot.To}"), ("Input.UserClass", "Group"));
        if (kept.Next is null)
        {
            return false;
        }

        await visitor.GetAsync(kept.Next);
        var typed = await visitor.PostAsync(kept.Next, ("Input.GroupName", $"第{k}の会"), ("Input.FamilyName", "山田"), ("Input.FamilyKana", "ヤマダ"), ("Input.Phone", string.Create(CultureInfo.InvariantCulture, $"090{k % 100_000_000:00000000}")),
            ("Input.Purpose", "書道の練習"), ("Input.PurposeKind", "学習・文化活動"), ("Input.People", "5"), ("Input.Promise", "true"), ("Input.Agree", "true"));
        if (typed.Next is null)
        {
            return false;
        }

        var confirm = await visitor.GetAsync(typed.Next);
        var sent = await visitor.PostAsync(typed.Next, ("Shown", Shown().Match(confirm.Body).Groups[1].Value));
        return sent.Next is { } done && (await visitor.GetAsync(done)).Body.Contains("受付番号", StringComparison.Ordinal);
    }

    /// <summary>The bare form, for the same room and time.</summary>
    public async Task<bool> BareAsync(Visitor visitor, int k)
    {
        var slot = Next();
        var path = $"/room-book?room={slot.Room}&d={slot.Date}&from={slot.From}";
        await visitor.GetAsync(path);
        var sent = await visitor.PostAsync(path, ("title", $"第{k}の会"));
        return sent.Next is { } week && (await visitor.GetAsync(week)).Body.Length > 0;
    }

    private Slot Next() => Interlocked.Increment(ref next) is var n && n < free.Count ? free[n] : throw new InvalidOperationException($"All {free.Count} free times are booked: measure for fewer seconds.");

    [GeneratedRegex("href=\"/rooms/([0-9a-f-]{36})/book\\?date=([0-9-]{10})&(?:amp;)?from=([0-9:]{5})")]
    private static partial Regex Free();

    [GeneratedRegex("name=\"Shown\" value=\"([^\"]*)\"")]
    private static partial Regex Shown();
}
