using Kominkan.Reporting.Domain;

namespace Kominkan.Reporting.Tests.Domain;

public sealed class DefinitionTests
{
    private static FigureDefinition Lecture => PrintedDefinitions.All.Single(d => d.Key == "lecture.courses");

    [Fact]
    public void The_printed_report_is_the_default_key_by_key_in_its_order()
    {
        var printed = PrintedDefinitions.All.Where(d => d.IsPrinted).OrderBy(d => d.Order).ToList();
        Assert.Equal(Printed.Figures.Select(f => f.GetProperty("key").GetString()), printed.Select(d => d.Key));
        Assert.Equal(Printed.Figures.Select(f => f.GetProperty("labelJa").GetString()), printed.Select(d => d.Label));
        Assert.Equal(Printed.Figures.Select(f => f.GetProperty("unit").GetString()), printed.Select(d => d.Unit));
    }

    [Fact]
    public void A_new_meaning_holds_from_its_year_on_and_leaves_earlier_years_alone()
    {
        FigureDefinition[] versions = [.. PrintedDefinitions.All, Lecture.From(2015, "講演会", FigureMeaning.Sum("course.sessions", "public-lecture"), null, 2017)];
        Assert.Equal("教養講演会 講座数", new FigureBook(new FiscalYear(2014), versions, []).Find("lecture.courses")!.Label);
        Assert.Equal("講演会", new FigureBook(new FiscalYear(2016), versions, []).Find("lecture.courses")!.Label);
        Assert.Null(new FigureBook(new FiscalYear(2018), versions, []).Find("lecture.courses"));
    }

    [Fact]
    public void Meanings_that_are_not_whole_are_refused_with_a_sentence()
    {
        Assert.Equal("数えるものを選んでください。", Refused(() => Lecture.From(2015, "x", FigureMeaning.Of(FigureKind.Sum), null, null)));
        Assert.Equal("割合には、性別か年齢区分のどちらか一方を選んでください。", Refused(() => Lecture.From(2015, "x", FigureMeaning.Of(FigureKind.Share) with { Measure = "m" }, null, null)));
        Assert.Equal("合計する数字のキーを入れてください。", Refused(() => Lecture.From(2015, "x", FigureMeaning.Composite("lecture.courses"), null, null)));
        Assert.Equal("終わりの年度は、始まりの年度以後にしてください。", Refused(() => Lecture.From(2015, "x", FigureMeaning.NotYet, null, 2014)));
        Assert.Equal("適用する年度は、いまの定義より後の年度を入れてください。", Refused(() => Lecture.From(FigureDefinition.FirstYear, "x", FigureMeaning.NotYet, null, null)));
        Assert.StartsWith("はじめの定義は変えられません。", Refused(() => Lecture.Change("x", FigureMeaning.NotYet, null, null)), StringComparison.Ordinal);
    }

    private static string Refused(Action act) => Assert.Throws<RuleBroken>(act).Message;
}
