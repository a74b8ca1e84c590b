using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Parser;
using Kominkan.People.Data;
using Kominkan.SharedKernel.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.People.Tests.Pages;

/// <summary>名簿を取り込む: the file, its columns, what becomes of each row.</summary>
public sealed class ImportTests
{
    private const string Roster = """
        令和8年度 水彩教室 名簿,,,,,
        ,,連絡先,,,
        名前,ふりがな,TEL,〒,現住所,誕生日
        \U00020BB7村　恵子,よしむら　けいこ,090-0000-0001,860-0806,熊本市中央区花畑町1番,S30.4.5
        佐藤 誠,サトウ マコト,０９６－０００－０００２,,,1960/1/2
        山﨑 清,ヤマサキ キヨシ,,,,昭和20年12月31日
        """;

    private static readonly string Real = Roster.Replace("\\U00020BB7", "\U00020BB7", StringComparison.Ordinal);

    [Fact]
    public async Task A_list_somebody_kept_is_read_under_its_titles_by_other_names_and_taken_once()
    {
        await using var app = await KominkanApp.StartAsync();
        var staff = await app.HeadOfficeAsync();
        var mapping = await UploadAsync(staff, Real);
        Assert.Equal("名前", Chosen(mapping, "氏名"));
        Assert.Equal("TEL", Chosen(mapping, "電話番号"));
        Assert.Equal("誕生日", Chosen(mapping, "生年月日"));
        var check = await staff.SubmitAsync(mapping);
        Assert.Contains("3行：新規 3、一致 0、要確認 0、エラー 0", check.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.DoAsync(s => s.GetRequiredService<PeopleDb>().People.CountAsync()));
        var done = await staff.SubmitAsync(check);
        Assert.Contains("名簿を取り込みました", done.Text, StringComparison.Ordinal);
        Assert.Equal(["\U00020BB7村　恵子"], await staff.FindAsync("吉村"));

        check = await staff.SubmitAsync(await UploadAsync(staff, Real));
        Assert.Contains("3行：新規 0、一致 3、要確認 0、エラー 0", check.Text, StringComparison.Ordinal);
        await staff.SubmitAsync(check);
        Assert.Equal(3, await app.DoAsync(s => s.GetRequiredService<PeopleDb>().People.CountAsync()));
    }

