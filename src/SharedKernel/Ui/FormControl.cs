using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kominkan.SharedKernel.Ui;

/// <summary>
/// What all boxes have in common: a label with 必須 or 任意 as a word, a hint, the error beside the box and the wiring
/// that reads them out together. Attributes the helper does not know are handed to the input itself.
/// </summary>
public abstract class FormControl : TagHelper
{
    private string caption = "";

    /// <summary>The input property; its <c>[Display(Name)]</c> is the label when none is given.</summary>
    public required ModelExpression For { get; set; }

    public string? Hint { get; set; }

    /// <summary>Marks the box 任意 instead of ※必須.</summary>
    public bool Optional { get; set; }

    /// <summary>Neither mark: where a form has only one box, or searches.</summary>
    public bool NoMark { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    protected string Name => ViewContext.FullName(For);

    protected string Id => Markup.Id(Name);

    /// <summary>The sentence beside the box, and in the summary.</summary>
    protected string? Error => ViewContext.Error(Name) is { } message ? Say(message) : null;

    /// <summary>It is answered by choosing, not by typing.</summary>
    protected virtual bool IsChosen => false;

    private string Say(string message) => FieldSentence.Of(message, caption, For.Metadata.GetDisplayName(), IsChosen);

    protected string Caption(string? label) => label ?? For.Metadata.GetDisplayName();

    /// <summary>Takes the unknown attributes off the element, to be put on the input.</summary>
    protected static IHtmlContent TakeAttributes(TagHelperOutput output)
    {
        var taken = new HtmlContentBuilder();
        foreach (var attribute in output.Attributes)
        {
            taken.AppendHtml(" ");
            attribute.MoveTo(taken);
        }

        output.Attributes.Clear();
        return taken;
    }

    protected void Open(TagHelperContext context, TagHelperOutput output, string element, string css, string? label)
    {
        caption = Caption(label);
        NoMark |= context.Items.ContainsKey(FormTagHelper.Searches);
        ErrorSummaryTagHelper.Met(ViewContext, Name, Say);
        output.TagName = element;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Error is null ? css : css + " wrong");
    }

    protected IHtmlContent Mark() => new HtmlString(
        NoMark ? "" : Optional ? " <span class=\"mark\">任意</span>" : " <span class=\"mark must\">※必須</span>");

    /// <summary>Hint and error, in the order they are read.</summary>
    protected IHtmlContent Notes()
    {
        var html = new HtmlContentBuilder();
        if (!string.IsNullOrEmpty(Hint))
        {
            html.Write("<p class=\"hint\" id=\"{0}-hint\">{1}</p>", Id, Hint);
        }

        if (Error is { } error)
        {
            html.Write("<p class=\"error\" id=\"{0}-error\">{1}</p>", Id, error);
        }

        return html;
    }

    /// <summary><c>aria-describedby</c> and <c>aria-invalid</c> as far as they are needed.</summary>
    protected IHtmlContent Wiring()
    {
        string?[] notes = [string.IsNullOrEmpty(Hint) ? null : Id + "-hint", Error is null ? null : Id + "-error"];
        var ids = string.Join(' ', notes.OfType<string>());
        return new HtmlContentBuilder()
            .AppendHtml(Markup.Attribute("aria-describedby", ids.Length == 0 ? null : ids))
            .AppendHtml(Markup.Attribute("aria-invalid", Error is null ? null : "true"));
    }
}

/// <summary>
/// Every form of the site: a POST is checked by the server alone, so that all browsers say the same words, and a form
/// that searches (GET) asks for nothing, so its boxes carry no mark.
/// </summary>
[HtmlTargetElement("form")]
public sealed class FormTagHelper : TagHelper
{
    internal static readonly object Searches = new();

    public override void Init(TagHelperContext context)
    {
        if (string.Equals(context.AllAttributes["method"]?.Value.ToString(), "get", StringComparison.OrdinalIgnoreCase))
        {
            context.Items[Searches] = true;
        }
    }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.ContainsKey(Searches))
        {
            output.Attributes.SetAttribute(new TagHelperAttribute("novalidate"));
        }
    }
}
