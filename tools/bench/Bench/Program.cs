// Measures the published program against the bare framework on the same data, interleaved, and prints ratios.
//   tools/bench/run             everything; a last word `pages`, `forms` or `rooms` leaves the rest out, on SQLite (or on PostgreSQL: Database__Provider and ConnectionStrings__Kominkan)
// Believe ratios of one run, and CPU ms before requests a second: other work on the machine moves both programs alike.
using System.Globalization;
using System.Text.RegularExpressions;
using Kominkan.Bench;

var (kominkan, bare, rounds, seconds, part) = (args[0], args[1], int.Parse(args[2], CultureInfo.InvariantCulture), int.Parse(args[3], CultureInfo.InvariantCulture), args[4]);
var settings = new Dictionary<string, string> { ["Site__BaseUrl"] = "http://127.0.0.1", ["Jobs__Enabled"] = "true", ["Proxies__Known"] = "127.0.0.1", ["Accounts__StaffSecondFactor"] = "offered" };
var today = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo")).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

var (theirs, _) = await Site.StartAsync(bare, $"/rows?d={today}", settings);
using (theirs)
{
    if (part is "" or "pages")
    {
        await MeasurePagesAsync();
    }

    if (part is "" or "forms")
    {
        await MeasureFormsAsync();
    }

    if (part is "" or "rooms")
    {
        await MeasureRoomsAsync();
    }
}

async Task MeasurePagesAsync()
{
    var starts = new List<double>();
    for (var i = 0; i < 5; i++)
    {
        var (started, first) = await Site.StartAsync(kominkan, "/courses", settings);
        starts.Add(first.TotalMilliseconds);
        started.Dispose();
    }

    Console.WriteLine($"start to first page (median of 5)   {Median(starts):0} ms");
    // One host at a time may hold the embedded database: first every page rendered anew, then as in production.
    var (uncached, _) = await Site.StartAsync(kominkan, "/courses", new Dictionary<string, string>(settings) { ["PublicCache__Seconds"] = "0" });
    using (uncached)
    {
        await Task.Delay(TimeSpan.FromSeconds(3)); // the collection after the start
        Console.WriteLine($"idle memory (PSS)                   {uncached.Pss:0} MiB, bare {theirs.Pss:0} MiB");
        await PagesAsync(
            (c, s) => Load.PageAsync("bare rows", theirs, $"/rows?d={today}", c, s),
            (c, s) => Load.PageAsync("course list", uncached, "/courses", c, s));
    }

    var (cached, _) = await Site.StartAsync(kominkan, "/courses", settings);
    using (cached)
    {
        await PagesAsync(
            (c, s) => Load.PageAsync("bare rows cached", theirs, $"/rows-cached?d={today}", c, s),
            (c, s) => Load.PageAsync("course list cached", cached, "/courses", c, s));
    }
}

async Task MeasureFormsAsync()
{
    var (ours, _) = await Site.StartAsync(kominkan, "/courses", settings);
    using var running = ours;
    var course = await OpenCourseAsync(ours);
    // The application against a form of one step (form, post, page after) and against the same five requests and two rows.
    Func<Task<Run>> application = () => Load.FormAsync("application", ours, 8, seconds, (v, k) => ApplyAsync(v, course, k));
    Func<Task<Run>>[] forms =
    [
        () => Load.FormAsync("bare form", theirs, 8, seconds, (v, k) => BareFormAsync(v, course, k)),
        application,
        () => Load.FormAsync("bare application", theirs, 8, seconds, (v, k) => BareApplyAsync(v, course, k)),
        application,
    ];
    for (var warm = 0; warm < 2; warm++)
    {
        foreach (var form in forms)
        {
            await form();
        }
    }

    await PrintAsync("forms, 8 clients", rounds, forms[..2]);
    await PrintAsync("the same steps, 8 clients", rounds, forms[2..]);
    Console.WriteLine($"memory after load (PSS)             {ours.Pss:0} MiB, bare {theirs.Pss:0} MiB");
}

