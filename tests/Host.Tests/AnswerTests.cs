using System.Net;

namespace Kominkan.Host.Tests;

/// <summary>What every answer has in common, whatever the page.</summary>
public sealed class AnswerTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/health/live")]
    [InlineData("/css/base.css")]
    [InlineData("/no-such-page")]
    [InlineData("/staff")]
    [InlineData("/probe/fault")]
    public async Task Every_answer_carries_the_security_headers(string url)
    {
        await using var app = await Notes.StartAsync();
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Address) };
        using var answer = await client.GetAsync(new Uri(url, UriKind.Relative));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task An_answer_to_a_fault_carries_them_too()
    {
        await using var app = await Notes.StartAsync();
        var form = await app.Visitor.OpenAsync("/probe/fault");
        using var content = new FormUrlEncodedContent([new("Input.Text", "草枕"), new("Input.Count", "1"), new("__RequestVerificationToken", form.Find("[name=__RequestVerificationToken]").GetAttribute("value")!)]);
        using var answer = await app.Visitor.Http.PostAsync(new Uri("/probe/fault", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
    }

    /// <summary>Before the address is looked at: no page takes them, and an unknown address gives nothing away.</summary>
    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("TRACE")]
    [InlineData("OPTIONS")]
    public async Task Other_methods_are_not_allowed(string method)
    {
        await using var app = await KominkanApp.StartAsync();
        foreach (var url in new[] { "/", "/no-such-page", "/staff/no-such-page", "/health/live", "/draws/00000000-0000-0000-0000-000000000000.json", "/css/base.css" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(url, UriKind.Relative));
            using var answer = await app.Visitor.Http.SendAsync(request);
            Assert.Equal((url, HttpStatusCode.MethodNotAllowed), (url, answer.StatusCode));
            Assert.Equal(["GET", "HEAD", "POST"], answer.Content.Headers.Allow);
        }
    }

    [Theory]
    [InlineData("/rooms")]
    [InlineData("/courses")]
    [InlineData("/applications/mine")]
    [InlineData("/reports/annual/2026")]
    public async Task A_form_sent_to_a_page_that_has_none_is_not_allowed(string url)
    {
        await using var app = await KominkanApp.StartAsync();
        var token = (await app.Visitor.OpenAsync("/applications")).Find("main input[name=__RequestVerificationToken]").GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        using var answer = await app.Visitor.Http.PostAsync(new Uri(url, UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("この開き方はできません", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/no-such-page")]
    [InlineData("/no-such-file.css")]
    [InlineData("/staff/no-such-page")]
    [InlineData("/%E5%85%AC%E6%B0%91%E9%A4%A8/1")]
    public async Task A_mistyped_address_is_not_found_and_never_asks_to_sign_in(string url)
    {
        await using var app = await KominkanApp.StartAsync();
        var page = await app.Visitor.OpenAsync(url);
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal(url, page.Url.AbsolutePath);
    }

    [Fact]
    public async Task Staff_pages_are_never_kept_by_the_browser()
    {
        await using var app = await KominkanApp.StartAsync();
        using var answer = await app.Visitor.Http.GetAsync(new Uri("/staff/sign-in", UriKind.Relative));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }
}
