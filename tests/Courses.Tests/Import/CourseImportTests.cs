using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.SharedKernel.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Courses.Tests.Import;

public sealed class CourseImportTests
{
    private const string Head = "講座番号,館番号,種別,講座名,年度,定員,申込方法,申込者数,タグ\n";
    private const string Good = Head + "A-1,1,hosted-course,はじめての陶芸,2014,20,抽選,35,ものづくり;短期\nA-2,17-1,教養講演会,𠮷野先生の話,平成26年度,,申込不要,,\n";

    [Fact]
    public async Task Courses_are_taken_with_all_they_say_and_the_second_time_nothing_changes()
    {
        await using var app = await StartAsync();
        var first = await app.ImportAsync("courses", Good);
        Assert.Equal((2, 0), (first.New, first.Error));
        var course = await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Courses.AsNoTracking().SingleAsync(c => c.Number == "A-1"));
        Assert.Equal(("hosted-course", "はじめての陶芸", 2014, 20, Intake.Draw, 35), (course.ProgramType, course.Title, course.FiscalYear, course.Recruitment.Capacity, course.Recruitment.Intake, course.StatedApplicants));
        Assert.Equal(["ものづくり", "短期"], course.Tags);
        var other = await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Courses.AsNoTracking().SingleAsync(c => c.Number == "A-2"));
        Assert.Equal(("public-lecture", 2014, "𠮷野先生の話"), (other.ProgramType, other.FiscalYear, other.Title));
        Assert.Equal(2, (await app.ImportAsync("courses", Good)).Unchanged);
    }

    [Fact]
    public async Task A_changed_row_changes_its_course()
    {
        await using var app = await StartAsync();
        await app.ImportAsync("courses", Good);
        var second = await app.ImportAsync("courses", Good.Replace("陶芸", "書道", StringComparison.Ordinal).Replace(",20,", ",25,", StringComparison.Ordinal));
        Assert.Equal((0, 2, 1), (second.New, second.Update, second.Unchanged));
        var course = await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Courses.AsNoTracking().SingleAsync(c => c.Number == "A-1"));
        Assert.Equal(("はじめての書道", 25), (course.Title, course.Recruitment.Capacity));
    }

    [Theory]
    [InlineData("A-1,99,hosted-course,陶芸,2014,,,,", "館番号「99」の館はありません。")]
    [InlineData("A-1,1,cooking,陶芸,2014,,,,", "種別「cooking」はありません。")]
    [InlineData("A-1,1,hosted-course,,2014,,,,", "講座名がありません。")]
    [InlineData(",1,hosted-course,陶芸,2014,,,,", "講座番号がありません。")]
    [InlineData("A-1,1,hosted-course,陶芸,令和0年度,,,,", "年度「令和0年度」という年度はありません。")]
    [InlineData("A-1,1,hosted-course,陶芸,2014,-5,,,", "定員「-5」は負の数です。")]
    [InlineData("A-1,1,hosted-course,陶芸,2014,多数,,,", "定員「多数」は整数ではありません。")]
    [InlineData("A-1,1,hosted-course,陶芸,2014,,くじ,,", "申込方法「くじ」は先着・抽選・申込不要のどれでもありません。")]
    public async Task Every_bad_row_gets_its_sentence_and_nothing_is_taken(string row, string sentence)
    {
        await using var app = await StartAsync();
        var report = await app.ImportAsync("courses", Head + "B-1,1,hosted-course,よい行,2014,10,先着,,\n" + row + "\n");
        Assert.Equal([new ImportMessage(3, "エラー", sentence)], report.Messages);
        Assert.False(await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Courses.AnyAsync()));
    }

    [Fact]
    public async Task The_same_number_twice_is_told_with_the_other_row()
    {
        await using var app = await StartAsync();
        var report = await app.ImportAsync("courses", Head + "A-1,1,hosted-course,陶芸,2014,,,,\nＡ－１,1,hosted-course,陶芸,2014,,,,\n");
        Assert.Equal([new ImportMessage(3, "エラー", "講座番号「A-1」は2行目にもあります。")], report.Messages);
    }

    [Fact]
    public async Task A_course_people_have_applied_for_is_not_changed_by_a_file()
    {
        await using var app = await StartAsync();
        var id = await app.CourseAsync(new GivenCourse { Number = "A-1" });
        await app.ApplicationAsync(id);
        var report = await app.ImportAsync("courses", Good);
        Assert.Equal("講座番号「A-1」には申し込みがあります。講座のページで変更してください。", report.Messages.Single().Reason);
    }

    private static async Task<KominkanApp> StartAsync()
    {
        var app = await KominkanApp.StartAsync();
        await app.HallAsync();
        return app;
    }
}

internal static class Importing
{
    /// <summary>Takes a file as the command does.</summary>
    public static async Task<ImportReport> ImportAsync(this KominkanApp app, string dataset, string csv, ImportOptions? options = null)
    {
        var path = Path.Combine(Path.GetTempPath(), $"kominkan-{Guid.NewGuid():N}.csv");
        try
        {
            await File.WriteAllTextAsync(path, csv);
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<HallScope>().OpenEverywhere();
            var importer = scope.ServiceProvider.GetRequiredService<Importer>();
            return await importer.RunAsync(importer.Find(dataset)!, path, options ?? new());
        }
        finally
        {
            File.Delete(path);
            File.Delete(Path.ChangeExtension(path, ".result.csv"));
        }
    }
}
