using Kominkan.SharedKernel.Tables;

namespace Kominkan.SharedKernel.Tests.Tables;

/// <summary>How the columns of a file are found, told or chosen.</summary>
public sealed class HeadsTests : IDisposable
{
    private static readonly ImportColumn[] Columns = [new("氏名", false, "名前"), new("電話", false, "TEL"), new("住所", false)];

    private readonly TableFiles files = new();

    [Fact]
    public void The_row_with_most_known_heads_is_the_head_not_a_group_above_it()
    {
        using var table = Open("名簿,電話,\n名前,TEL,住所\n花子,1,a\n");
        Assert.Equal(["花子"], table.Rows().Select(r => r.Text("氏名")));
    }

    [Fact]
    public void What_somebody_chose_wins_over_names_and_a_column_left_out_is_not_read()
    {
        using var table = Open("氏名,よみ,住所\n花子,ハナコ,a\n", new() { ["氏名"] = "よみ" });
        var row = table.Rows().Single();
        Assert.Equal(("ハナコ", ""), (row.Text("氏名"), row.Text("住所")));
    }

    [Fact]
    public void A_chosen_head_that_is_not_in_the_file_is_named() =>
        Assert.Contains("氏名", Assert.Throws<RuleBroken>(() => Open("a,b\n1,2\n", new() { ["氏名"] = "c" })).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_without_heads_is_known_by_its_number_of_columns()
    {
        using var table = TableReader.Open(files.Write("a.csv", "花子,1,x\n太郎,2,y\n"), [new("氏名", true), new("電話", true)], new TableLimits(), ["氏名", "電話", "備考"]);
        Assert.Equal(["花子1", "太郎2"], table.Rows().Select(r => r.Text("氏名") + r.Text("電話")));
        Assert.Equal(1, table.Rows().First().Number);
        Assert.Throws<RuleBroken>(() => TableReader.Open(files.Write("b.csv", "花子,1\n"), [new("氏名", true)], new TableLimits(), ["氏名", "電話", "備考"]));
    }

    [Fact]
    public void A_look_tells_the_heads_what_they_are_taken_for_and_the_form_of_the_file()
    {
        var look = TableReader.Look(files.Write("a.csv", "題名,,\nお名前,T E L,住所\n花子,1,a\n"), Columns, new TableLimits());
        Assert.Equal(["お名前", "T E L", "住所"], look.Heads);
        Assert.Equal(["T E L", "住所"], look.Found.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Value).Order(StringComparer.Ordinal));
        Assert.Equal(look.Signature, TableReader.Look(files.Write("b.csv", "お名前,ＴＥＬ,住所\n次郎,2,b\n三郎,3,c\n"), Columns, new TableLimits()).Signature);
        Assert.Throws<RuleBroken>(() => TableReader.Look(files.Write("c.csv", ",,\n"), Columns, new TableLimits()));
    }

    public void Dispose() => files.Dispose();

    private TableReader Open(string text, Dictionary<string, string>? chosen = null) => TableReader.Open(files.Write("a.csv", text), Columns, new TableLimits(), null, chosen);
}
