using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Kominkan.Testing;

/// <summary>A browser without JavaScript: keeps cookies, follows redirects, fills in forms as they stand on the page.</summary>
public sealed class Browser : IDisposable
{
    private readonly HttpClient http;

    public Browser(Uri address)
    {
        http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = true }) { BaseAddress = address };
    }

    public CookieContainer Cookies { get; } = new();

    public HttpClient Http => http;

    public async Task<Page> OpenAsync(string url)
    {
        using var response = await http.GetAsync(new Uri(url, UriKind.RelativeOrAbsolute));
        return await Page.ReadAsync(response);
    }

    /// <summary>
    /// Presses a form's button with the fields as the page shows them, changed where <paramref name="fields"/> says.
    /// Names are those of the inputs without the leading <c>Input.</c>.
    /// </summary>
    /// <param name="form">CSS selector of the form; the first POST form of the main part when left out.</param>
    public async Task<Page> SubmitAsync(Page page, object? fields = null, string form = "main form[method=post]")
    {
        var element = page.Document.QuerySelector(form) as IHtmlFormElement ?? throw new InvalidOperationException($"No form {form} on {page.Url}:\n{page.Text}");
        var values = element.Elements.OfType<IHtmlElement>().SelectMany(Values).ToList();
        var changes = fields switch
        {
            null => [],
            IEnumerable<KeyValuePair<string, string>> pairs => pairs,
            _ => fields.GetType().GetProperties().Select(p => KeyValuePair.Create(p.Name.Replace("__", ".", StringComparison.Ordinal), p.GetValue(fields)?.ToString() ?? "")),
        };
        foreach (var change in changes)
        {
            var name = element.Elements.Any(e => e.GetAttribute("name") == change.Key) ? change.Key : "Input." + change.Key;
            values.RemoveAll(v => v.Key == name);
            values.Add(KeyValuePair.Create(name, change.Value));
        }

        using var content = new FormUrlEncodedContent(values);
        var action = element.GetAttribute("action") is { Length: > 0 } a ? new Uri(page.Url, a) : page.Url;
        using var response = await http.PostAsync(action, content);
        return await Page.ReadAsync(response);
    }

    /// <summary>Presses the button of a form that takes one file.</summary>
    public async Task<Page> UploadAsync(Page page, string fileName, byte[] file, string form = "main form[method=post]")
    {
        var element = page.Document.QuerySelector(form) as IHtmlFormElement ?? throw new InvalidOperationException($"No form {form} on {page.Url}:\n{page.Text}");
        using var content = new MultipartFormDataContent();
        foreach (var value in element.Elements.OfType<IHtmlElement>().SelectMany(Values))
        {
            content.Add(new StringContent(value.Value), value.Key);
        }

        content.Add(new ByteArrayContent(file), element.QuerySelector("input[type=file]")!.GetAttribute("name")!, fileName);
        using var response = await http.PostAsync(element.GetAttribute("action") is { Length: > 0 } a ? new Uri(page.Url, a) : page.Url, content);
        return await Page.ReadAsync(response);
    }

    public void Dispose() => http.Dispose();

    private static IEnumerable<KeyValuePair<string, string>> Values(IHtmlElement element)
    {
        if (element.GetAttribute("name") is not { Length: > 0 } name || element.HasAttribute("disabled"))
        {
            yield break;
        }

        switch (element)
        {
            case IHtmlInputElement { Type: "checkbox" or "radio" } box when !box.IsChecked:
            case IHtmlInputElement { Type: "submit" or "button" or "file" }:
            case IHtmlButtonElement:
                break;
            case IHtmlInputElement input:
                yield return KeyValuePair.Create(name, input.Value);
                break;
            case IHtmlSelectElement select:
                yield return KeyValuePair.Create(name, select.Value ?? "");
                break;
            case IHtmlTextAreaElement area:
                yield return KeyValuePair.Create(name, area.Value);
                break;
        }
    }
}

/// <summary>What the browser shows.</summary>
public sealed record Page(Uri Url, HttpStatusCode Status, IHtmlDocument Document, string Html)
{
    /// <summary>All text, spaces folded.</summary>
    public string Text => string.Join(' ', (Document.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    public IEnumerable<string> Errors => Document.QuerySelectorAll(".error-summary li").Select(e => e.TextContent.Trim());

    public IElement Find(string selector) => Document.QuerySelector(selector) ?? throw new InvalidOperationException($"No {selector} on {Url}:\n{Text}");

    internal static async Task<Page> ReadAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        return new Page(response.RequestMessage!.RequestUri!, response.StatusCode, await new HtmlParser().ParseDocumentAsync(html), html);
    }
}
