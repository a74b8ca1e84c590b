using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Kominkan.Testing;

/// <summary>A form as it stands on a page: where it goes and what it sends when nothing is changed.</summary>
/// <param name="Texts">Names of the boxes somebody types words into.</param>
public sealed record FoundForm(string Page, string Action, bool IsPost, IReadOnlyList<KeyValuePair<string, string>> Values, IReadOnlyList<string> Texts)
{
    public const string Token = "__RequestVerificationToken";

    /// <summary>Fields by name; of a list only the first entry.</summary>
    public IReadOnlyList<string> Fields => [.. Values.Select(v => v.Key).Where(n => n != Token).DistinctBy(n => Regex.Replace(n, @"\[[^\]]*\]", "[]"))];

    public string Shape => $"{(IsPost ? "POST" : "GET")} {Crawl.ShapeOf(Action)}: {string.Join(' ', Fields)}";
}

/// <summary>Somebody who opens every page there is a link to, from where they are.</summary>
public sealed partial class Crawl : IDisposable
{
    private const int PagesOfAShape = 2;

    private readonly HttpClient http;
    private readonly Uri address;
    private readonly KominkanApp app;
    private readonly Dictionary<string, string> kinds = [];
    private IReadOnlyList<Address>? addresses;

    public Crawl(KominkanApp app, CookieContainer cookies)
    {
        ArgumentNullException.ThrowIfNull(app);
        (this.app, address) = (app, new Uri(app.Address));
        // Every request comes from another address of this machine: how often one may guess is not what is tried here.
        http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.Zero, ConnectCallback = ConnectAsync })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromMinutes(2),
        };
    }

    /// <summary>Some addresses of each kind of page.</summary>
    public Dictionary<string, List<string>> Pages { get; } = [];

    /// <summary>Keys seen in the query of a kind of page.</summary>
    public Dictionary<string, HashSet<string>> Keys { get; } = [];

    public Dictionary<string, FoundForm> Forms { get; } = [];

    public static string ShapeOf(string url) => Number().Replace(Id().Replace(url.Split('?')[0], "{id}"), "/{n}");

    /// <summary>What pages of one route have in common: their path, with <c>{id}</c> where they differ.</summary>
    public string KindOf(string url)
    {
        var path = url.Split('?')[0];
        if (!kinds.TryGetValue(path, out var kind))
        {
            var shape = ShapeOf(path);
            // Keys that are words, as of roles and texts, only the routes tell from the names of pages.
            kinds[path] = kind = shape != path || addresses?.Any(a => a.Route == path) is not false ? shape
                : addresses.Where(a => a.IsAt(path)).MinBy(a => a.Route.Count(c => c == '{'))?.Kind ?? shape;
        }

        return kind;
    }

    /// <param name="from">Where it begins; these are opened however many of their kind there are.</param>
    public async Task WalkAsync(IReadOnlyCollection<string> from, Action<string, HttpStatusCode, string> look)
    {
        addresses ??= [.. (await Address.AllAsync(app)).Where(a => !a.Route.Contains("**", StringComparison.Ordinal))];
        var next = new Queue<string>(from);
        var (first, seen, others) = (from.ToHashSet(), new HashSet<string>(), new Dictionary<string, int>());
        while (next.TryDequeue(out var url))
        {
            var shape = KindOf(url);
            var keys = Keys.GetValueOrDefault(shape) ?? (Keys[shape] = []);
            var isNewKey = url.Split('?') is [_, var query] && query.Split('&').Aggregate(false, (any, pair) => keys.Add(Uri.UnescapeDataString(pair.Split('=')[0])) || any);
            var pages = Pages.GetValueOrDefault(shape) ?? (Pages[shape] = []);
            if (!seen.Add(url) || (others.GetValueOrDefault(shape) >= PagesOfAShape && !isNewKey && !first.Contains(url)))
            {
                continue;
            }

            others[shape] = others.GetValueOrDefault(shape) + (first.Contains(url) ? 0 : 1);
            pages.Add(url.Split('?')[0]);
            var (status, html, location) = await GetAsync(url);
            look(url, status, html);
            if (location is not null)
            {
                next.Enqueue(location);
            }

            foreach (var link in Take(url, html))
            {
                next.Enqueue(link);
            }
        }
    }

    public async Task<(HttpStatusCode Status, string Html, string? Location)> GetAsync(string url)
    {
        using var response = await http.GetAsync(new Uri(url, UriKind.Relative));
        return (response.StatusCode, await ReadAsync(response), Local(response.Headers.Location));
    }

    /// <summary>Everything an answer holds, whatever it is; of a workbook the text of its parts.</summary>
    public async Task<string> TextAsync(string url)
    {
        using var response = await http.GetAsync(new Uri(url, UriKind.Relative));
        if (response.Content.Headers.ContentType?.MediaType?.EndsWith("spreadsheetml.sheet", StringComparison.Ordinal) is not true)
        {
            return await response.Content.ReadAsStringAsync();
        }

        await using var workbook = new ZipArchive(await response.Content.ReadAsStreamAsync());
        var text = new StringBuilder();
        foreach (var part in workbook.Entries)
        {
            using var reader = new StreamReader(await part.OpenAsync());
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }

    public async Task<(HttpStatusCode Status, string Html, Uri? Location)> SendAsync(string url, HttpContent content)
    {
        using var body = content;
        using var response = await http.PostAsync(new Uri(url, UriKind.Relative), body);
        return (response.StatusCode, await ReadAsync(response), response.Headers.Location);
    }

    /// <summary>Fills in the form of a page and sends it; where it leads.</summary>
    public async Task<Uri?> FillInAsync(string url, params IEnumerable<KeyValuePair<string, string>> changes)
    {
        var (status, html, _) = await GetAsync(url);
        var form = FormsOf(url, html).FirstOrDefault(f => f.IsPost) ?? throw new InvalidOperationException($"No form on {url}: {status}");
        var changed = changes.ToList();
        return (await SendAsync(form.Action, new FormUrlEncodedContent([.. form.Values.Where(v => changed.TrueForAll(c => c.Key != v.Key)), .. changed]))).Location;
    }

    /// <summary>The same form as it stands now, for whoever this is.</summary>
    public async Task<FoundForm?> FindAsync(FoundForm form)
    {
        var (_, html, _) = await GetAsync(form.Page);
        return FormsOf(form.Page, html).FirstOrDefault(f => f.Shape == form.Shape);
    }

    public void Dispose() => http.Dispose();

    private List<string> Take(string url, string html)
    {
        foreach (var form in FormsOf(url, html))
        {
            Forms.TryAdd(form.Shape, form);
        }

        var document = new HtmlParser().ParseDocument(html);
        return [.. document.QuerySelectorAll("a[href]").Select(a => Local(new Uri(new Uri(address, url), a.GetAttribute("href")))).OfType<string>()
            .Where(l => !l.Contains('#', StringComparison.Ordinal))];
    }

    private static IEnumerable<FoundForm> FormsOf(string url, string html)
    {
        foreach (var form in new HtmlParser().ParseDocument(html).QuerySelectorAll("form").OfType<IHtmlFormElement>())
        {
            var action = form.GetAttribute("action") is { Length: > 0 } a ? a : url;
            if (!action.EndsWith("/sign-out", StringComparison.Ordinal))
            {
                yield return new FoundForm(url, action, string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase), [.. form.Elements.OfType<IElement>().SelectMany(Values)], [.. form.Elements.OfType<IElement>().Where(IsText).Select(e => e.GetAttribute("name")!)]);
            }
        }
    }

    private static bool IsText(IElement element) =>
        element.GetAttribute("name") is { Length: > 0 } && element is IHtmlTextAreaElement or IHtmlInputElement { Type: "text" or "search" or "tel" or "email" or "url", IsReadOnly: false };

    /// <summary>What an element sends; a box that is not ticked counts with its value, or nothing would be tried in it.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Values(IElement element)
    {
        if (element.GetAttribute("name") is not { Length: > 0 } name)
        {
            return [];
        }

        return element switch
        {
            IHtmlSelectElement select => [new(name, select.Value ?? "")],
            IHtmlTextAreaElement area => [new(name, area.Value)],
            IHtmlInputElement { Type: "radio", IsChecked: false } => [],
            IHtmlInputElement input => [new(name, input.Value)],
            _ => [],
        };
    }

    private string? Local(Uri? location) =>
        location is null ? null
        : !location.IsAbsoluteUri ? location.ToString()
        : location.Scheme is "http" && location.Authority == address.Authority ? location.PathAndQuery + location.Fragment : null;

    private static async Task<string> ReadAsync(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType is "text/html" ? await response.Content.ReadAsStringAsync() : "";

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(new IPAddress([127, (byte)Random.Shared.Next(1, 255), (byte)Random.Shared.Next(1, 255), (byte)Random.Shared.Next(1, 255)]), 0));
        await socket.ConnectAsync(context.DnsEndPoint, cancellation);
        return new NetworkStream(socket, ownsSocket: true);
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex("/[0-9][0-9-]*(?=[/.]|$)")]
    private static partial Regex Number();
}
