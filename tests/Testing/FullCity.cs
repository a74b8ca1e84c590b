using System.Net;
using System.Text;
using Kominkan.Accounts;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Kominkan.Courses;
using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.Notifications.Contracts;
using Kominkan.Notifications.Domain;
using Kominkan.Notifications.Sending;
using Kominkan.People;
using Kominkan.People.Contracts;
using Kominkan.People.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Testing;

/// <summary>
/// The sample city, and in it one of everything that nobody has done there yet: so a walk comes to every page, and every
/// form has something to be about.
/// </summary>
public sealed class FullCity
{
    /// <summary>Somebody without an account who holds a receipt, has begun an application and waits for a mailed code.</summary>
    public const string Guest = "guest";

    public const string Resident = "resident";

    /// <summary>Staff whose password was right and who owe the code of their app.</summary>
    public const string AtTheDoor = "at the door";

    private const string Password = "umi-no-mieru-heya-de";
    private const string DoorName = "tobira01";
    private const string GuestPhone = "090-0000-7002";

    private readonly KominkanApp app;
    private readonly List<string> staff = ["/staff", "/staff/confirm", "/staff/security/recovery-codes", "/staff/security/remove-app", "/staff/roles/librarian/reset"];
    private readonly List<string> visitors = ["/", "/rooms/ledger"];
    private readonly Dictionary<(string Role, string? Hall), Guid> accounts = [];
    private Guid resident;
    private Guid open;
    private string receipt = "";

    private FullCity(KominkanApp app) => this.app = app;

    public static async Task<FullCity> FillAsync(KominkanApp app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var city = new FullCity(app);
        await app.FillSampleAsync();
        city.open = await city.PlantAsync("1", "足立", "ここ", "090-1111-0001");
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        await city.FillCoursesAsync(office);
        var drawn = await app.CourseToDrawAsync();
        city.staff.AddRange([$"/staff/courses/{drawn}", $"/staff/courses/{drawn}/draw/check?seed=77"]);
        await city.FillPeopleAsync(office);
        await city.FillAccountsAsync();
        await city.FillOfficeAsync(office);
        await city.FillResidentAsync();
        return city;
    }

    /// <summary>Where a walk of theirs begins: some pages are behind a search or a form.</summary>
    public IReadOnlyCollection<string> BeginningsOf(string who) => who switch
    {
        "" => visitors,
        Guest => ["/applications/mine", "/applications/offer", "/applications/cancel", $"/courses/{open}/apply/confirm", "/sign-in/code", "/hires/cancel", "/hires/confirm", "/hires/new", "/hires/new/confirm", "/hires/move", "/hires/move/decline", "/hires/points", "/waits/offer", "/waits/withdraw", "/lotteries/mine/change", "/lotteries/mine/withdraw"],
        Resident => ["/my"],
        AtTheDoor => ["/staff/sign-in/code"],
        _ => staff,
    };

    /// <summary>Comes in anew: a visitor (empty), one of the above, or staff with the role.</summary>
    public async Task<Crawl> EnterAsync(string who, string? hallNo = null)
    {
        switch (who)
        {
            case "" or AtTheDoor:
                var stranger = new Crawl(app, new CookieContainer());
                if (who.Length > 0)
                {
                    await stranger.FillInAsync("/staff/sign-in", new("Input.Name", DoorName), new("Input.Password", Password));
                }

                return stranger;
            case Guest:
                using (var browser = app.NewBrowser())
                {
                    await browser.FillInAsync(open, 77);
                    var guest = new Crawl(app, browser.Cookies);
                    await guest.FillInAsync("/applications", new("Input.Number", receipt), new("Input.Phone", GuestPhone));
                    await app.OpenReceiptsAsync(guest);
                    await app.KeepRoomAsync(guest);
                    await guest.FillInAsync("/sign-in", new KeyValuePair<string, string>("Input.Mail", "matsu@example.jp"));
                    return guest;
                }

            case Resident:
                return await ComeInAsync(resident);

            default:
                return await ComeInAsync(accounts.GetValueOrDefault((who, hallNo)) is var known && known != Guid.Empty ? known : accounts[(who, hallNo)] = await StaffAsync(who, hallNo));
        }
    }

