using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kominkan.SharedKernel.Ui;

/// <summary><c>&lt;status-tag status="@row.Status" /&gt;</c>: a mark and a word, never only a colour.</summary>
public sealed class StatusTagTagHelper : TagHelper
{
    public Status? Status { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Status is not null)
        {
            output.Content.SetHtmlContent(StatusTag.Html(Status));
        }
    }
}

/// <summary>The same as plain HTML, for rows of long lists where a tag helper for each would cost.</summary>
public static class StatusTag
{
    public static IHtmlContent Html(Status status)
    {
        var (css, mark) = status.Tone switch
        {
            Tone.Ok => ("ok", "○"),
            Tone.Warn => ("warn", "△"),
            Tone.Bad => ("bad", "×"),
            _ => ("off", "－"),
        };
        return new HtmlString($"<span class=\"tag {css}\"><span aria-hidden=\"true\">{mark}</span> {System.Net.WebUtility.HtmlEncode(status.Word)}</span>");
    }
}
