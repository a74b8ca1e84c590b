using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Kominkan.EndToEnd;

/// <summary>One person's browser with one page, and the checks every page must pass.</summary>
public sealed class Visit : IAsyncDisposable
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        Rules = new() { ["target-size"] = new RuleOptions { Enabled = true } },
        // What passed is most of the answer, and nobody reads it.
        ResultTypes = [ResultType.Violations],
    };

    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];
    private readonly bool hasAxe;

    internal Visit(IBrowserContext context, IPage page, bool hasAxe)
    {
        (this.context, Page, this.hasAxe) = (context, page, hasAxe);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                complaints.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 500 || (response.Status >= 400 && response.Request.ResourceType != "document"))
            {
                complaints.Add($"{response.Url}: {response.Status}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Goes on as somebody who has signed in elsewhere; nobody stays a visitor.</summary>
    public Task SignInAsync(KominkanApp app, Browser? who) =>
        context.AddCookiesAsync((who?.Cookies.GetAllCookies() ?? []).Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = app.Address }));

    /// <summary>Opens a page and checks it.</summary>
    public async Task OpenAsync(string url)
    {
        await Page.GotoAsync(url);
        await CheckAsync();
    }

    /// <summary>
    /// The page as it stands now: nothing for axe to complain about, no sideways scroll, one heading, a title, and neither
    /// the console nor the server has complained since the visit began.
    /// </summary>
    public async Task CheckAsync()
    {
        if (hasAxe)
        {
            await AxeAsync();
        }

        await FitsAsync();
        Assert.True(await Page.Locator("h1").CountAsync() == 1, $"{Page.Url} needs exactly one h1.");
        Assert.NotEqual("", await Page.TitleAsync());
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    public async Task AxeAsync()
    {
        var result = await SettledAsync(() => Page.RunAxe(Rules).WaitAsync(TimeSpan.FromMinutes(1)));
        var broken = result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id} ({v.Help}): {n.Target} {n.Html}")).ToList();
        Assert.True(broken.Count == 0, $"{Page.Url} at {Page.ViewportSize?.Width}px:\n{string.Join('\n', broken)}");
    }

    /// <summary>The page is no wider than the window; what is wider says where.</summary>
    public async Task FitsAsync()
    {
        var wide = await SettledAsync(() => Page.EvaluateAsync<string[]>("""
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
              [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                .slice(0, 8).map(e => `${e.tagName} .${e.className} ${Math.round(e.getBoundingClientRect().right)}px`)
            """));
        Assert.True(wide.Length == 0, $"{Page.Url} scrolls sideways at {Page.ViewportSize?.Width}px:\n{string.Join('\n', wide)}");
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    /// <summary>Looks at the page; where a press or a script has just sent it on, at the one it led to.</summary>
    private async Task<T> SettledAsync<T>(Func<Task<T>> look)
    {
        await LoadedAsync();
        try
        {
            return await look();
        }
        catch (Microsoft.Playwright.PlaywrightException e) when (e.Message.Contains("Execution context was destroyed", StringComparison.Ordinal) || e.Message.Contains("properties of null (reading 'scrollWidth')", StringComparison.Ordinal))
        {
            await LoadedAsync();
            await Page.Locator("body").WaitForAsync(new() { State = WaitForSelectorState.Attached });
            return await look();
        }
    }

    /// <summary>The driver misses the event now and then where pages follow each other fast: then the page has long stood, and whoever looks sees it.</summary>
    private async Task LoadedAsync()
    {
        try
        {
            await Page.WaitForLoadStateAsync(options: new() { Timeout = 10_000 });
        }
        catch (TimeoutException)
        {
        }
    }
}
