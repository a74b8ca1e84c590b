using Microsoft.Playwright;

namespace Kominkan.EndToEnd;

/// <summary>
/// Debian's chromium without windows, started once for a class: <c>IClassFixture&lt;Chromium&gt;</c> and a constructor that takes it.
/// <c>KOMINKAN_CHROMIUM</c> names another one.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("KOMINKAN_CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium-headless-shell",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--no-default-browser-check", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-domain-reliability", "--metrics-recording-only", "--lang=ja-JP",
            ],
        });
    }

    /// <summary>A browser of somebody else: no cookies, Japanese, and a list of what went wrong in it.</summary>
    /// <param name="javaScript">Residents' pages must work without.</param>
    /// <param name="width">1280, or 320 for the smallest telephone.</param>
    /// <param name="scripting">Off as in the browser's own settings: <c>noscript</c> counts, and axe, which is a script, does not look.</param>
    public async Task<Visit> VisitAsync(KominkanApp app, bool javaScript = true, int width = 1280, bool scripting = true)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = app.Address,
            Locale = "ja-JP",
            JavaScriptEnabled = scripting,
            TimezoneId = "Asia/Tokyo",
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = width < 600 ? 640 : 800 },
        });
        context.SetDefaultTimeout(30_000);
        if (!javaScript)
        {
            // So that axe can still run; NoScriptTests switches scripting off itself. The pages have no inline scripts, so that without the files there is none.
            await context.RouteAsync(_ => true, route => route.Request.ResourceType == "script" ? route.AbortAsync() : route.ContinueAsync());
        }

        return new Visit(context, await context.NewPageAsync(), scripting);
    }

    /// <summary>Opens each page wide and narrow at once, as one person, and says of all of them what is wrong.</summary>
    /// <param name="who">Whose cookies the pages are opened with.</param>
    public async Task LookAsync(KominkanApp app, Browser? who, IReadOnlyCollection<string> urls, bool javaScript = true)
    {
        var failures = await Task.WhenAll(LookAsync(1280), LookAsync(320));
        Assert.True(failures.All(f => f.Count == 0), string.Join("\n\n", failures.SelectMany(f => f)));

        async Task<List<string>> LookAsync(int width)
        {
            await using var visit = await VisitAsync(app, javaScript, width);
            await visit.SignInAsync(app, who);
            var wrong = new List<string>();
            foreach (var url in urls)
            {
                try
                {
                    await visit.OpenAsync(url);
                    // Without a number or a sign-in some public pages lead to the form that asks for it.
                    Assert.True(who is null || new Uri(visit.Page.Url).AbsolutePath == new Uri(new Uri(app.Address), url).AbsolutePath, $"leads to {visit.Page.Url}");
                }
                catch (Exception e) when (e is Xunit.Sdk.XunitException or PlaywrightException)
                {
                    wrong.Add($"{width} {url}: {e.Message}");
                }
            }

            return wrong;
        }
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
