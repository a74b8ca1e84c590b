using System.Net;
using Microsoft.AspNetCore.Builder;

namespace Kominkan.Host.Tests;

/// <summary>What stands in front of the program is believed only as far as the city said so.</summary>
public sealed class EdgeTests
{
    private const string Site = "https://kominkan.example.jp";

    [Fact]
    public async Task A_host_that_is_not_the_sites_gets_no_page_to_put_into_a_mail()
    {
        await using var app = await KominkanApp.StartAsync(b => b.Configuration["Site:BaseUrl"] = Site);

        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync(app, "evil.example")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(app, "kominkan.example.jp")).StatusCode);
    }

    [Fact]
    public async Task Browsers_are_told_to_use_https_for_a_year_where_a_known_proxy_says_they_did()
    {
        await using var app = await KominkanApp.StartAsync(b => (b.Configuration["Site:BaseUrl"], b.Configuration["Proxies:Known"]) = (Site, "127.0.0.0/8"));

        Assert.Equal("max-age=31536000; includeSubDomains", (await GetAsync(app, "kominkan.example.jp", ("X-Forwarded-Proto", "https"))).Headers.GetValues("Strict-Transport-Security").Single());
        Assert.False((await GetAsync(app, "kominkan.example.jp")).Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("10.9.8.7", true)]
    [InlineData("127.0.0.1", false)]
    public async Task An_address_somebody_claims_counts_only_when_a_known_proxy_says_it(string? known, bool isLimited)
    {
        await using var app = await KominkanApp.StartAsync(b => (b.Configuration["Proxies:Known"], b.Configuration["Guessing:PerAddress"]) = (known, "20"));
        var form = await app.Visitor.OpenAsync("/applications");
        var token = form.Find($"[name={FoundForm.Token}]").GetAttribute("value")!;
        var answers = new List<HttpStatusCode>();
        for (var n = 0; n < 25; n++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/applications") { Content = new FormUrlEncodedContent([new(FoundForm.Token, token)]) };
            request.Headers.Add("X-Forwarded-For", $"203.0.113.{n}");
            using var response = await app.Visitor.Http.SendAsync(request);
            answers.Add(response.StatusCode);
        }

        Assert.Equal(isLimited, answers.Contains(HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task A_proxy_that_cannot_be_read_stops_the_start() =>
        Assert.StartsWith("設定 Proxies__Known: ", (await Assert.ThrowsAsync<WrongConfiguration>(() => KominkanApp.StartAsync(b => b.Configuration["Proxies:Known"] = "proxy"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("/")]
    [InlineData("/staff/sign-in")]
    public async Task Every_answer_carries_the_same_headers(string url)
    {
        await using var app = await KominkanApp.StartAsync();
        using var response = await app.Visitor.Http.GetAsync(new Uri(url, UriKind.Relative));

        Assert.Equal("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal(("nosniff", "same-origin", "same-origin"), (Header("X-Content-Type-Options"), Header("Referrer-Policy"), Header("Cross-Origin-Opener-Policy")));
        Assert.False(response.Headers.Contains("Server"));
        Assert.Equal(url.StartsWith("/staff", StringComparison.Ordinal), response.Headers.CacheControl?.NoStore is true);

        string Header(string name) => response.Headers.GetValues(name).Single();
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    public async Task Other_methods_are_not_allowed(string method)
    {
        await using var app = await KominkanApp.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/");
        using var response = await app.Visitor.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    private static async Task<HttpResponseMessage> GetAsync(KominkanApp app, string host, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/help");
        request.Headers.Host = host;
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await app.Visitor.Http.SendAsync(request);
    }
}
