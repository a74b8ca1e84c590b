using Kominkan.Reporting.Domain;

namespace Kominkan.Reporting.Tests.Domain;

public sealed class TallyTests
{
    private static readonly Guid East = Guid.NewGuid();
    private static readonly Guid West = Guid.NewGuid();
    private static readonly HallDirectory Halls = new([new(East, "1", "東公民館", "東公民館", "東区", null), new(West, "2", "西公民館", "西公民館", "西区", null), new(Guid.NewGuid(), "2-1", "西分館", "西分館", "西区", West)]);
    private static readonly DateOnly May = new(2014, 5, 1);

    [Fact]
    public void The_total_counts_every_type_and_a_lecture_only_its_own()
    {
        var tally = Tally(Held("hosted-course"), Held("public-lecture"), Held("a-type-that-came-as-a-plugin"));
        Assert.Equal(3, tally.Value("hosted.courses", Place.City));
        Assert.Equal(1, tally.Value("lecture.courses", Place.City));
    }

    [Theory]
    [InlineData(1, 1, 50)]
    [InlineData(139, 61, 70)] // 69.5 is rounded up
    [InlineData(1389, 611, 69)] // 69.45
    [InlineData(1, 199, 1)] // 0.5
    [InlineData(0, 3, 0)]
    public void A_share_is_of_those_whose_sex_is_known_and_rounds_half_up(int women, int men, int percent) =>
        Assert.Equal(percent, Tally(People("女", "60代", women), People("男", "60代", men), People("不明", "60代", 1000)).Value("profile.gender.female", Place.City));

    [Fact]
    public void Ages_are_derived_from_school_stages_and_tens()
    {
        var tally = Tally(People("女", "未就学", 10), People("女", "中学生", 26), People("女", "高校生", 29), People("女", "80以上", 35), People("女", "不明", 500));
        Assert.Equal(36, tally.Value("profile.age.juniorHighAndUnder", Place.City));
        Assert.Equal(35, tally.Value("profile.age.sixtyPlus", Place.City));
    }

    [Fact]
    public void A_month_in_which_a_place_recorded_nothing_is_unknown_and_not_zero()
    {
        var tally = Tally(People("女", "60代", 3));
        Assert.Equal(3, tally.Value("hosted.participants", Place.City, 5));
        Assert.Null(tally.Value("hosted.participants", Place.City, 6));
        Assert.Null(tally.Value("hosted.participants", new Place(Ward: "西区"), 5));
        Assert.Equal(0, tally.Value("hosted.participants", new Place(Ward: "西区")));
    }

    [Fact]
    public void A_composite_is_unknown_while_one_of_its_parts_is() => Assert.Null(Tally(Held("hosted-course"), People("女", "60代", 3)).Value("usage.program.users", Place.City));

    [Fact]
    public void What_nobody_recorded_is_unknown_and_what_was_recorded_elsewhere_is_zero_here()
    {
        var tally = Tally(Held("hosted-course"));
        Assert.Null(tally.Value("hosted.participants", Place.City));
        Assert.Equal(0, tally.Value("lecture.courses", Place.City));
        Assert.Equal(0, tally.Value("hosted.courses", new Place(Ward: "西区")));
        Assert.Null(tally.Value("library.loans", Place.City));
        Assert.Null(tally.Value("no.such.figure", Place.City));
    }

    [Fact]
    public void Halls_wards_and_months_are_parts_of_the_same_pass()
    {
        var tally = Tally(Held("hosted-course"), Held("hosted-course") with { HallId = West, Month = new(2015, 3, 1) });
        Assert.Equal(1, tally.Value("hosted.courses", new Place(Hall: "1")));
        Assert.Equal(1, tally.Value("hosted.courses", new Place(Ward: "西区")));
        Assert.Equal(1, tally.Value("hosted.courses", Place.City, 3));
        Assert.Null(tally.Value("hosted.courses", Place.City, 4));
    }

    [Fact]
    public void The_list_of_halls_is_counted_without_its_branches()
    {
        Assert.Equal(2, Tally().Value("halls.count", Place.City));
        Assert.Equal(1, Tally().Value("halls.branches", new Place(Ward: "西区")));
    }

    [Fact]
    public void A_figure_a_module_brings_itself_has_a_line_of_its_own()
    {
        var book = new FigureBook(new FiscalYear(2014), PrintedDefinitions.All, [new OwnFigure("tea.courses", "茶会", "件", "course.held", "tea")]);
        var tally = new Tally(book, Halls);
        tally.Add(Held("tea"));
        Assert.Equal(1, tally.Value("tea.courses", Place.City));
        Assert.Equal("茶会", book.All[^1].Label);
    }

    [Fact]
    public void Figures_that_add_each_other_up_are_unknown_and_soon_told()
    {
        var keys = PrintedDefinitions.All.Select(d => d.Key).ToList();
        FigureDefinition[] circle = [.. PrintedDefinitions.All.Select(d => d.From(2014, d.Label, FigureMeaning.Composite([.. keys.Where(k => k != d.Key)]), null, null))];
        Assert.Null(new Tally(new FigureBook(new FiscalYear(2014), circle, []), Halls).Value("hosted.courses", Place.City));
    }

    private static Figure Held(string program) => new("course.held", 1, East, May, Guid.NewGuid(), new Breakdown(program, []));

    private static Figure People(string gender, string band, int count) => new("course.attendance", count, East, May, Guid.NewGuid(), new Breakdown("hosted-course", [], gender, band));

    private static Tally Tally(params Figure[] figures)
    {
        var tally = new Tally(new FigureBook(new FiscalYear(2014), PrintedDefinitions.All, []), Halls);
        foreach (var figure in figures)
        {
            tally.Add(figure);
        }

        return tally;
    }
}
