using System.Net;
using System.Text;

namespace Kominkan.Host.Tests;

/// <summary>Tables that come in through the staff's pages: tried first, then taken, whole or not at all.</summary>
public sealed class ImportPagesTests
{
    private const string Heads = "館番号,種類,名称,区,所在地,所在施設,有効開始日\n";
    private const string Two = Heads + "81,館,朝日公民館,中央区,中央区朝日1番,,2026-04-01\n81-1,分館,夕日分館,中央区,中央区夕日2番,,2026-04-01\n";

    [Fact]
    public async Task Head_office_tries_a_table_sees_each_verdict_and_takes_it()
    {
        await using var app = await KominkanApp.StartAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var list = await office.OpenAsync("/staff/imports");
        Assert.Equal(["attendance", "courses", "halls", "hires", "people", "postal-codes", "rooms"], list.Document.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")!.Split('/')[^1]));

        var tried = await office.UploadAsync(await office.OpenAsync("/staff/imports/halls"), "館.csv", Encoding.UTF8.GetBytes(Two));
        Assert.Contains("まだ何も取り込んでいません。エラーはありません。", tried.Text, StringComparison.Ordinal);
        Assert.Contains("新しく入る2行", tried.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor.OpenAsync("/halls/81")).Status);

        var taken = await office.SubmitAsync(tried);
        Assert.Contains("館を2行取り込みました。", taken.Text, StringComparison.Ordinal);
        Assert.Equal("朝日公民館", (await app.Visitor.OpenAsync("/halls/81")).Heading);

        // Pressed twice, or come back to by the Back button.
        Assert.Contains("もう取り込んだか", (await office.SubmitAsync(tried)).Text, StringComparison.Ordinal);
        Assert.Contains("調べた結果がありません", (await office.OpenAsync(tried.Url.AbsolutePath)).Text, StringComparison.Ordinal);
        var again = await office.UploadAsync(taken, "館.csv", Encoding.UTF8.GetBytes(Two));
        Assert.Contains("変わらない2行", again.Text, StringComparison.Ordinal);
        Assert.Contains("見出しの下に行がありません。", (await office.UploadAsync(taken, "館.csv", Encoding.UTF8.GetBytes(Heads))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_with_an_error_is_named_and_nothing_is_taken_unless_it_is_left_out()
    {
        await using var app = await KominkanApp.StartAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var tried = await office.UploadAsync(await office.OpenAsync("/staff/imports/halls"), "館.csv", Encoding.UTF8.GetBytes(Two + "公民館,館,番号のない館,中央区,どこか,,2026-13-01\n"));
        Assert.Contains("4行目", tried.Text, StringComparison.Ordinal);
        Assert.Contains("「2026-13-01」という日付はありません。", tried.Text, StringComparison.Ordinal);
        var refused = await office.SubmitAsync(tried);
        Assert.Equal(["エラーが1行あるので、何も取り込んでいません。直すか、除く印を付けてください。"], refused.Errors);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor.OpenAsync("/halls/81")).Status);

        var taken = await office.SubmitAsync(refused, new { AcceptValid = "true" });
        Assert.Contains("館を2行取り込みました。エラーの1行は入れていません。", taken.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor.OpenAsync("/halls/81")).Status);
    }

    [Theory]
    [InlineData("館.csv", "", "ファイルが空です。")]
    [InlineData("館.pdf", "%PDF-1.7", ".xlsx")]
    [InlineData("館.csv", "番号,名前\n1,館\n", "館番号")]
    [InlineData("館.xlsx", "PKではない", "")]
    public async Task A_file_that_is_no_such_table_is_answered_with_a_sentence_beside_the_box(string name, string content, string sentence)
    {
        await using var app = await KominkanApp.StartAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var refused = await office.UploadAsync(await office.OpenAsync("/staff/imports/halls"), name, Encoding.UTF8.GetBytes(content));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(sentence, Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.NotNull(refused.Document.QuerySelector(".field.wrong input[type=file]"));
    }

    [Fact]
    public async Task Without_a_file_the_page_asks_for_one_and_an_unknown_dataset_is_not_found()
    {
        await using var app = await KominkanApp.StartAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        Assert.Equal(["ファイルを選んでください"], (await office.SubmitAsync(await office.OpenAsync("/staff/imports/halls"))).Errors);
        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync("/staff/imports/secrets")).Status);
        Assert.Equal(HttpStatusCode.OK, (await office.OpenAsync($"/staff/imports/halls/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task What_nobody_came_back_for_is_sealed_and_gone_after_a_day()
    {
        await using var app = await KominkanApp.StartAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        await office.UploadAsync(await office.OpenAsync("/staff/imports/halls"), "館.csv", Encoding.UTF8.GetBytes(Two));
        var file = Assert.Single(Directory.GetFiles(app.Folder, "*.upload", SearchOption.AllDirectories));
        Assert.DoesNotContain("朝日", Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file)), StringComparison.Ordinal);

        app.Clock.Advance(TimeSpan.FromHours(23));
        await app.RunJobAsync("host.sweep-uploads");
        Assert.True(File.Exists(file));
        app.Clock.Advance(TimeSpan.FromHours(2));
        await app.RunJobAsync("host.sweep-uploads");
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task Only_who_looks_after_the_whole_city_imports()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.HallAsync();
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "3");
        using var part = await app.SignInAsync(RoleKeys.HeadOffice, "3");
        foreach (var url in new[] { "/staff/imports", "/staff/imports/halls", $"/staff/imports/halls/{Guid.NewGuid()}" })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await manager.OpenAsync(url)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await part.OpenAsync(url)).Status);
        }
    }
}