    [Fact]
    public async Task Rows_are_counted_as_the_file_has_them_under_its_titles()
    {
        await using var app = await KominkanApp.StartAsync();
        var staff = await app.HeadOfficeAsync();
        var check = await staff.SubmitAsync(await UploadAsync(staff, Real + "\n,,,,,\n佐藤 誠,サトウ マコト,09060000002,,,1960/1/2"));
        Assert.Equal(["4", "5", "6", "8"], check.Document.QuerySelectorAll("tbody tr").Select(r => r.Children[0].TextContent));
        Assert.Contains("5行目と同じ方です", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_presses_again_is_told_what_came_of_it()
    {
        await using var app = await KominkanApp.StartAsync();
        var staff = await app.HeadOfficeAsync();
        var check = await staff.SubmitAsync(await UploadAsync(staff, Real));
        await staff.SubmitAsync(check);
        var again = await staff.SubmitAsync(check);
        Assert.Equal("/staff/people", again.Url.AbsolutePath);
        Assert.Contains("新規 3", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_two_take_at_one_moment_is_in_once() => Assert.Equal(3, await PeopleAfterTwoAsync(null));

    /// <summary>The twin: whoever does not wait at the series knows nobody of the other's. SQLite lets in one writer anyway.</summary>
    [Fact]
    public async Task Without_waiting_it_would_be_in_twice()
    {
        if (TestDatabase.Provider == Provider.Postgres)
        {
            Assert.True(await PeopleAfterTwoAsync(s => s.AddScoped<KeepPerson, Careless>()) > 3, "It was in once: the test above proves nothing.");
        }
    }

    private static async Task<int> PeopleAfterTwoAsync(Action<IServiceCollection>? replace)
    {
        await using var app = await KominkanApp.StartAsync(replace: replace);
        var staff = await app.HeadOfficeAsync();
        var checks = new[] { await staff.SubmitAsync(await UploadAsync(staff, Real)), await staff.SubmitAsync(await UploadAsync(staff, Real)) };
        var together = new Together(2);
        Careless.Waits = replace is null ? null : together;
        await Task.WhenAll(checks.Select(c => staff.SubmitAsync(c)));
        return await app.DoAsync(s => s.GetRequiredService<PeopleDb>().People.CountAsync());
    }

    private sealed class Together(int people)
    {
        private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int here;

        public Task ArriveAsync()
        {
            if (Interlocked.Increment(ref here) >= people)
            {
                all.TrySetResult();
            }

            return all.Task;
        }
    }

    /// <summary>Does not take the row before it looks who is there: both have looked before either writes.</summary>
    private sealed class Careless(PeopleDb db, TimeProvider clock) : KeepPerson(db, clock)
    {
        public static Together? Waits { get; set; }

        public override async Task<int> NextNumberAsync(int count, CancellationToken cancellation)
        {
            if (count > 0 && Waits is { } together)
            {
                await together.ArriveAsync();
            }

            return count == 0 ? 0 : await base.NextNumberAsync(count, cancellation);
        }
    }

    [Fact]
    public async Task What_somebody_chose_is_remembered_for_the_next_file_of_that_form()
    {
        await using var app = await KominkanApp.StartAsync();
        var staff = await app.HeadOfficeAsync();
        const string file = "参加者,よびかた,でんわ\n田中 由美,たなか ゆみ,090-0000-0009";
        var mapping = await UploadAsync(staff, file);
        Assert.Equal("", Chosen(mapping, "氏名"));
        var refused = await staff.SubmitAsync(mapping);
        Assert.Contains("氏名か姓の列を選んでください", refused.Errors.Single(), StringComparison.Ordinal);
        var check = await staff.SubmitAsync(mapping, new Dictionary<string, string> { [Box(mapping, "氏名")] = "参加者", [Box(mapping, "フリガナ")] = "よびかた", [Box(mapping, "電話番号")] = "でんわ" });
        Assert.Contains("新規 1", check.Text, StringComparison.Ordinal);
        mapping = await UploadAsync(staff, file + "\n佐藤 誠,さとう まこと,090-0000-0010");
        Assert.Equal(("参加者", "よびかた", "でんわ"), (Chosen(mapping, "氏名"), Chosen(mapping, "フリガナ"), Chosen(mapping, "電話番号")));
    }

    [Fact]
    public async Task Each_row_gets_its_verdict_and_wrong_ones_keep_all_out_until_they_are_left_out()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.PersonAsync();
        var staff = await app.HeadOfficeAsync();
        var check = await staff.SubmitAsync(await UploadAsync(staff, """
            氏名,フリガナ,生年月日,電話番号,メール
            中村 恵子,ナカムラ ケイコ,1955-04-05,,new@example.jp
            中村 恵子,ナカムラ ケイコ,1999-01-01,090-0000-0555,
            佐藤 誠,,1960-01-02,,
            佐藤 清,サトウ キヨシ,1960-02-30,12,
            新田 一,ニッタ ハジメ,1980-01-01,,
            新田 一,ニッタ ハジメ,1980-01-01,,
            """));
        var rows = check.Document.QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Equal(6, rows.Count);
        Assert.Contains("要確認登録済みの方（番号 100001-", rows[0], StringComparison.Ordinal);
        Assert.Contains("メールが違います。記録は変えていません。", rows[0], StringComparison.Ordinal);
        Assert.Contains("要確認同じフリガナの方がいます", rows[1], StringComparison.Ordinal);
        Assert.Contains("エラーフリガナを入力してください。", rows[2], StringComparison.Ordinal);
        Assert.Contains("エラー生年月日「1960-02-30」という日付はありません。", rows[3], StringComparison.Ordinal);
        Assert.Contains("新規", rows[4], StringComparison.Ordinal);
        Assert.Contains("要確認6行目と同じ方です。", rows[5], StringComparison.Ordinal);
        var refused = await staff.SubmitAsync(check);
        Assert.Contains("何も取り込んでいません", refused.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(1, await app.DoAsync(s => s.GetRequiredService<PeopleDb>().People.CountAsync()));
        await staff.SubmitAsync(refused, new { AcceptValid = "true" });
        Assert.Equal(3, await app.DoAsync(s => s.GetRequiredService<PeopleDb>().People.CountAsync()));
        Assert.Equal("", (await app.DoAsync(s => s.GetRequiredService<PeopleDb>().People.OrderBy(p => p.Number).FirstAsync())).Details.Mail);
    }

    [Fact]
    public async Task The_result_comes_back_beside_the_rows_and_the_file_is_gone_when_it_was_taken()
    {
        await using var app = await KominkanApp.StartAsync();
        var staff = await app.HeadOfficeAsync();
        var check = await staff.SubmitAsync(await UploadAsync(staff, Real));
        var result = check.Document.QuerySelectorAll("a").Single(a => a.GetAttribute("href")!.EndsWith("/result", StringComparison.Ordinal)).GetAttribute("href")!;
        var text = await staff.Http.GetStringAsync(new Uri(result, UriKind.Relative));
        Assert.Contains("結果,理由", text, StringComparison.Ordinal);
        Assert.Contains("\U00020BB7村　恵子", text, StringComparison.Ordinal);
        await staff.SubmitAsync(check);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.OpenAsync(result)).Status);
        Assert.All(await app.DoAsync(s => s.GetRequiredService<PeopleDb>().RosterFiles.ToListAsync()), f => Assert.Empty(f.Content));
    }

    [Fact]
    public async Task A_workbook_with_merged_cells_above_its_heads_is_read()
    {
        await using var app = await KominkanApp.StartAsync();
        var staff = await app.HeadOfficeAsync();
        using var file = new MemoryStream();
        await TableWriter.WriteAsync(file, TableFormat.Xlsx, new Table("名簿", ["氏名", "カナ", "携帯"], [["田中 由美", "タナカ ユミ", "090-0000-0009"]], "水彩教室の名簿"));
        var check = await staff.SubmitAsync(await UploadAsync(staff, file.ToArray(), "名簿.xlsx"));
        await staff.SubmitAsync(check);
        Assert.Equal(["田中　由美"], await staff.FindAsync("090-0000-0009"));
    }

    [Theory]
    [InlineData("", "ファイルを選んで")]
    [InlineData("PK\u0003\u0004 not a table", "中身は CSV ではありません")]
    public async Task What_is_no_table_is_said_beside_the_box(string content, string sentence)
    {
        await using var app = await KominkanApp.StartAsync();
        var page = await UploadAsync(await app.HeadOfficeAsync(), content);
        Assert.Contains(sentence, page.Errors.Single(), StringComparison.Ordinal);
    }

    private static Task<Page> UploadAsync(Browser staff, string text) => UploadAsync(staff, Encoding.UTF8.GetBytes(text), "名簿.csv");

    private static async Task<Page> UploadAsync(Browser staff, byte[] bytes, string name)
    {
        var form = await staff.OpenAsync("/staff/people/import");
        using var content = new MultipartFormDataContent { { new StringContent(form.Find("[name=__RequestVerificationToken]").GetAttribute("value")!), "__RequestVerificationToken" } };
        using var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Add(file, "Upload", name);
        using var response = await staff.Http.PostAsync(new Uri("/staff/people/import", UriKind.Relative), content);
        var html = await response.Content.ReadAsStringAsync();
        return new Page(response.RequestMessage!.RequestUri!, response.StatusCode, await new HtmlParser().ParseDocumentAsync(html), html);
    }

    private static string Box(Page mapping, string column) =>
        mapping.Document.QuerySelectorAll("input[type=hidden]").Single(i => i.GetAttribute("value") == column).GetAttribute("name")!.Replace(".Column", ".Head", StringComparison.Ordinal);

    private static string Chosen(Page mapping, string column) =>
        mapping.Find($"select[name='{Box(mapping, column)}'] option[selected], select[name='{Box(mapping, column)}'] option").GetAttribute("value") is var first
        && mapping.Document.QuerySelector($"select[name='{Box(mapping, column)}'] option[selected]") is { } selected ? selected.GetAttribute("value")! : first!;
}
