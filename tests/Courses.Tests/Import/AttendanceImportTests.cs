using System.Text;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.SharedKernel.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Courses.Tests.Import;

public sealed class AttendanceImportTests
{
    private const string Course = "講座番号,館番号,種別,講座名,年度\nA-1,1,hosted-course,はじめての陶芸,2014\n";
    private const string Head = "講座番号,回,開催日,状態,年齢区分,性別,延べ人数\n";
    private const string Good = Head + "A-1,1,H26.5.1,開催,60代,女,5\nA-1,1,2014-05-01,開催,70代,男,3\nA-1,2,2014-05-08,中止,,,\n";

    [Fact]
    public async Task Sessions_and_heads_are_taken_and_the_second_time_nothing_changes()
    {
        await using var app = await StartAsync();
        Assert.Equal((3, 0), ((await app.ImportAsync("attendance", Good)) is var first ? first.New : 0, first.Error));
        Assert.Equal(["1 2014-05-01 Held 8", "2 2014-05-08 Cancelled 0"], await SessionsAsync(app));
        var course = await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Courses.AsNoTracking().SingleAsync());
        Assert.Equal((1, new DateOnly(2014, 5, 1)), (course.SessionCount, course.FirstDate));
        Assert.Equal(3, (await app.ImportAsync("attendance", Good)).Unchanged);
        Assert.Equal(["1 2014-05-01 Held 8", "2 2014-05-08 Cancelled 0"], await SessionsAsync(app));
        await NothingIsBrokenAsync(app);
    }

    [Fact]
    public async Task A_changed_count_changes_and_a_session_called_off_loses_its_heads()
    {
        await using var app = await StartAsync();
        await app.ImportAsync("attendance", Good);
        Assert.Equal((1, 2), ((await app.ImportAsync("attendance", Good.Replace("女,5", "女,9", StringComparison.Ordinal))) is var r ? r.Update - r.Unchanged : 0, r.Unchanged));
        Assert.Equal("1 2014-05-01 Held 12", (await SessionsAsync(app))[0]);
        await app.ImportAsync("attendance", Head + "A-1,1,2014-05-01,中止,,,0\n");
        Assert.Equal("1 2014-05-01 Cancelled 0", (await SessionsAsync(app))[0]);
        await NothingIsBrokenAsync(app);
    }

    [Theory]
    [InlineData("X-9,1,2014-05-01,開催,60代,女,5", "講座番号「X-9」の講座はありません。先に講座を取り込んでください。")]
    [InlineData("A-1,1,2014-02-30,開催,60代,女,5", "開催日「2014-02-30」という日付はありません。")]
    [InlineData("A-1,1,2014-05-01,延期,60代,女,5", "状態「延期」は開催・中止のどれでもありません。")]
    [InlineData("A-1,1,2014-05-01,開催,65歳,女,5", "年齢区分「65歳」は使えません。")]
    [InlineData("A-1,1,2014-05-01,開催,60代,他,5", "性別「他」は男・女・不明のどれでもありません。")]
    [InlineData("A-1,1,2014-05-01,開催,60代,女,-5", "延べ人数「-5」は負の数です。")]
    [InlineData("A-1,1,2014-05-01,開催,60代,女,五人", "延べ人数「五人」は整数ではありません。")]
    [InlineData("A-1,0,2014-05-01,開催,60代,女,5", "回「0」は1から999の間ではありません。")]
    [InlineData("A-1,1,2014-05-01,中止,60代,女,5", "中止の回に延べ人数「5」があります。")]
    [InlineData("A-1,1,2099-05-01,開催,60代,女,5", "開催日「2099-05-01」はまだ来ていません。")]
    [InlineData("A-1,9,2014-06-02,開催,60代,女,5", "2行目の同じ回と、開催日が違います。")]
    [InlineData("A-1,9,2014-06-01,中止,60代,女,0", "2行目の同じ回と、状態が違います。")]
    [InlineData("Ａ－１,９,2014/6/1,開催,２０代,女,5", "2行目と、講座番号・回・年齢区分・性別が同じです。")]
    public async Task Every_bad_row_gets_its_sentence_and_nothing_is_taken(string row, string sentence)
    {
        await using var app = await StartAsync();
        var report = await app.ImportAsync("attendance", Head + "A-1,9,2014-06-01,開催,20代,女,1\n" + row + "\n");
        Assert.StartsWith(sentence, report.Messages.Single().Reason, StringComparison.Ordinal);
        Assert.Equal((1, 0), (report.Error, report.Taken));
        Assert.Empty(await SessionsAsync(app));
    }

    [Fact]
    public async Task A_day_outside_the_courses_year_is_taken_and_asked_about()
    {
        await using var app = await StartAsync();
        var report = await app.ImportAsync("attendance", Head + "A-1,1,2015-04-01,開催,60代,女,5\n");
        Assert.Equal([new ImportMessage(2, "要確認", "開催日「2015-04-01」は平成26年度の日ではありません。")], report.Messages);
        Assert.Equal(1, report.Taken);
    }

    [Fact]
    public async Task A_session_with_a_roll_call_by_name_is_left_alone()
    {
        await using var app = await StartAsync();
        var id = await app.CourseAsync(new GivenCourse { Number = "N-1" });
        await app.ApplicationAsync(id);
        app.Clock.Advance(TimeSpan.FromDays(60));
        var session = await app.DoAsync(async s =>
        {
            var db = s.GetRequiredService<CoursesDb>();
            var course = await db.Courses.Include(c => c.Sessions).SingleAsync(c => c.Id == id);
            var first = course.Sessions.OrderBy(x => x.Number).First();
            first.Hold(app.Clock.Today());
            db.Add(new Attendance(first, await db.Enrolments.FirstAsync(e => e.CourseId == id)));
            await db.SaveChangesAsync();
            return first;
        });
        var report = await app.ImportAsync("attendance", Head + $"N-1,{session.Number},{session.Date:yyyy-MM-dd},開催,60代,女,5\n");
        Assert.StartsWith("この回には、名簿で出席がつけてあります。", report.Messages.Single().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_stands_on_another_day_is_asked_about_with_both_days_once()
    {
        await using var app = await StartAsync();
        await app.CourseAsync(new GivenCourse { Number = "N-1" });
        var rows = Head + "N-1,2,2026-11-20,開催,60代,女,5\nN-1,2,2026-11-20,開催,70代,男,1\n";
        var report = await app.ImportAsync("attendance", rows);
        Assert.Equal([new ImportMessage(2, "要確認", "2回の開催日が令和8年12月12日（土）から令和8年11月20日（金）に変わります。")], report.Messages);
        Assert.Equal((1, 2), (report.New, report.Taken));
        Assert.Equal(2, (await app.ImportAsync("attendance", rows)).Unchanged);
    }

    [Fact]
    public async Task A_session_that_was_called_off_and_is_held_in_the_list_is_asked_about_once()
    {
        await using var app = await StartAsync();
        await app.ImportAsync("attendance", Good);
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var held = Encoding.UTF8.GetBytes(Head + "A-1,2,2014-05-08,開催,60代,女,5\nA-1,2,2014-05-08,開催,70代,男,1\n");
        var tried = await office.UploadAsync(await office.OpenAsync("/staff/imports/attendance"), "出席.csv", held);
        Assert.Single(tried.Document.QuerySelectorAll("main td"), d => d.TextContent.Contains("2回は中止になっています。開催に変わります。", StringComparison.Ordinal));
        Assert.Equal("2 2014-05-08 Cancelled 0", (await SessionsAsync(app))[1]);
        var taken = await office.SubmitAsync(tried);
        Assert.Equal("2 2014-05-08 Held 6", (await SessionsAsync(app))[1]);
        Assert.DoesNotContain("中止になっています", (await office.UploadAsync(taken, "出席.csv", held)).Text, StringComparison.Ordinal);
        await NothingIsBrokenAsync(app);
    }

    [Fact]
    public async Task Ten_thousand_rows_over_many_courses_add_up()
    {
        await using var app = await StartAsync();
        var courses = string.Concat(Enumerable.Range(1, 200).Select(i => $"C-{i},1,hosted-course,講座{i},2014\n"));
        await app.ImportAsync("courses", "講座番号,館番号,種別,講座名,年度\n" + courses);
        var rows = from course in Enumerable.Range(1, 200)
                   from session in Enumerable.Range(1, 5)
                   from band in AgeBands.All.Take(5)
                   from gender in (string[])["男", "女"]
                   select $"C-{course},{session},2014-06-{session:00},開催,{band},{gender},{session}\n";
        Assert.Equal(10_000, (await app.ImportAsync("attendance", Head + string.Concat(rows))).Taken);
        Assert.Equal(30_000, await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Attendance.SumAsync(a => a.Count)));
        await NothingIsBrokenAsync(app);
    }

    private static async Task<KominkanApp> StartAsync()
    {
        var app = await KominkanApp.StartAsync();
        await app.HallAsync();
        await app.ImportAsync("courses", Course);
        return app;
    }

    private static Task<List<string>> SessionsAsync(KominkanApp app) => app.DoAsync(async s =>
    {
        var db = s.GetRequiredService<CoursesDb>();
        var sessions = await db.Sessions.AsNoTracking().OrderBy(x => x.Number).ToListAsync();
        var heads = await db.Attendance.AsNoTracking().ToListAsync();
        return sessions.ConvertAll(x => $"{x.Number} {x.Date:yyyy-MM-dd} {x.State} {heads.Where(a => a.SessionId == x.Id).Sum(a => a.Count)}");
    });

    private static Task NothingIsBrokenAsync(KominkanApp app) => app.DoAsync(async s =>
    {
        foreach (var rules in s.GetServices<IInvariants>())
        {
            await foreach (var rule in rules.CheckAsync())
            {
                Assert.True(rule.Violations == 0, $"{rule.Name}: {rule.Violations} ({rule.Example})");
            }
        }
    });
}
