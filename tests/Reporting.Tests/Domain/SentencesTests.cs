using Kominkan.Reporting.Domain;

namespace Kominkan.Reporting.Tests.Domain;

public sealed class SentencesTests
{
    [Theory]
    [InlineData(-30L, -315L, "講座数では30件減、参加者数では315人減少した。")]
    [InlineData(186L, -5459L, "講座数では186件増、参加者数では5,459人減少した。")]
    [InlineData(12L, 51L, "講座数では12件増、参加者数では51人増加した。")]
    [InlineData(0L, 41L, "講座数では増減なし、参加者数では41人増加した。")]
    [InlineData(-1L, 0L, "講座数では1件減、参加者数では増減がなかった。")]
    [InlineData(null, -315L, "参加者数では315人減少した。")]
    [InlineData(186L, null, "講座数では186件増加した。")]
    [InlineData(null, null, "")]
    public void The_booklets_sentence_of_a_change(long? courses, long? people, string sentence) =>
        Assert.Equal(sentence, Sentences.OfChange(("講座数では", courses, "件"), ("参加者数では", people, "人")));

    [Fact]
    public void A_table_of_several_things_says_which_of_them_it_counts()
    {
        ReportLine[] lines = [new("a", "s", "公民館事業 件数", "件", null, null, null), new("b", "s", "一般貸館 件数", "件", 368, null, null), new("c", "s", "合計 件数", "件", null, null, null)];
        Assert.Equal("令和8年度は、一般貸館件数368件であった。", Booklet.Sentence(new Report("", "令和8年度", "令和7年度", Place.City, "全館", false, lines), lines));
    }

    [Fact]
    public void Shares_differ_by_points() => Assert.Equal("女性の割合は4ポイント増加した。", Sentences.OfChange(("女性の割合は", 4, "%")));

    [Theory]
    [InlineData(186L, "+186")]
    [InlineData(-5459L, "-5,459")]
    [InlineData(0L, "±0")]
    [InlineData(null, "－")]
    public void A_change_has_its_sign_and_an_unknown_one_is_a_dash(long? change, string text) => Assert.Equal(text, Sentences.Signed(change));

    [Fact]
    public void An_unknown_figure_is_a_dash_and_its_previous_is_left_out() =>
        Assert.Equal("講座数－", Sentences.OfFigure("講座数", new ReportLine("k", "s", "l", "件", null, null, null)));
}
