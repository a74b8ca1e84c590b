using Kominkan.SampleCity;

namespace Kominkan.Reporting.Tests.Sample;

public sealed class SampleYearTests
{
    private static readonly Lazy<SampleYear> H26 = new(() => SampleYear.Make(2014, 1));
    private static readonly Lazy<SampleYear> H25 = new(() => SampleYear.Make(2013, 1));

    public static TheoryData<string, string> SubPrograms => new()
    {
        { "outreach.participants", "お出かけ公民館講座" },
        { "citizenPlanned.participants", "市民企画講座" },
        { "childrensChallenge.participants", "子どもチャレンジ公民館" },
        { "parentingSalon.participants", "子育てサロン" },
        { "childrensHoliday.participants", "子ども充実ホリデー" },
    };

    [Fact]
    public void The_records_of_both_printed_years_add_up_to_what_is_printed()
    {
        foreach (var (year, printed) in new[] { (H26.Value, (Func<string, int>)Printed.H26), (H25.Value, Printed.H25) })
        {
            Assert.Equal(printed("hosted.courses"), Held(year, _ => true).Count);
            Assert.Equal(printed("hosted.participants"), People(year, _ => true));
            Assert.Equal(printed("lecture.courses"), Held(year, c => c.Program == "public-lecture").Count);
            Assert.Equal(printed("lecture.participants"), People(year, c => c.Program == "public-lecture"));
        }
    }

    [Theory]
    [MemberData(nameof(SubPrograms))]
    public void Sub_programs_without_a_type_of_their_own_have_their_printed_people_behind_a_tag(string key, string tag)
    {
        Assert.Equal(Printed.H26(key), People(H26.Value, c => c.Tags.Contains(tag)));
        Assert.Equal(Printed.H25(key), People(H25.Value, c => c.Tags.Contains(tag)));
    }

    [Fact]
    public void Courses_and_sessions_of_sub_programs_are_the_printed_ones()
    {
        var year = H26.Value;
        Assert.Equal(Printed.H26("citizenPlanned.genre.health"), Held(year, c => c.Tags.Contains("市民企画講座") && c.Tags.Contains("健康")).Count);
        Assert.Equal(Printed.H26("it.courses"), Held(year, c => c.Tags.Contains("ＩＴ講座")).Count);
        Assert.Equal(Printed.H26("it.sessions"), Sessions(year, "ＩＴ講座"));
        Assert.Equal(Printed.H26("it.participants"), year.Courses.Where(c => c.Tags.Contains("ＩＴ講座")).Sum(c => c.Applicants));
        Assert.Equal(Printed.H26("familyClass.members"), year.Courses.Where(c => c.Tags.Contains("家庭教育学級")).Sum(c => c.Applicants));
        Assert.Equal(Printed.H26("childrensChallenge.centreHalls"), year.Courses.Where(c => c.Tags.Contains("子どもチャレンジ公民館")).Select(c => c.HallNo).Distinct().Count());
        Assert.Equal(["5", "9"], year.Courses.Where(c => c.Tags.Contains("市民大学講座")).Select(c => c.HallNo).Order());
    }

    [Fact]
    public void A_course_may_belong_to_two_sub_programs_and_is_one_course()
    {
        var both = H26.Value.Courses.Where(c => c.Tags.Contains("市民企画講座") && c.Tags.Contains("ボランティア関連講座")).ToList();
        Assert.Equal("福祉わくわく体操", Assert.Single(both).Title);
        Assert.Equal(Printed.H26("volunteer.courses"), Held(H26.Value, c => c.Tags.Contains("ボランティア関連講座")).Count);
    }

    [Fact]
    public void Cancelled_sessions_have_nobody_and_a_course_that_lost_all_of_them_is_not_held()
    {
        var cancelled = H26.Value.Attendance.Where(a => !a.IsHeld).ToList();
        Assert.True(cancelled.Count > 30);
        Assert.All(cancelled, a => Assert.Equal(0, a.People));
        Assert.True(H26.Value.Courses.Count > Printed.H26("hosted.courses"));
    }

    [Fact]
    public void The_same_seed_makes_the_same_year_and_another_seed_another()
    {
        var again = SampleYear.Make(2014, 1);
        Assert.Equal(H26.Value.Courses.Select(c => (c.Number, c.Title, c.Capacity)), again.Courses.Select(c => (c.Number, c.Title, c.Capacity)));
        Assert.Equal(H26.Value.Attendance, again.Attendance);
        Assert.NotEqual(H26.Value.Attendance, SampleYear.Make(2014, 2).Attendance);
    }

    [Theory]
    [InlineData(2005)]
    [InlineData(2020)]
    [InlineData(2026)]
    public void Years_that_are_not_printed_are_as_large_with_other_numbers(int fiscalYear)
    {
        var year = SampleYear.Make(fiscalYear, 1);
        Assert.InRange(People(year, _ => true), 0.9 * Printed.H26("hosted.participants"), 1.1 * Printed.H26("hosted.participants"));
        Assert.NotEqual(Printed.H26("hosted.participants"), People(year, _ => true));
    }

    [Fact]
    public void Every_hall_has_courses_and_every_session_is_in_its_year_on_a_day_that_is_no_monday()
    {
        Assert.Equal(21, H26.Value.Courses.Select(c => c.HallNo).Distinct().Count());
        Assert.All(H26.Value.Attendance, a => Assert.InRange(a.Date, new DateOnly(2014, 4, 1), new DateOnly(2015, 3, 31)));
        Assert.DoesNotContain(H26.Value.Attendance, a => a.IsHeld && a.Date.DayOfWeek == DayOfWeek.Monday);
        Assert.True(H26.Value.Courses.Select(c => c.Title).Distinct().Count() > 500);
    }

    [Fact]
    public void Nobody_sits_where_there_is_no_seat()
    {
        var fullest = H26.Value.Attendance.GroupBy(a => (a.CourseNumber, a.Session)).GroupBy(s => s.Key.CourseNumber).ToDictionary(c => c.Key, c => c.Max(s => s.Sum(a => a.People)));
        Assert.All(H26.Value.Courses, c => Assert.True(fullest[c.Number] <= c.Capacity, c.Number));
    }

    private static HashSet<string> Held(SampleYear year, Func<CourseRow, bool> which) =>
        [.. year.Courses.Where(which).Select(c => c.Number).Intersect(year.Attendance.Where(a => a.IsHeld).Select(a => a.CourseNumber))];

    private static int People(SampleYear year, Func<CourseRow, bool> which)
    {
        var held = Held(year, which);
        return year.Attendance.Where(a => held.Contains(a.CourseNumber)).Sum(a => a.People);
    }

    private static int Sessions(SampleYear year, string tag)
    {
        var held = Held(year, c => c.Tags.Contains(tag));
        return year.Attendance.Where(a => a.IsHeld && held.Contains(a.CourseNumber)).Select(a => (a.CourseNumber, a.Session)).Distinct().Count();
    }
}