    /// <summary>The account as it is now: who ends every session, or sets a password, makes the sessions of before void.</summary>
    private async Task<Crawl> ComeInAsync(Guid id)
    {
        var account = await app.DoAsync(s => s.GetRequiredService<AccountsDb>().Users.AsNoTracking().SingleAsync(a => a.Id == id));
        using var browser = await app.BrowserOfAsync(account);
        return new Crawl(app, browser.Cookies);
    }

    /// <summary>With an app, a passkey and a session on another device.</summary>
    private async Task<Guid> StaffAsync(string role, string? hallNo)
    {
        var account = await app.StaffAsync(role, hallNo, then: SetUpTotp);
        await app.GivePasskeyAsync(account);
        await app.OwnGroupAsync(account.Id);
        (await app.BrowserOfAsync(account)).Dispose();
        return account.Id;
    }

    /// <summary>What a hall has: a course with an applicant, a draft, a closure, somebody who gets its reports, and a mail that did not arrive.</summary>
    /// <returns>The course.</returns>
    public async Task<Guid> PlantAsync(string hallNo, string family, string given, string phone)
    {
        var course = await app.CourseAsync(new GivenCourse { Hall = hallNo, Title = "公開の講座", SessionsInDays = [0, 7] });
        var somebody = new GivenApplication { People = [[family, given, "ウロウロ", "トリトリ"]], Phone = phone };
        await app.ApplicationAsync(course, somebody);
        // Far ahead, so that it stands first in the lists, and somebody is on it.
        await app.ApplicationAsync(await app.CourseAsync(new GivenCourse { Hall = hallNo, Title = "先の講座", SessionsInDays = [120] }), somebody);
        var hire = new GivenHire { Hall = hallNo, Group = $"{family}{given}の会", Family = family, Given = given, FamilyKana = "ウロウロ", GivenKana = "トリトリ", Phone = phone, Purpose = $"{family}{given}の練習" };
        var evening = await app.HireAsync(hire);
        var paper = await app.PermitAsync(await app.HireAsync(hire with { InDays = 15 }));
        staff.AddRange([$"/staff/hires/{evening}/extend", paper]);
        visitors.Add(paper);
        staff.AddRange(await app.WaitsAndDrawsAsync(hire));
        staff.AddRange(await app.DisplacedAsync(hire));
        staff.AddRange(await app.MeetingsAsync(hire));
        staff.AddRange(await app.PointsAsync(hire));
        staff.AddRange(await app.EntitledAsync(hire));
        staff.AddRange(await app.TiedAsync(hire));
        var draft = await app.CourseAsync(new GivenCourse { Hall = hallNo, Title = $"{family}{given}の下書き", Draft = true });
        staff.AddRange([$"/staff/courses/{draft}", $"/staff/courses/{course}/call-list"]);
        var hall = await app.HallAsync(hallNo);
        await app.DoAsync(async s =>
        {
            var messages = s.GetRequiredService<IMessages>();
            var recipient = new MessageRecipient($"{family}　{given}", "住所ではない");
            var lost = new NewMessage { Kind = "test", Subject = Guid.CreateVersion7(), Recipient = recipient, Title = "届かないお知らせ", Body = "本文", HallId = hall.Id };
            var called = lost with { Subject = Guid.CreateVersion7(), Channel = MessageChannel.Phone, Recipient = recipient with { Address = phone } };
            await messages.PostAsync([lost, called]);
            await messages.TickOffAsync([.. (await messages.ToTellAsync([called.Subject])).Select(m => m.Id)], "試験 太郎");
        });
        using var manager = await app.SignInAsync(RoleKeys.HallManager, hallNo);
        await manager.SubmitAsync(await manager.OpenAsync($"/staff/halls/{hallNo}/closures/new"), new { From = "2026-12-20", To = "2026-12-21", Kind = "Works", Reason = "配管の工事" });
        await manager.SubmitAsync(await manager.OpenAsync("/staff/subscriptions/new"), new { Name = $"{family}{given}", Mail = "kancho@example.jp", Place = hall.Id.ToString() });
        staff.AddRange(await manager.PaidAndReducedAsync(hall.Id, await app.HireAsync(hire with { InDays = 20 })));
        var asks = await manager.OpenAsync("/staff/room-blocks/new");
        await manager.SubmitAsync(asks, new { RoomId = asks.Find("[name='Input.RoomId'] option:not([value=''])").GetAttribute("value"), Date = "2026-12-10", From = "10:00", To = "12:00", Kind = "OwnProgram", Reason = "防災講座" });
        return course;
    }

