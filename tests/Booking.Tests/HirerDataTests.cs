using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.People.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Booking.Tests;

/// <summary>What is kept of who hires: found, shown to them, erased, and let go of in time.</summary>
public sealed class HirerDataTests
{
    [Fact]
    public async Task Taken_in_from_a_persons_screen_it_is_theirs_and_stands_there()
    {
        await using var app = await City.StartAsync();
        var person = await app.DoAsync(s => s.GetRequiredService<IPeople>().RegisterAsync(new PersonDetails { FamilyName = "中村", GivenName = "恵子", FamilyKana = "ナカムラ", GivenKana = "ケイコ", Phone = "090-0000-0009" }));
        var room = await app.RoomAsync();
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var ledger = await clerk.OpenAsync($"/staff/rooms?hall=1&date={Calendar.Day:yyyy-MM-dd}&person={person}");

        var form = await clerk.OpenAsync(ledger.Find($"a[href*='{room.Id}/hires/new']").GetAttribute("href")!);
        Assert.Equal("ナカムラ", form.Find("[name='Input.FamilyKana']").GetAttribute("value"));
        var done = await clerk.SubmitAsync(form, new { From = "09:00", To = "12:00", UserClass = "Group", GroupName = "みどり書道会", Purpose = "書道", GivenRooms.PurposeKind, GivenRooms.Tie, People = 5 });

        Assert.Contains(done.ReceiptNumber(), (await clerk.OpenAsync($"/staff/people/{person}")).Text, StringComparison.Ordinal);
        Assert.Equal(person, (await app.HireAsync(done.ReceiptNumber())).PersonId);
    }

    [Fact]
    public async Task Found_by_kana_and_telephone_it_is_erased_and_the_room_heads_and_money_stay()
    {
        await using var app = await City.StartAsync();
        var number = await app.Visitor.BookAsync(await app.RoomAsync());
        var person = new PersonTraits(new PersonKey(Guid.NewGuid(), []), "中村　恵子", []) { KanaKeys = [JapaneseText.SearchKey("ナカムラケイコ")], PhoneKeys = ["09000000001"] };

        await app.DoAsync(async s =>
        {
            var data = s.GetRequiredService<HirePersonalData>();
            var found = Assert.Single(await data.FindAsync(person));
            Assert.Contains(found.Fields, f => f is { Name: "団体", Value: "みどり書道会" });
            Assert.Empty(await data.FindAsync(person with { PhoneKeys = ["09000000002"] }));
            await data.EraseAsync([found.Id]);
        });

        var hire = await app.HireAsync(number);
        Assert.Equal((Hirer.ErasedName, "", "", "", 8, 400), (hire.Hirer.Name, hire.Hirer.GroupName, hire.Purpose, hire.PhoneKey, hire.People, hire.Yen));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task What_was_held_against_them_and_what_they_registered_is_shown_to_them_and_erased_with_it()
    {
        await using var app = await City.StartAsync();
        var id = (await app.HireAsync(await app.Visitor.BookAsync(await app.RoomAsync()))).Id;
        var person = new PersonTraits(new PersonKey(Guid.NewGuid(), []), "中村　恵子", []) { KanaKeys = [JapaneseText.SearchKey("ナカムラケイコ")], PhoneKeys = ["09000000001"] };
        await app.DoAsync(async s =>
        {
            var (db, now) = (s.GetRequiredService<BookingDb>(), app.Clock.UtcNow());
            var about = PointCase.Open(await db.Hires.SingleAsync(h => h.Id == id), await db.PointRules.SingleAsync(r => r.Kind == PointKind.LateCancel), null, now, 14);
            about.Hear("持病のため", null, now);
            about.Withdraw();
            var hirer = new Hirer { GroupName = "みどり書道会", FamilyName = "中村", GivenName = "恵子", FamilyKana = "ナカムラ", GivenKana = "ケイコ", Phone = "090-0000-0001" };
            db.AddRange(about, Entitlement.Register(about.HallId, hirer, await db.Reductions.OrderBy(r => r.Id).FirstAsync(), "登録証", app.Clock.Today(), app.Clock.Today().AddDays(30), 3, new Clerk(Guid.NewGuid(), "試験"), now));
            await db.SaveChangesAsync();
        });

        await app.DoAsync(async s =>
        {
            var data = s.GetRequiredService<HirePersonalData>();
            var found = await data.FindAsync(person);
            Assert.Contains(found, r => r.Fields.Any(f => f is { Name: "弁明", Value: "持病のため" }));
            Assert.Contains(found, r => r.Fields.Any(f => f is { Name: "確かめたもの", Value: "登録証" }));
            await data.EraseAsync([.. found.Select(r => r.Id)]);
        });

        var (points, registered) = await app.DoAsync(async s => (await s.GetRequiredService<BookingDb>().PointCases.AsNoTracking().SingleAsync(), await s.GetRequiredService<BookingDb>().Entitlements.AsNoTracking().SingleAsync()));
        Assert.Equal(("", "", "", "", ""), (points.Answer, points.PartyKey, registered.PartyKey, registered.PhoneKey, registered.Evidence));
        Assert.Equal(Hirer.ErasedName, registered.Hirer.Shown);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task After_the_citys_time_nobody_is_named_any_more_and_a_second_run_finds_nothing()
    {
        await using var app = await City.StartAsync();
        await app.Visitor.BookAsync(await app.RoomAsync());
        var before = new DateTime(2026, 12, 6, 0, 0, 0, DateTimeKind.Utc);

        var (early, first, second) = await app.DoAsync(async s =>
        {
            var old = s.GetServices<IRetention>().OfType<OldHires>().Single();
            return (await old.CountAsync(before.AddDays(-2)), await old.ApplyAsync(before), await old.ApplyAsync(before));
        });

        Assert.Equal((0, 1, 0), (early, first, second));
    }

    [Fact]
    public async Task A_hold_nobody_confirmed_and_what_was_typed_are_forgotten()
    {
        await using var app = await City.StartAsync();
        await app.Visitor.FillInAsync(await app.Visitor.KeepAsync(await app.RoomAsync()));
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        await app.RunJobAsync("booking.forget-holds");
        Assert.Equal((0, 0), await app.CountAsync());
        Assert.Equal(1, await app.DoAsync(s => s.GetRequiredService<BookingDb>().Drafts.CountAsync()));

        app.Clock.Advance(TimeSpan.FromHours(25));
        await app.RunJobAsync("booking.forget-holds");

        Assert.Equal(0, await app.DoAsync(s => s.GetRequiredService<BookingDb>().Drafts.CountAsync()));
    }

    [Fact]
    public async Task Every_look_at_who_hires_is_written_down()
    {
        await using var app = await City.StartAsync();
        var id = (await app.HireAsync(await app.Visitor.BookAsync(await app.RoomAsync()))).Id;
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        await clerk.OpenAsync($"/staff/hires/{id}");

        Assert.Contains("みどり書道会", (await office.SubmitAsync(await office.OpenAsync("/staff/audit/find"), new { Text = "みどり書道会" })).Text, StringComparison.Ordinal);
    }
}
