using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kominkan.SharedKernel.Ui;

/// <summary>
/// <c>&lt;progress-panel label="講座の取り込み" done="120" total="400" unit="行" /&gt;</c>: how far a long piece of work is.
/// A script asks again every three seconds; without it a link does. What stands inside is shown below.
/// </summary>
public sealed class ProgressPanelTagHelper : TagHelper
{
    public string Label { get; set; } = "";

    public long Done { get; set; }

    /// <summary>0 while it is not known.</summary>
    public long Total { get; set; }

    public string Unit { get; set; } = "件";

    /// <summary>Nothing is to be waited for any more; also so when everything is done.</summary>
    public bool Finished { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var finished = Finished || (Total > 0 && Done >= Total);
        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "progress");
        output.Attributes.SetAttribute("aria-label", Label);
        if (!finished)
        {
            output.Attributes.SetAttribute("data-poll", "3");
        }

        var words = finished ? $"終わりました（{Number(Done)}{Unit}）"
            : Total > 0 ? $"{Number(Total)}{Unit}のうち{Number(Done)}{Unit}（{100 * Done / Total}％）"
            : "準備しています";
        output.PreContent.Write("<p class=\"title\">{0}</p>", Label);
        if (finished || Total > 0)
        {
            output.PreContent.Write("<progress aria-label=\"{0}\" max=\"{1}\" value=\"{2}\"></progress>", Label, finished ? 1 : Total, finished ? 1 : Done);
        }
        else
        {
            output.PreContent.Write("<progress aria-label=\"{0}\"></progress>", Label);
        }

        output.PreContent.Write("<p role=\"status\">{0}</p>", words);
        if (!finished)
        {
            var request = ViewContext.HttpContext.Request;
            output.PostContent.Write("<p><a class=\"btn second\" href=\"{0}\">いまの様子を見る</a></p><p class=\"hint\">このページを閉じても、作業は続きます。</p>", request.PathBase + request.Path + request.QueryString);
        }
    }

    private static string Number(long value) => value.ToString("#,##0", CultureInfo.InvariantCulture);
}
