using System.Net;
using Kominkan.Booking.Contracts;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests;

/// <summary>Equipment goes with hires, and never more of it than the hall has. The sample's halls have two プロジェクター and one 放送設備.</summary>
public sealed class StockTests
{
    private static readonly string[] Rooms = ["研修室1", "研修室2", "大ホール"];

    [Fact]
    public async Task Of_one_piece_wanted_in_three_rooms_at_once_one_gets_it()
    {
        await using var app = await City.StartAsync();

        var got = await AtOnceAsync(Rooms, r => TriesAsync(app, r, "放送設備", 1));

        Assert.Equal(1, got.Count(g => g));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Twin_without_lock_and_transaction_more_is_promised_than_there_is_and_verify_says_so()
    {
        await using var app = await City.StartAsync(s => s.AddScoped<AppDatabase, NoTransaction>().AddScoped<StockLock, NoLock>().AddSingleton<IInterceptor>(new Meeting()));

        var got = await AtOnceAsync(Rooms.Take(2), r => TriesAsync(app, r, "放送設備", 1));

        Assert.Equal(2, got.Count(g => g));
        var broken = await Assert.ThrowsAsync<InvalidOperationException>(() => Rules.HoldAsync(app));
        Assert.Contains("備品は、どの時間も館にある数より多く貸さない", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_another_time_or_after_a_cancellation_it_is_free_again()
    {
        await using var app = await City.StartAsync();
        Assert.True(await TriesAsync(app, "研修室1", "プロジェクター", 2));
        Assert.False(await TriesAsync(app, "研修室2", "プロジェクター", 1));
        Assert.True(await TriesAsync(app, "研修室2", "プロジェクター", 2, 13));

        await app.DoAsync(async s =>
        {
            var hire = await s.GetRequiredService<BookingDb>().Hires.SingleAsync(h => h.From == new TimeOnly(9, 0));
            await s.GetRequiredService<GiveBack>().CancelAsync(hire, "都合", byHall: true, byStaff: true);
        });

        Assert.True(await TriesAsync(app, "大ホール", "プロジェクター", 2));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public void The_peak_is_what_is_out_at_one_moment_and_not_in_all()
    {
        static HireItem Item(int from, int to, int count) => new() { HireId = Guid.NewGuid(), Name = "机", HallId = Guid.Empty, Date = Day, From = At(from), To = At(to), Count = count };

        Assert.Equal(0, HireItem.Peak([]));
        Assert.Equal(3, HireItem.Peak([Item(9, 12, 2), Item(13, 17, 3)]));
        Assert.Equal(5, HireItem.Peak([Item(9, 14, 2), Item(13, 17, 3), Item(17, 20, 4)]));
    }

    [Fact]
    public async Task A_resident_adds_equipment_and_says_what_is_so_and_reads_each_yen_before_booking()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var form = await app.Visitor.KeepAsync(room);
        var fields = new Dictionary<string, string>
        {
            ["GroupName"] = "みどり書道会", ["FamilyName"] = "中村", ["FamilyKana"] = "なかむら", ["Phone"] = "090-0000-0001", ["Purpose"] = "書道", ["People"] = "8", ["Promise"] = "true", ["Agree"] = "true",
            ["Input.Extras"] = "市外の方の利用", ["Input.Items[0].Count"] = "3", ["Input.Items[1].Count"] = "1",
        };

        var names = form.Document.QuerySelectorAll("input[name$='.Name']").Select(i => i.GetAttribute("value")).ToList();
        var projector = names.IndexOf("プロジェクター");
        (fields["Input.Items[0].Count"], fields["Input.Items[1].Count"]) = projector == 0 ? ("3", "1") : ("1", "3");
        var refused = await app.Visitor.SubmitAsync(form, fields);
        Assert.Equal(["プロジェクターは、この時間はあと2つです。数を減らしてください。"], refused.Errors);
        fields[$"Input.Items[{projector}].Count"] = "2";
        var confirm = await app.Visitor.SubmitAsync(refused, fields);

        // 400 for the room, as much again from outside, 2 × 500 and 300.
        foreach (var words in new[] { "市外の方の利用（部屋の使用料の100％）", "プロジェクター（500円 × 2）", "放送設備（300円 × 1）", "合計2,100円", "プロジェクター 2つ" })
        {
            Assert.Contains(words.Replace(" ", "", StringComparison.Ordinal), confirm.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        var hire = await app.HireAsync((await app.Visitor.SubmitAsync(confirm)).ReceiptNumber());
        Assert.Equal(2_100, hire.Yen);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task A_reduction_is_granted_on_evidence_and_taken_back_exactly()
    {
        await using var app = await City.StartAsync();
        var number = await app.Visitor.BookAsync(await app.RoomAsync());
        var id = (await app.HireAsync(number)).Id;
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var form = await clerk.OpenAsync($"/staff/hires/{id}/reduce");
        var half = form.Document.QuerySelectorAll("label.option").Single(l => l.TextContent.Contains("社会教育関係団体", StringComparison.Ordinal)).QuerySelector("input")!.GetAttribute("value")!;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync(form, new { RuleId = half, Evidence = "" })).Status);
        var granted = await clerk.SubmitAsync(form, new { RuleId = half, Evidence = "団体登録証 第12号" });
        Assert.Contains("使用料は200円です。", granted.Text, StringComparison.Ordinal);
        Assert.Contains("−200円", granted.Text, StringComparison.Ordinal);
        Assert.Equal(["この減免は、もうつけています。"], (await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/hires/{id}/reduce"), new { RuleId = half, Evidence = "もう一度" })).Errors);
        await Rules.HoldAsync(app);

        await clerk.SubmitAsync(await clerk.OpenAsync(granted.Find("a[href$='/undo']").GetAttribute("href")!));

        Assert.Equal((400, 3), ((await app.HireAsync(number)).Yen, (await app.HireAsync(number)).Fees.Count));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task New_rules_are_set_on_their_pages_and_hold_from_their_day_for_new_bookings()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var before = await app.Visitor.BookAsync(room);
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);

        await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/surcharges/new"), new { Name = "土日祝の利用", Trigger = "Weekend", Unit = "Percent", Amount = 20, RoundTo = 10, Article = "条例第9条", From = "2026-12-01" });
        await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/roundings/new"), new { RoundTo = 100, Article = "条例第9条", From = "2026-12-01" });
        await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/reductions/new"), new { Group = "子ども会", Percent = 30, RoundTo = 10, Evidence = "名簿", Article = "規則第7条", From = "2026-12-01" });
        var list = await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/equipment/new"), new { HallId = room.HallId, Name = "電子ピアノ", Stock = 1, Yen = 800, Unit = "Use", Article = "条例別表第2", From = "2026-12-01" });
        var after = await app.Visitor.BookAsync(room, Day.AddDays(1));

        foreach (var words in new[] { "土曜・日曜・祝日、部屋の使用料の20％", "合計", "すべての30％を減らす", "1つ、1回800円（条例別表第2）" })
        {
            Assert.Contains(words, list.Text, StringComparison.Ordinal);
        }

        // 400 and 80 at the weekend, rounded down to 100.
        Assert.Equal((400, 400), ((await app.HireAsync(before)).Yen, (await app.HireAsync(after)).Yen));
        Assert.Equal([400, 80, -80], (await app.HireAsync(after)).Fees.OrderBy(f => f.Line).Select(f => f.Yen));
    }

    [Fact]
    public async Task Fewer_than_are_promised_already_is_refused()
    {
        await using var app = await City.StartAsync();
        await TriesAsync(app, "研修室1", "プロジェクター", 2);
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var hall = await app.HallAsync();

        var refused = await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/equipment/new"), new { HallId = hall.Id, Name = "プロジェクター", Stock = 1, Yen = 500, Unit = "Use", Article = "条例別表第2", From = "2026-12-01" });

        Assert.Equal(["この日から先に、同じ時間に2つ貸す予約があります。"], refused.Errors);
    }

    private static async Task<bool> TriesAsync(KominkanApp app, string room, string name, int count, int from = 9)
    {
        var found = await app.RoomAsync(room);
        try
        {
            await app.DoAsync(s => s.GetRequiredService<TakeHire>().TakeInAsync(found, new RoomSlot(found.Id, Day, At(from), At(from == 9 ? 12 : 17)),
                new Order(HireChannel.Counter, UserClass.Group, [], new Hirer { GroupName = "みどり書道会", FamilyName = "中村" }, "書道", 5, Guid.NewGuid()) { Wishes = Wishes.None with { Items = new Dictionary<string, int> { [name] = count } } }));
            return true;
        }
        catch (RuleBroken)
        {
            return false;
        }
    }

    private sealed class NoLock(AppDatabase database) : StockLock(database)
    {
        public override Task TakeAsync(Guid hall, IEnumerable<string> names, CancellationToken cancellation = default) => Task.CompletedTask;
    }

    private sealed class NoTransaction(DatabaseSettings settings, WriteGate gate) : AppDatabase(settings, gate)
    {
        public override Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellation = default) => work();

        public override Task TakeTurnAsync(string name, CancellationToken cancellation = default) => Task.CompletedTask;
    }

    /// <summary>The first waits, checked and not saved, until a second has got as far.</summary>
    private sealed class Meeting : SaveChangesInterceptor
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

        private readonly TaskCompletionSource met = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int arrived;

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (eventData.Context!.ChangeTracker.Entries<HireItem>().Any(e => e.State == EntityState.Added))
            {
                if (Interlocked.Increment(ref arrived) > 1)
                {
                    met.TrySetResult();
                }
                else
                {
                    await Task.WhenAny(met.Task, Task.Delay(Patience, cancellationToken));
                }
            }

            return result;
        }
    }
}