// A room's week, and the way to book one. Each booking is of another free time.
async Task MeasureRoomsAsync()
{
    var from = DateOnly.Parse(today, CultureInfo.InvariantCulture).AddDays(3);
    var week = from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    var (uncached, _) = await Site.StartAsync(kominkan, "/rooms", new Dictionary<string, string>(settings) { ["PublicCache__Seconds"] = "0" });
    using (uncached)
    {
        var room = (await Rooms.ReadAsync(uncached, from, 1)).Room;
        await PagesAsync(
            (c, s) => Load.PageAsync("bare week", theirs, $"/week?room={room}&d={week}", c, s),
            (c, s) => Load.PageAsync("room's week", uncached, $"/rooms/{room}?week={week}", c, s));
        await PagesAsync(
            (c, s) => Load.PageAsync("bare week ", theirs, $"/week?room={room}&d={week}", c, s),
            (c, s) => Load.PageAsync("the city's day, JSON", uncached, $"/rooms/availability.json?date={week}", c, s));
    }

    var (cached, _) = await Site.StartAsync(kominkan, "/rooms", settings);
    using var running = cached;
    var rooms = await Rooms.ReadAsync(cached, from, 9_000);
    await PagesAsync(
        (c, s) => Load.PageAsync("bare week cached", theirs, $"/week-cached?room={rooms.Room}&d={week}", c, s),
        (c, s) => Load.PageAsync("room's week cached", cached, $"/rooms/{rooms.Room}?week={week}", c, s));
    var clerk = await Rooms.ClerkAsync(cached);
    Func<Task<Run>> bareBooking = () => Load.FormAsync("bare booking", theirs, 8, seconds, rooms.BareAsync);
    Func<Task<Run>>[] forms = [bareBooking, () => Load.FormAsync("booking", cached, 8, seconds, rooms.BookAsync)];
    Func<Task<Run>>[] desk = [bareBooking, () => Load.FormAsync("booking at the desk", cached, 8, seconds, (v, k) => rooms.DeskAsync(v, clerk, k))];
    Func<Task<Run>>[] race = [() => Load.RaceAsync("bare race, locked", theirs, 50, 20, rooms.BareRace), () => Load.RaceAsync("race", cached, 50, 20, rooms.Race)];
    foreach (var form in forms.Append(desk[1]).Concat(race))
    {
        await form();
    }

    await PrintAsync("50 press for one room", rounds, race);
    await PrintAsync("rooms booked at the desk", rounds, desk);
    await PrintAsync("rooms booked, 8 clients", rounds, forms);
}

async Task PagesAsync(params Func<int, int, Task<Run>>[] targets)
{
    foreach (var target in targets)
    {
        await target(16, 10); // warm: a cold program shows a quarter of its speed
    }

    await PrintAsync("16 connections", rounds, targets.Select(t => (Func<Task<Run>>)(() => t(16, seconds))));
    await PrintAsync("1 connection", rounds, targets.Select(t => (Func<Task<Run>>)(() => t(1, 2))));
}

static double Median(IEnumerable<double> values)
{
    var sorted = values.Order().ToList();
    return sorted[sorted.Count / 2];
}

static async Task PrintAsync(string title, int rounds, IEnumerable<Func<Task<Run>>> targets)
{
    var runs = new List<Run>();
    for (var round = 0; round < rounds; round++)
    {
        foreach (var target in targets)
        {
            runs.Add(await target());
        }
    }

    Console.WriteLine($"\n{title,-28} {"per s",10} {"p50 ms",9} {"p99 ms",9} {"CPU ms",9} {"PSS MiB",8} {"errors",7} {"ratio",18}");
    var groups = runs.GroupBy(r => r.Target).ToList();
    for (var i = 0; i < groups.Count; i++)
    {
        // Bare and ours stand in pairs; the ratio is taken round by round.
        var bare = groups[i - (i % 2)].ToList();
        var ratios = groups[i].Select((r, k) => r.PerSecond / bare[k].PerSecond).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{groups[i].Key,-28} {Median(groups[i].Select(r => r.PerSecond)),10:0.0} {Median(groups[i].Select(r => r.P50)),9:0.00} {Median(groups[i].Select(r => r.P99)),9:0.00} {Median(groups[i].Select(r => r.CpuMs)),9:0.000} {Median(groups[i].Select(r => r.Pss)),8:0} {groups[i].Sum(r => r.Errors),7} {ratios[ratios.Count / 2],6:0.00} [{ratios[0]:0.00}..{ratios[^1]:0.00}]"));
    }
}

