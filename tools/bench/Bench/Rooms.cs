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
            ("Input.Purpose", "書道の練習"), ("Input.PurposeKind", "学習・文化活動"), ("Input.Tie", "1"), ("Input.People", "5"), ("Input.Promise", "true"), ("Input.Agree", "true"));
        if (typed.Next is null)
        {
            return false;
        }

        var confirm = await visitor.GetAsync(typed.Next);
        var sent = await visitor.PostAsync(typed.Next, ("Shown", Shown().Match(confirm.Body).Groups[1].Value));
        return sent.Next is { } done && (await visitor.GetAsync(done)).Body.Contains("受付番号", StringComparison.Ordinal);
    }

    /// <summary>A clerk, signed in once, keys a telephone call: the form, its post, the page after.</summary>
    public async Task<bool> DeskAsync(Visitor visitor, Visitor clerk, int k)
    {
        var slot = Next();
        var path = $"/staff/rooms/{slot.Room}/hires/new";
        var form = await visitor.As(clerk).GetAsync($"{path}?date={slot.Date}");
        var sent = await visitor.PostAsync(path, ("Input.Key", Key().Match(form.Body).Groups[1].Value), ("Input.Channel", "Phone"), ("Input.Date", slot.Date), ("Input.From", slot.From), ("Input.To", slot.To), ("Input.UserClass", "Group"),
            ("Input.GroupName", $"第{k}の会"), ("Input.FamilyName", "山田"), ("Input.FamilyKana", "ヤマダ"), ("Input.Phone", string.Create(CultureInfo.InvariantCulture, $"090{k % 100_000_000:00000000}")), ("Input.PurposeKind", "学習・文化活動"), ("Input.Tie", "1"), ("Input.Purpose", "書道の練習"), ("Input.People", "5"));
        return sent.Next is { } done && (await visitor.GetAsync(done)).Body.Contains("受け付けました", StringComparison.Ordinal);
    }

    /// <summary>Signs in the sample city's head office.</summary>
    public static async Task<Visitor> ClerkAsync(Site site)
    {
        var clerk = new Visitor(new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site.Address });
        await clerk.GetAsync("/staff/sign-in");
        var sent = await clerk.PostAsync("/staff/sign-in", ("Input.Name", "honbu"), ("Input.Password", "ashita-no-manabi-no-niwa"));
        return sent.Next == "/staff" ? clerk : throw new InvalidOperationException("The sample's head office cannot sign in: " + sent.Status);
    }

    /// <summary>The first step for one free time, which only one of many gets.</summary>
    public (string Path, (string Name, string Value)[] Fields) Race() =>
        Next() is var slot ? ($"/rooms/{slot.Room}/book?date={slot.Date}&from={slot.From}", [("Input.Span", $"{slot.From.TrimStart('0')}-{slot.To}"), ("Input.UserClass", "Group")]) : default;

    /// <summary>The bare form behind a lock of the room.</summary>
    public (string Path, (string Name, string Value)[] Fields) BareRace() =>
        Next() is var slot ? ($"/room-book?room={slot.Room}&d={slot.Date}&from={slot.From}&locked=true", [("title", "競う会")]) : default;

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

    [GeneratedRegex("name=\"Input.Key\" value=\"([^\"]*)\"")]
    private static partial Regex Key();

    [GeneratedRegex("name=\"Shown\" value=\"([^\"]*)\"")]
    private static partial Regex Shown();
}
