using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
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
        output.Content.AppendHtml(new Late(ViewContext, wrong.ToDictionary(e => e.Key, e => e.Value!)));
    }

    /// <summary>Remembers that the page shows a box of this name, where, and how it puts a message into words.</summary>
    internal static void Met(ViewContext view, string name, Func<string, string> say) => Boxes(view).Add((name, say));

    private static List<(string Name, Func<string, string> Say)> Boxes(ViewContext view)
    {
        if (view.HttpContext.Items[typeof(ErrorSummaryTagHelper)] is not List<(string Name, Func<string, string> Say)> boxes)
        {
            view.HttpContext.Items[typeof(ErrorSummaryTagHelper)] = boxes = [];
        }

        return boxes;
    }

    private static string Words(string message) => message.Length > 0 ? message : "入力が読み取れません。書き方を確かめてください";

    /// <summary>Written when the page is complete: only then is it known in which order its boxes stand.</summary>
    private sealed class Late(ViewContext view, Dictionary<string, ModelStateEntry> wrong) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var boxes = Boxes(view);
            var names = wrong.Keys.Where(k => k.Length > 0).OrderBy(k => boxes.FindIndex(b => b.Name == k) is var at and >= 0 ? at : int.MaxValue).ToList();
            var html = new HtmlContentBuilder();
            html.Write("<p class=\"title\">{0}</p><ol>", names.Count == 0 ? "確認してください" : $"入力内容を{names.Count}か所確認してください");
            foreach (var error in wrong.GetValueOrDefault("")?.Errors ?? [])
            {
                html.Write("<li>{0}</li>", Words(error.ErrorMessage));
            }

            foreach (var name in names)
            {
                html.Write("<li><a href=\"#{0}\">{1}</a></li>", Markup.Id(name), Words((boxes.Find(b => b.Name == name).Say ?? (m => m))(wrong[name].Errors[0].ErrorMessage)));
            }

            html.AppendHtml("</ol>").WriteTo(writer, encoder);
        }
    }
}