// A draw takes everybody who applies.
static async Task<string> OpenCourseAsync(Site site)
{
    using var http = new HttpClient { BaseAddress = site.Address };
    var list = await http.GetStringAsync(new Uri("/courses?open=on", UriKind.Relative));
    foreach (Match m in Regex.Matches(list, "/courses/([0-9a-f-]{36})"))
    {
        var page = await http.GetStringAsync(new Uri($"/courses/{m.Groups[1].Value}", UriKind.Relative));
        if (page.Contains("（抽選）", StringComparison.Ordinal) && page.Contains($"/courses/{m.Groups[1].Value}/apply", StringComparison.Ordinal) && !page.Contains("小学", StringComparison.Ordinal))
        {
            return m.Groups[1].Value;
        }
    }

    throw new InvalidOperationException("No course is open for applications today: load the sample again.");
}

static async Task<bool> BareFormAsync(Visitor visitor, string course, int k)
{
    var form = await visitor.GetAsync($"/book?course={course}");
    var posted = await visitor.PostAsync($"/book?course={course}", ("name", $"山田{k}"), ("phone", "09000000000"));
    return form.Body.Length > 0 && posted.Next is { } next && (await visitor.GetAsync(next)).Body.Length > 0;
}

// The same boxes, steps and rows as an application, without anything a product needs.
static async Task<bool> BareApplyAsync(Visitor visitor, string course, int k)
{
    await visitor.GetAsync($"/apply?course={course}");
    var typed = await visitor.PostAsync($"/apply?course={course}", Boxes(k));
    if (typed.Next is null)
    {
        return false;
    }

    await visitor.GetAsync(typed.Next);
    var sent = await visitor.PostAsync(typed.Next);
    return sent.Next is { } done && (await visitor.GetAsync(done)).Body.Contains("受付番号", StringComparison.Ordinal);
}

static async Task<bool> ApplyAsync(Visitor visitor, string course, int k)
{
    var path = $"/courses/{course}/apply";
    await visitor.GetAsync(path);
    var typed = await visitor.PostAsync(path, Boxes(k));
    if (typed.Next is null)
    {
        return false;
    }

    await visitor.GetAsync(typed.Next);
    var sent = await visitor.PostAsync(typed.Next);
    return sent.Next is { } done && (await visitor.GetAsync(done)).Body.Contains("受付番号", StringComparison.Ordinal);
}

static (string Name, string Value)[] Boxes(int k)
{
    var kana = string.Concat(k.ToString(CultureInfo.InvariantCulture).Select(d => "アイウエオカキクケコ"[d - '0']));
    return
    [
        ("Input.People[0].FamilyName", "山田"), ("Input.People[0].GivenName", "花子"), ("Input.People[0].FamilyKana", "ヤマダ"), ("Input.People[0].GivenKana", kana),
        ("Input.People[0].Birth.Era", "西暦"), ("Input.People[0].Birth.Year", "1950"), ("Input.People[0].Birth.Month", "5"), ("Input.People[0].Birth.Day", "6"),
        ("Input.People[0].Gender", "女"), ("Input.People[0].Tie", "Lives"), ("Input.Phone", "090-0000-0000"), ("Input.By", "Phone"), ("Input.Agree", "true"),
    ];
}