    /// <summary>A seat that is offered to somebody, and a course that is over, with a session held and one called off.</summary>
    private async Task FillCoursesAsync(Browser office)
    {
        var full = await app.CourseAsync(new() { Title = "席が2つの講座", Capacity = 2 });
        var slips = new List<Guid>();
        foreach (var (given, kana, phone) in new[] { ("一", "イチ", "090-0000-7001"), ("二", "ニ", "090-0000-7006"), ("花子", "ハナコ", GuestPhone), ("三", "サン", "090-0000-7007") })
        {
            slips.Add(await app.ApplicationAsync(full, new() { People = [["山田", given, "ヤマダ", kana]], Phone = phone }));
        }

        foreach (var slip in slips.Take(2))
        {
            await office.SubmitAsync(await office.OpenAsync($"/staff/applications/{slip}/withdraw"));
        }

        staff.Add($"/staff/applications/{slips[3]}");

        var over = await app.CourseAsync(new() { Title = "終わった講座", OpensInDays = -60, ClosesInDays = -30, SessionsInDays = [-21, -14] });
        await app.DoAsync(async s =>
        {
            var db = s.GetRequiredService<CoursesDb>();
            receipt = await db.Applications.Where(a => a.Id == slips[2]).Select(a => a.ReceiptNumber).SingleAsync();
            var course = await db.Courses.Include(c => c.Sessions).SingleAsync(c => c.Id == over);
            course.Confirm();
            var (held, off) = (course.Sessions[0], course.Sessions[1]);
            held.Hold(app.Clock.Today());
            db.Attendance.Add(new Attendance(held, "60代", "女", 2));
            course.CancelSession(off.Id, "台風のため");
            await db.SaveChangesAsync();
            staff.AddRange([$"/staff/courses/{over}", $"/staff/courses/{over}/sessions/{held.Id}", $"/staff/courses/{over}/sessions/{off.Id}"]);
        });
    }

    /// <summary>Two records made one, a family, and a list of names between the trial and the taking.</summary>
    private async Task FillPeopleAsync(Browser office)
    {
        var twins = new PersonDetails { FamilyName = "双葉", GivenName = "一", FamilyKana = "フタバ", GivenKana = "ハジメ", Birth = new(1970, 2, 3), Phone = "090-0000-7003" };
        var (suspect, child) = await app.DoAsync(async s =>
        {
            var (keep, db) = (s.GetRequiredService<KeepPerson>(), s.GetRequiredService<PeopleDb>());
            await keep.AddAsync(twins);
            var second = await keep.AddAsync(twins);
            // Two more that stay two.
            var others = twins with { GivenName = "二", GivenKana = "フタツグ", Phone = "090-0000-7008", Birth = new(1971, 2, 3) };
            await keep.AddAsync(others);
            var last = await keep.AddAsync(others);
            staff.Add($"/staff/people/duplicates/{(await db.Suspects.SingleAsync(x => x.SecondId == last.Id || x.FirstId == last.Id)).Id}/different");
            return ((await db.Suspects.SingleAsync(x => x.SecondId == second.Id || x.FirstId == second.Id)).Id, await db.Guardianships.OrderBy(g => g.Id).FirstAsync());
        });
        await office.SubmitAsync(await office.OpenAsync($"/staff/people/duplicates/{suspect}"));
        var merge = await app.DoAsync(s => s.GetRequiredService<PeopleDb>().Merges.Select(m => m.Id).SingleAsync());
        var roster = await office.UploadAsync(await office.OpenAsync("/staff/people/import"), "名簿.csv", Encoding.UTF8.GetBytes("氏名,フリガナ,電話\n大野 海,オオノ ウミ,090-0000-7004\n佐藤,,\n"));
        await office.SubmitAsync(roster);
        staff.AddRange([$"/staff/people/merges/{merge}/undo", $"/staff/people/{child.ChildId}", $"/staff/people/{child.GuardianId}", roster.Url.AbsolutePath, roster.Url.AbsolutePath + "/check"]);
    }

