using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kominkan.SharedKernel.Ui;

/// <summary>
/// <c>&lt;pager page="1" pages="4" /&gt;</c>: links to the other pages of a list; keeps the rest of the query string. The
/// number travels as <c>p</c>, because <c>page</c> is taken by the framework's routes.
/// </summary>
public sealed class PagerTagHelper : TagHelper
{
    public const string Query = "p";

    public int Page { get; set; } = 1;

    public int Pages { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Pages <= 1)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", "ページの切り替え");
        output.Content.AppendHtml("<ul>");
        Step(output, Page - 1, "前のページ", "prev");
        var last = 0;
        foreach (var page in Enumerable.Range(1, Pages).Where(p => p == 1 || p == Pages || Math.Abs(p - Page) <= 2))
        {
            if (page > last + 1)
            {
                output.Content.AppendHtml("<li class=\"gap\" aria-hidden=\"true\">…</li>");
            }

            var current = page == Page ? new HtmlString(" aria-current=\"page\"") : HtmlString.Empty;
            output.Content.Write("<li class=\"no\"><a href=\"{0}\"{1}><span class=\"visually-hidden\">ページ</span>{2}</a></li>", Url(page), current, page);
            last = page;
        }

        output.Content.Write("<li class=\"of\">{0} / {1}ページ</li>", Page, Pages);
        Step(output, Page + 1, "次のページ", "next");
        output.Content.AppendHtml("</ul>");
    }

    private void Step(TagHelperOutput output, int page, string words, string rel)
    {
        if (page >= 1 && page <= Pages)
        {
            output.Content.Write("<li><a rel=\"{0}\" href=\"{1}\">{2}</a></li>", rel, Url(page), words);
        }
    }

    private string Url(int page) => ViewContext.HttpContext.Request.With((Query, page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)));
}

/// <summary><c>&lt;th scope="col"&gt;&lt;sort-link by="date" label="日付" /&gt;&lt;/th&gt;</c>: query <c>sort</c> and <c>desc</c>.</summary>
public sealed class SortLinkTagHelper : TagHelper
{
    public string By { get; set; } = "";

    public string Label { get; set; } = "";

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var sorted = request.Query["sort"] == By;
        var descending = sorted && request.Query["desc"] == "true";
        if (sorted && context.Items.TryGetValue(typeof(SortableHeadTagHelper), out var head))
        {
            ((SortableHeadTagHelper)head).Sorted = descending ? "descending" : "ascending";
        }

        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "sort");
        output.Attributes.SetAttribute("href", request.With(("sort", By), ("desc", sorted && !descending ? "true" : null), (PagerTagHelper.Query, null)));
        output.Content.Write("{0}<span aria-hidden=\"true\">{1}</span>", Label, sorted ? descending ? " ▼" : " ▲" : "");
    }
}

/// <summary>Says on the column's head how it is sorted, if a <c>sort-link</c> inside it is the one in force.</summary>
[HtmlTargetElement("th", Attributes = "[scope=col]")]
public sealed class SortableHeadTagHelper : TagHelper
{
    internal string? Sorted { get; set; }

    public override void Init(TagHelperContext context) => context.Items[typeof(SortableHeadTagHelper)] = this;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.Content.SetHtmlContent(await output.GetChildContentAsync());
        if (Sorted is not null)
        {
            output.Attributes.SetAttribute("aria-sort", Sorted);
        }
    }
}

internal static class QueryStrings
{
    /// <summary>This page's address with some of the query changed; null takes a key away.</summary>
    public static string With(this HttpRequest request, params (string Key, string? Value)[] changes)
    {
        var query = new QueryBuilder(request.Query.Where(q => changes.All(c => c.Key != q.Key)).SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v ?? ""))));
        foreach (var (key, value) in changes)
        {
            if (value is not null)
            {
                query.Add(key, value);
            }
        }

        return request.PathBase + request.Path + query.ToQueryString();
    }
}
