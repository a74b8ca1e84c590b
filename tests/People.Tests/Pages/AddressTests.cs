using System.Net;
using Kominkan.People.Data;
using Kominkan.SharedKernel.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.People.Tests.Pages;

/// <summary>住所を入れる, from Japan Post's list.</summary>
public sealed class AddressTests
{
    // As it is published: no heads, half-width kana, several rows for one town, remarks in brackets.
    private const string Published = """
        43101,"860  ","8600806","ｸﾏﾓﾄｹﾝ","ｸﾏﾓﾄｼﾁｭｳｵｳｸ","ﾊﾅﾊﾞﾀﾁｮｳ","熊本県","熊本市中央区","花畑町",0,0,0,0,0,0
        43101,"862  ","8620970","ｸﾏﾓﾄｹﾝ","ｸﾏﾓﾄｼﾁｭｳｵｳｸ","ﾄﾛｸ","熊本県","熊本市中央区","渡鹿",0,0,1,0,0,0
        43102,"862  ","8620970","ｸﾏﾓﾄｹﾝ","ｸﾏﾓﾄｼﾋｶﾞｼｸ","ﾄﾛｸ","熊本県","熊本市東区","渡鹿",0,0,1,0,0,0
        43101,"860  ","8600000","ｸﾏﾓﾄｹﾝ","ｸﾏﾓﾄｼﾁｭｳｵｳｸ","ｲｶﾆｹｲｻｲｶﾞﾅｲﾊﾞｱｲ","熊本県","熊本市中央区","以下に掲載がない場合",0,0,0,0,0,0
        43102,"861  ","8612101","ｸﾏﾓﾄｹﾝ","ｸﾏﾓﾄｼﾋｶﾞｼｸ","ｻｸﾗｷ(1-3ﾁｮｳﾒ､","熊本県","熊本市東区","桜木（１〜３丁目、",1,0,1,0,0,0
        43102,"861  ","8612101","ｸﾏﾓﾄｹﾝ","ｸﾏﾓﾄｼﾋｶﾞｼｸ","5ﾁｮｳﾒ)","熊本県","熊本市東区","５丁目）",1,0,1,0,0,0
        """;

    [Fact]
    public async Task The_published_list_is_taken_without_heads_and_twice_changes_nothing()
    {
        await using var app = await KominkanApp.StartAsync();
        Assert.Equal((5, 1, 0), await ImportAsync(app, Published));
        Assert.Equal((0, 6, 0), await ImportAsync(app, Published));
        var towns = await app.DoAsync(s => s.GetRequiredService<PeopleDb>().PostalTowns.OrderBy(t => t.Code).ThenBy(t => t.City).Select(t => t.Code + t.City + t.Town).ToListAsync());
        Assert.Equal(["8600000熊本市中央区", "8600806熊本市中央区花畑町", "8612101熊本市東区桜木", "8620970熊本市中央区渡鹿", "8620970熊本市東区渡鹿"], towns);
    }

    [Fact]
    public async Task A_newer_list_takes_away_what_it_does_not_have_any_more()
    {
        await using var app = await KominkanApp.StartAsync();
        await ImportAsync(app, Published);
        await ImportAsync(app, string.Join('\n', Published.Split('\n')[..3]));
        Assert.Equal(3, await app.DoAsync(s => s.GetRequiredService<PeopleDb>().PostalTowns.CountAsync()));
    }

    [Theory]
    [InlineData("8600806")]
    [InlineData("860-0806")]
    [InlineData("〒８６０－０８０６")]
    public async Task The_town_is_filled_in_before_anything_else_is_typed(string code)
    {
        await using var app = await KominkanApp.StartAsync();
        await ImportAsync(app, Published);
        var staff = await app.HeadOfficeAsync();
        var page = await staff.SubmitAsync(await staff.OpenAsync("/staff/people/new"), new { PostalCode = code, Fill = "true" });
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Errors);
        Assert.Equal("熊本県熊本市中央区花畑町", page.Find("[name='Input.Town']").GetAttribute("value"));
        Assert.Equal(code, page.Find("[name='Input.PostalCode']").GetAttribute("value"));
    }

    [Fact]
    public async Task What_was_typed_is_never_wiped()
    {
        await using var app = await KominkanApp.StartAsync();
        await ImportAsync(app, Published);
        var staff = await app.HeadOfficeAsync();
        var page = await staff.SubmitAsync(await staff.OpenAsync("/staff/people/new"), new { FamilyName = "山田", PostalCode = "860-0806", Town = "熊本市中央区どこか", Street = "1番", Fill = "true" });
        Assert.Equal("熊本市中央区どこか", page.Find("[name='Input.Town']").GetAttribute("value"));
        Assert.Equal(("山田", "1番"), (page.Find("[name='Input.FamilyName']").GetAttribute("value"), page.Find("[name='Input.Street']").GetAttribute("value")));
        Assert.Contains("花畑町", page.Find("#about-address").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_towns_one_is_chosen()
    {
        await using var app = await KominkanApp.StartAsync();
        await ImportAsync(app, Published);
        var staff = await app.HeadOfficeAsync();
        var page = await staff.SubmitAsync(await staff.OpenAsync("/staff/people/new"), new { PostalCode = "862-0970", Fill = "true" });
        Assert.Equal(2, page.Document.QuerySelectorAll("[name='Input.ChosenTown']").Length);
        Assert.Equal("", page.Find("[name='Input.Town']").GetAttribute("value"));
        page = await staff.SubmitAsync(page, new { ChosenTown = "熊本県熊本市東区渡鹿", Fill = "true" });
        Assert.Equal("熊本県熊本市東区渡鹿", page.Find("[name='Input.Town']").GetAttribute("value"));
    }

    [Fact]
    public async Task An_unknown_code_is_no_mistake()
    {
        await using var app = await KominkanApp.StartAsync();
        var staff = await app.HeadOfficeAsync();
        var page = await staff.SubmitAsync(await staff.OpenAsync("/staff/people/new"), new { PostalCode = "999-9999", Fill = "true" });
        Assert.Empty(page.Errors);
        page = await staff.SubmitAsync(page, new { FamilyName = "山田", FamilyKana = "ヤマダ", PostalCode = "999-9999", Town = "どこかの町" });
        Assert.Equal("山田", page.Heading);
        Assert.Contains("〒999-9999", page.Text, StringComparison.Ordinal);
    }

    private static async Task<(int New, int Unchanged, int Error)> ImportAsync(KominkanApp app, string rows)
    {
        var file = Path.Combine(app.Folder, "ken_all.csv");
        await File.WriteAllTextAsync(file, rows);
        await using var scope = app.Services.CreateAsyncScope();
        var importer = scope.ServiceProvider.GetRequiredService<Importer>();
        var report = await importer.RunAsync(importer.Find("postal-codes")!, file, new ImportOptions());
        return (report.New, report.Unchanged, report.Error);
    }
}
