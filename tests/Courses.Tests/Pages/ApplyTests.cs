using System.Net;
using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Courses.Tests.Pages;

public class ApplyTests
{
    [Fact]
    public async Task A_resident_applies_in_three_steps_and_keeps_a_receipt_number()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { Capacity = 20 });

        var details = await app.Visitor.OpenAsync($"/courses/{course}");
        Assert.Contains("募集中", await ListTextAsync(app));
        Assert.Contains("申し込む", details.Text);

        var confirm = await app.Visitor.FillInAsync(course);
        Assert.Contains("中村 恵子", confirm.Text);
        Assert.Contains("昭和30年（1955年）4月5日", confirm.Text);

        var done = await app.Visitor.SendAsync(confirm);
        Assert.Contains("参加が決まりました", done.Text);
        Assert.Matches(@"^\d{4}-\d{4}$", done.ReceiptNumber());
        Assert.DoesNotContain("ナカムラ", done.Url.ToString());
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_the_box_and_nothing_typed_is_lost()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync();

        var refused = await app.Visitor.FillInAsync(course, changes: new Dictionary<string, string> { ["Phone"] = "123", ["People[0].Birth.Month"] = "2", ["People[0].Birth.Day"] = "30" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(refused.Errors, e => e.Contains("電話番号は市外局番から"));
        Assert.Contains(refused.Errors, e => e.Contains("ある日を入力してください"));
        Assert.Equal("123", refused.Find("[name='Input.Phone']").GetAttribute("value"));
        Assert.Equal("中村", refused.Find("[name='Input.People[0].FamilyName']").GetAttribute("value"));
        Assert.StartsWith("エラー：", refused.Document.Title);
    }

    [Theory]
    [InlineData("ｈanako@example.jp")]
    [InlineData("hanako@example")]
    public async Task A_mail_address_that_cannot_be_written_to_is_refused_beside_its_box(string mail)
    {
        await using var app = await KominkanApp.StartAsync();
        var refused = await app.Visitor.FillInAsync(await app.CourseAsync(), changes: new Dictionary<string, string> { ["By"] = "Mail", ["Mail"] = mail });
        Assert.Equal(["メールアドレスは name@example.jp のように入力してください。"], refused.Errors);
        Assert.Equal(mail, refused.Find("[name='Input.Mail'][aria-invalid='true']").GetAttribute("value"));
    }

    [Fact]
    public async Task Names_are_kept_byte_for_byte()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync();

        await app.Visitor.ApplyAsync(course, changes: new Dictionary<string, string> { ["People[0].FamilyName"] = "𠮷葛󠄀髙﨑か\u3099", ["People[0].GivenName"] = "👨‍👩‍👧" });

        var person = await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Enrolments.SingleAsync());
        Assert.Equal("𠮷葛󠄀髙﨑か\u3099", person.Person.FamilyName);
        Assert.Equal("👨‍👩‍👧", person.Person.GivenName);
        Assert.Equal("ナカムラ", person.Person.FamilyKana);
    }

    [Fact]
    public async Task When_it_is_full_the_next_waits_and_gets_the_seat_that_is_given_back()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { Capacity = 1 });
        using var second = app.NewBrowser();

        var first = await app.Visitor.ApplyAsync(course, 1);
        var waits = await second.ApplyAsync(course, 2);
        Assert.Contains("キャンセル待ちで受け付けました", waits.Text);

        var mine = await LookUpAsync(app.Visitor, first.ReceiptNumber(), "０９０ー００００－０００１");
        var form = await app.Visitor.OpenAsync("/applications/cancel");
        var cancelled = await app.Visitor.SubmitAsync(form);
        var again = await app.Visitor.SubmitAsync(form);
        Assert.Contains("もう取り消されています", again.Text, StringComparison.Ordinal);
        Assert.Null(again.Document.QuerySelector("main button"));
        Assert.Contains("取消", cancelled.Text);
        Assert.Contains("受付番号", mine.Text);

        var offered = await LookUpAsync(second, waits.ReceiptNumber(), "090-0000-0002");
        Assert.Contains("席が空きました", offered.Text);
        var taken = await second.SubmitAsync(await second.OpenAsync("/applications/offer"));
        Assert.Contains("参加が決まりました", taken.Text);
    }

    [Fact]
    public async Task An_offer_nobody_answers_goes_on_after_its_deadline()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { Capacity = 1 });
        using var second = app.NewBrowser();
        using var third = app.NewBrowser();
        var first = await app.Visitor.ApplyAsync(course, 1);
        await second.ApplyAsync(course, 2);
        var last = await third.ApplyAsync(course, 3);
        await LookUpAsync(app.Visitor, first.ReceiptNumber(), "090-0000-0001");
        await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/applications/cancel"));

        app.Clock.Advance(TimeSpan.FromDays(4));
        await app.RunJobAsync("courses.settle");

        Assert.Contains("席が空きました", (await LookUpAsync(third, last.ReceiptNumber(), "090-0000-0003")).Text);
    }

    [Fact]
    public async Task While_it_runs_and_others_may_still_apply_a_freed_seat_is_offered_until_the_next_session_begins()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { Capacity = 1, SessionsInDays = [-3, 2, 16], ClosesInDays = 10 });
        using var second = app.NewBrowser();
        using var third = app.NewBrowser();
        var first = await app.Visitor.ApplyAsync(course, 1);
        var (next, last) = ((await second.ApplyAsync(course, 2)).ReceiptNumber(), (await third.ApplyAsync(course, 3)).ReceiptNumber());
        await LookUpAsync(app.Visitor, first.ReceiptNumber(), "090-0000-0001");
        var form = await app.Visitor.OpenAsync("/applications/cancel");
        Assert.Contains("席はすぐ次の方に回る", form.Text);
        await app.Visitor.SubmitAsync(form);
        Assert.Contains("席が空きました。令和8年11月25日（水）午前10時までに返事", (await LookUpAsync(second, next, "090-0000-0002")).Text);
        Assert.Contains("前に0組お待ちです", (await LookUpAsync(third, last, "090-0000-0003")).Text);

        app.Clock.Advance(TimeSpan.FromDays(2));
        await app.RunJobAsync("courses.settle");

        Assert.Contains("期限切れ", (await LookUpAsync(second, next, "090-0000-0002")).Text);
        Assert.Contains("席が空きました。令和8年11月28日（土）", (await LookUpAsync(third, last, "090-0000-0003")).Text);
        Assert.Contains("参加が決まりました", (await third.SubmitAsync(await third.OpenAsync("/applications/offer"))).Text);
    }

    [Fact]
    public async Task Who_still_waits_when_nobody_may_apply_any_more_reads_that_no_seat_came_free()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { Capacity = 1, SessionsInDays = [-3, 5], ClosesInDays = 2 });
        using var second = app.NewBrowser();
        var first = await app.Visitor.ApplyAsync(course, 1);
        var waits = await second.ApplyAsync(course, 2);
        Assert.Contains("前に0組お待ちです", (await LookUpAsync(second, waits.ReceiptNumber(), "090-0000-0002")).Text);

        app.Clock.Advance(TimeSpan.FromDays(3));
        await LookUpAsync(app.Visitor, first.ReceiptNumber(), "090-0000-0001");
        var form = await app.Visitor.OpenAsync("/applications/cancel");
        Assert.DoesNotContain("次の方に回る", form.Text);
        await app.Visitor.SubmitAsync(form);
        await app.RunJobAsync("courses.settle");

        using var counter = await app.SignInAsync(RoleKeys.Counter, "1");
        foreach (var text in new[] { (await LookUpAsync(second, waits.ReceiptNumber(), "090-0000-0002")).Find("main dl").TextContent, (await counter.OpenAsync($"/staff/courses/{course}/applications")).Find("tbody").TextContent })
        {
            Assert.Contains("席が空きませんでした", text);
            Assert.DoesNotContain("待ち", text);
        }
    }

    [Fact]
    public async Task The_same_person_is_found_across_paper_and_web_and_asked()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync();
        await app.ApplicationAsync(course, new() { OnPaper = true, People = [["中村", "恵子", "ナカムラ", "ケイコ"]], Phone = "096-000-0001" });

        var confirm = await app.Visitor.FillInAsync(course, changes: new Dictionary<string, string> { ["People[0].GivenKana"] = "けいこ" });
        Assert.Contains("もう申し込んでいるようです", confirm.Text);
        var refused = await app.Visitor.SendAsync(confirm);
        Assert.Contains(refused.Errors, e => e.Contains("同じ方の申し込み"));

        var done = await app.Visitor.SubmitAsync(refused, new { ApplyAgain = "true" });
        Assert.Contains("参加が決まりました", done.Text);
    }

    [Fact]
    public async Task A_wrong_number_opens_nothing_and_guessing_is_slowed_down()
    {
        await using var app = await KominkanApp.StartAsync();
        var form = await app.Visitor.OpenAsync("/applications");

        var last = form;
        for (var i = 0; i < 21; i++)
        {
            last = await app.Visitor.SubmitAsync(form, new { Number = "0000-0000", Phone = "090-0000-0000" });
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last.Status);
        Assert.EndsWith("/applications", (await app.Visitor.OpenAsync("/applications/mine")).Url.AbsolutePath);
    }

    [Theory]
    [InlineData("2017-04-01", true)]
    [InlineData("2017-04-02", false)]
    public async Task A_school_grade_is_counted_from_2_April_and_said_in_words(string birth, bool inGrade4)
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { Eligibility = e => e with { MinGrade = 4, MaxGrade = 6 } });
        var born = DateOnly.Parse(birth, System.Globalization.CultureInfo.InvariantCulture);

        var next = await app.Visitor.FillInAsync(course, changes: new Dictionary<string, string>
        {
            ["People[0].Birth.Era"] = "西暦",
            ["People[0].Birth.Year"] = $"{born.Year}",
            ["People[0].Birth.Month"] = $"{born.Month}",
            ["People[0].Birth.Day"] = $"{born.Day}",
        });

        // Fiscal year 2026: born by 1 April 2017 is in the 4th grade.
        Assert.Equal(inGrade4, next.Url.AbsolutePath.EndsWith("/confirm", StringComparison.Ordinal));
        Assert.Equal(!inGrade4, next.Text.Contains("小学4年生から小学6年生まで", StringComparison.Ordinal) && next.Errors.Any());
    }

    [Fact]
    public async Task Before_and_after_the_window_the_page_says_what_to_do()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { OpensInDays = 1, ClosesInDays = 3 });

        Assert.Contains("から受け付けます", (await app.Visitor.OpenAsync($"/courses/{course}")).Text);
        app.Clock.Advance(TimeSpan.FromDays(5));
        var late = await app.Visitor.OpenAsync($"/courses/{course}/apply");
        Assert.Contains("受付は終わりました", late.Text);
        Assert.Null(late.Document.QuerySelector("main form[method=post]"));
    }

    [Fact]
    public async Task Seats_kept_for_the_counter_stay_closed_to_the_web_until_their_day()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { Capacity = 2, KeptForDesk = 1 });
        using var second = app.NewBrowser();

        await app.Visitor.ApplyAsync(course, 1);
        Assert.Contains("キャンセル待ち", (await second.ApplyAsync(course, 2)).Text);
        await app.ApplicationAsync(course, new() { AtCounter = true, People = [["田中", "誠", "タナカ", "マコト"]] });

        Assert.Equal(2, await app.DoAsync(async s => (await s.GetRequiredService<CoursesDb>().Courses.SingleAsync()).Enrolled));
    }

    [Fact]
    public async Task What_was_typed_and_never_sent_is_forgotten_after_a_day()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync();
        using var later = app.NewBrowser();
        await app.Visitor.FillInAsync(course, 1);
        app.Clock.Advance(TimeSpan.FromHours(20));
        var kept = await later.FillInAsync(course, 2);

        app.Clock.Advance(TimeSpan.FromHours(5));
        await app.RunJobAsync("courses.forget-drafts");

        Assert.Equal(1, await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Drafts.CountAsync()));
        Assert.Contains("参加が決まりました", (await later.SendAsync(kept)).Text);
        var forgotten = await app.Visitor.OpenAsync($"/courses/{course}/apply/confirm");
        Assert.DoesNotContain("中村", forgotten.Text);
        app.Clock.Advance(TimeSpan.FromDays(2));
        await app.RunJobAsync("courses.forget-drafts");
        Assert.Equal(0, await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Drafts.CountAsync()));
    }

    private static async Task<string> ListTextAsync(KominkanApp app) => (await app.Visitor.OpenAsync("/courses")).Text;

    private static async Task<Page> LookUpAsync(Browser browser, string number, string phone) =>
        await browser.SubmitAsync(await browser.OpenAsync("/applications"), new { Number = number, Phone = phone });

    [Fact]
    public async Task A_slip_without_a_telephone_is_not_opened_by_its_number_alone()
    {
        await using var app = await KominkanApp.StartAsync();
        var slip = await app.ApplicationAsync(await app.CourseAsync(), new GivenApplication { OnPaper = true, Phone = "" });
        var number = await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Applications.Where(a => a.Id == slip).Select(a => a.ReceiptNumber).SingleAsync());

        var page = await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/applications"), new { Number = number, Phone = "あ" });

        Assert.Equal(["受付番号と電話番号に合う申し込みが見つかりません。番号を確かめてください。"], page.Errors);
    }
}