    /// <summary>A colleague with an app for whom a role is asked for, one who is stopped, and one before the door.</summary>
    private async Task FillAccountsAsync()
    {
        var hash = app.Services.GetRequiredService<PasswordChecks>().Hash(Password);
        var stopped = await app.StaffAsync(RoleKeys.Counter, "1", then: a => a.Disable(Guid.Empty));
        var asked = await app.StaffAsync(RoleKeys.Counter, "1", then: a =>
        {
            SetUpTotp(a);
            a.Grants.Add(Grant.Propose(a, RoleKeys.Librarian, GrantScope.City, app.Clock.Today(), null, stopped.Id));
        });
        await app.DoAsync(async s =>
        {
            var account = Account.Create(DoorName, "扉 前子", app.Clock.UtcNow());
            account.SetPassword(hash);
            SetUpTotp(account);
            s.GetRequiredService<AccountsDb>().Users.Add(account);
            await s.GetRequiredService<AccountsDb>().SaveChangesAsync();
        });
        staff.AddRange([$"/staff/accounts/{asked.Id}", $"/staff/accounts/{stopped.Id}"]);
    }

    /// <summary>A month that is closed, a job that is stopped, a table to take, a mail of news, and a reader of the monthly summary who has stopped it.</summary>
    private async Task FillOfficeAsync(Browser office)
    {
        const string september = "?fiscalYear=2026&month=9";
        await office.SubmitAsync(await office.OpenAsync("/staff/reports/close" + september));
        await office.SubmitAsync(await office.OpenAsync("/staff/jobs/people.forget-rosters/stop"));
        var table = await office.UploadAsync(await office.OpenAsync("/staff/imports/halls"), "館の一覧.csv", Encoding.UTF8.GetBytes("館番号,種類,名称,区,所在地,有効開始日,電話\n81,館,朝日公民館,中央区,中央区朝日1番,2026-04-01,096\n"));
        staff.AddRange(["/staff/reports/reopen" + september, "/staff/jobs/people.forget-rosters", table.Url.AbsolutePath]);
        visitors.Add(await StopLinkAsync("test.news", "news@example.jp"));
        await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync(await StopLinkAsync("notifications.monthly", "kancho@example.jp")));
    }

    private Task<string> StopLinkAsync(string kind, string mail) => app.DoAsync(s => Task.FromResult(new Uri(s.GetRequiredService<StopLink>().Of(
        new Message(new NewMessage { Kind = kind, Subject = Guid.CreateVersion7(), Recipient = new MessageRecipient("", mail), News = true }, new MessageText("講座だより", "本文"), app.Clock.UtcNow()))!).PathAndQuery));

    /// <summary>A mother with an account and a child, who has applied for something.</summary>
    private async Task FillResidentAsync()
    {
        var mother = await app.DoAsync(async s =>
        {
            var (db, account) = (s.GetRequiredService<AccountsDb>(), Account.CreateResident("kazoku@example.jp", app.Clock.UtcNow()));
            db.Users.Add(account);
            await db.SaveChangesAsync();
            return account;
        });
        resident = mother.Id;
        await app.GivePasskeyAsync(mother);
        using var browser = await app.BrowserOfAsync(mother);
        foreach (var (given, kana, era, year) in new[] { ("恵", "メグミ", "昭和", "60"), ("翼", "ツバサ", "平成", "30") })
        {
            await browser.SubmitAsync(await browser.OpenAsync("/my/family/new"), new Dictionary<string, string>
            {
                ["FamilyName"] = "鈴木",
                ["GivenName"] = given,
                ["FamilyKana"] = "スズキ",
                ["GivenKana"] = kana,
                ["Birth.Era"] = era,
                ["Birth.Year"] = year,
                ["Birth.Month"] = "5",
                ["Birth.Day"] = "6",
                ["Phone"] = "090-0000-7005",
            });
        }

        await browser.ApplyAsync(open, 78);
        await app.RoomsOfAsync(mother.Id, new GivenHire { Family = "鈴木", Given = "恵", FamilyKana = "スズキ", GivenKana = "メグミ", Phone = "090-0000-7005", InDays = 10 });
    }

    private void SetUpTotp(Account account) => account.SetUpTotp(app.Services.GetRequiredService<TotpKeys>().Hide(Totp.NewKey()), 0);
}
