using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kominkan.SharedKernel.Ui;

/// <summary><c>&lt;step-heading step="1" of="3"&gt;参加する方&lt;/step-heading&gt;</c>: the page's h1 with where one is.</summary>
public sealed class StepHeadingTagHelper : TagHelper
{
    public int Step { get; set; }

    public int Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "h1";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "step");
        output.PreContent.Write("<span class=\"step-no\"><span class=\"visually-hidden\">手順</span>{0}/{1}</span> ", Step, Of);
    }
}

/// <summary><c>&lt;summary-list&gt;</c>: what was answered, to be checked before sending.</summary>
public sealed class SummaryListTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.Attributes.SetAttribute("class", "summary");
    }
}

/// <summary><c>&lt;summary-row label="お名前" change="/url"&gt;…&lt;/summary-row&gt;</c></summary>
public sealed class SummaryRowTagHelper : TagHelper
{
    public string Label { get; set; } = "";

    /// <summary>Address of the page that changes it; no link when left out.</summary>
    public string? Change { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.PreContent.Write("<dt>{0}</dt><dd>", Label);
        output.PostContent.AppendHtml("</dd>");
        if (Change is not null)
        {
            output.PostContent.Write("<dd class=\"change\"><a href=\"{0}\">変更<span class=\"visually-hidden\">：{1}</span></a></dd>", Change, Label);
        }
    }
}

/// <summary><c>&lt;result-panel title="申し込みを受け付けました" number-label="受付番号" number="1234-5678"&gt;…&lt;/result-panel&gt;</c>: carries the page's h1.</summary>
public sealed class ResultPanelTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    public string NumberLabel { get; set; } = "受付番号";

    public string? Number { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "result");
        output.PreContent.Write("<h1>{0}</h1>", Title);
        if (Number is not null)
        {
            output.PreContent.Write("<p class=\"number\">{0} <strong>{1}</strong></p>", NumberLabel, Number);
        }
    }
}

/// <summary><c>&lt;empty-state title="…"&gt;</c> why and one action <c>&lt;/empty-state&gt;</c></summary>
public sealed class EmptyStateTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "empty");
        output.PreContent.Write("<p class=\"title\">{0}</p>", Title);
    }
}
