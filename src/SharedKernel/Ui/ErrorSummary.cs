using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kominkan.SharedKernel.Ui;

/// <summary>
/// <c>&lt;error-summary /&gt;</c>, first thing on the page: what to mend, each with a link to its box, in the words that
/// stand beside it. Nothing without errors. The browser puts the focus on it, also without JavaScript.
/// </summary>
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var wrong = ViewContext.ViewData.ModelState.Where(e => e.Value is { Errors.Count: > 0 }).ToList();
        if (wrong.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute(new TagHelperAttribute("autofocus"));
        var boxes = wrong.Count(e => e.Key.Length > 0);
        output.Content.Write("<p class=\"title\">{0}</p><ol>", boxes == 0 ? "確認してください" : $"入力内容を{boxes}か所確認してください");
        foreach (var (name, entry) in wrong)
        {
            if (name.Length > 0)
            {
                output.Content.Write("<li><a href=\"#{0}\">{1}</a></li>", Markup.Id(name), Words(entry!.Errors[0].ErrorMessage));
                continue;
            }

            foreach (var error in entry!.Errors)
            {
                output.Content.Write("<li>{0}</li>", Words(error.ErrorMessage));
            }
        }

        output.Content.AppendHtml("</ol>");
    }

    private static string Words(string message) => message.Length > 0 ? message : "入力が読み取れません。書き方を確かめてください";
}
