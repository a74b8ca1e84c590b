using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Host.Tests;

public sealed class PostFilterTests
{
    private static async Task<Page> PostAsync(KominkanApp app, string what, string text = "草枕", string count = "1") =>
        await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/probe/" + what), new { Text = text, Count = count });

    [Fact]
    public async Task What_was_saved_stays_when_the_page_goes_on()
    {
        await using var app = await Notes.StartAsync();
        var page = await PostAsync(app, "well");
        Assert.EndsWith("/probe/done", page.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(["草枕"], await app.NotesAsync());
    }

    [Fact]
    public async Task Wide_digits_are_read_and_a_box_of_one_line_gives_one_line()
    {
        await using var app = await Notes.StartAsync();
        var page = await PostAsync(app, "well", "葛\U000E0100城の\r\n\u202E草枕\v", "５");
        Assert.EndsWith("/probe/done", page.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(["葛\U000E0100城の 草枕"], (await app.NotesAsync()).Select(n => n.Trim()));
    }

    [Theory]
    [InlineData("rule", HttpStatusCode.Conflict, "いまは保存できません。明日もう一度お試しください。")]
    [InlineData("rule-of-a-box", HttpStatusCode.UnprocessableEntity, "別の言葉を入力してください。")]
    [InlineData("busy", HttpStatusCode.ServiceUnavailable, "いま混み合っていて保存できませんでした。入力はそのままです。少し待って、もう一度押してください。")]
    [InlineData("own-error", HttpStatusCode.OK, "短くしてください。")]
    public async Task A_refusal_saves_nothing_and_shows_the_form_with_what_was_typed(string what, HttpStatusCode status, string sentence)
    {
        await using var app = await Notes.StartAsync();
        var page = await PostAsync(app, what);
        Assert.Equal(status, page.Status);
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        Assert.Equal("草枕", page.Find("[name='Input.Text']").GetAttribute("value"));
        Assert.Equal(what == "own-error" ? "1" : "0", page.Find("#loaded").TextContent); // its own answer is made before the rollback
        Assert.StartsWith("エラー：", page.Document.Title, StringComparison.Ordinal);
        Assert.Empty(await app.NotesAsync());
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nA")]
    [InlineData("multipart/form-data", "a=1")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "a=1")]
    public async Task What_cannot_be_read_is_refused_and_no_fault(string type, string sent)
    {
        await using var app = await Notes.StartAsync();
        using var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(sent));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await app.Visitor.Http.PostAsync(new Uri("/probe/well", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("送られた内容を読み取れませんでした。", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await app.NotesAsync());
    }

    [Fact]
    public async Task Without_the_transaction_a_refusal_would_leave_the_row()
    {
        await using var app = await Notes.StartAsync(s => s.AddScoped<AppDatabase, NoTransaction>());
        await PostAsync(app, "rule");
        Assert.Equal(["草枕"], await app.NotesAsync());
    }

    [Theory]
    [InlineData("", "1", "本文を入力してください")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一", "1", "本文は20字までで入力してください")]
    [InlineData("草枕", "十", "数の「十」が読み取れません。書き方を確かめてください")]
    [InlineData("草枕", "", "数を入力してください")]
    [InlineData("草枕", "1,00", "数の「1,00」が読み取れません。書き方を確かめてください")]
    [InlineData("草枕", "#5", "数の「#5」が読み取れません。書き方を確かめてください")]
    [InlineData("草枕", "１，０００", "数は0から9までの数で入力してください")]
    [InlineData("草枕", "12", "数は0から9までの数で入力してください")]
    public async Task Input_that_cannot_be_taken_never_reaches_the_handler(string text, string count, string sentence)
    {
        await using var app = await Notes.StartAsync();
        var page = await PostAsync(app, "fault", text, count);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.Contains(sentence, StringComparison.Ordinal));
        Assert.Equal(count, page.Find("[name='Input.Count']").GetAttribute("value"));
    }

    [Fact]
    public async Task A_second_row_of_something_single_is_refused_politely()
    {
        await using var app = await Notes.StartAsync();
        await PostAsync(app, "well");
        var page = await PostAsync(app, "well");
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("ほかの人が先に登録しました。", page.Text, StringComparison.Ordinal);
        Assert.Single(await app.NotesAsync());
    }

    [Fact]
    public async Task A_fault_of_the_program_saves_nothing_and_shows_the_error_page()
    {
        await using var app = await Notes.StartAsync();
        var page = await PostAsync(app, "fault");
        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.DoesNotContain("a fault of the program", page.Html, StringComparison.Ordinal);
        Assert.Empty(await app.NotesAsync());
    }

    [Fact]
    public async Task A_page_that_is_gone_meanwhile_is_not_found()
    {
        await using var app = await Notes.StartAsync();
        var form = await app.Visitor.OpenAsync("/probe/rule");
        using var content = new FormUrlEncodedContent([new("Input.Text", "草枕"), new("Input.Count", "1"), new("__RequestVerificationToken", form.Find("[name=__RequestVerificationToken]").GetAttribute("value")!)]);
        using var answer = await app.Visitor.Http.PostAsync(new Uri("/probe/gone-meanwhile", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await app.NotesAsync());
    }

    [Fact]
    public async Task A_page_may_ask_to_be_left_outside_the_transaction()
    {
        await using var app = await Notes.StartAsync();
        var page = await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/probe-outside"));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["外"], await app.NotesAsync());
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_refused()
    {
        await using var app = await Notes.StartAsync();
        using var content = new FormUrlEncodedContent([new("Input.Text", "草枕"), new("Input.Count", "1")]);
        using var answer = await app.Visitor.Http.PostAsync(new Uri("/probe/well", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("value=\"草枕\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await app.NotesAsync());
    }

    private sealed class NoTransaction(DatabaseSettings settings, WriteGate gate) : AppDatabase(settings, gate)
    {
        public override Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellation = default) => work();
    }
}
