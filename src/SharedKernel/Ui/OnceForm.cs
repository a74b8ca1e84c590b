using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kominkan.SharedKernel.Ui;

/// <summary><c>&lt;form method="post" once&gt;</c>: makes something new, and pressed twice makes it once (<see cref="Data.FormPresses"/>).</summary>
[HtmlTargetElement("form", Attributes = "once")]
public sealed class OnceFormTagHelper : TagHelper
{
    /// <summary>Name of the field that holds the form's random key.</summary>
    public const string Field = "__once";

    /// <summary>Name of the field that proves where the form comes from.</summary>
    public const string Antiforgery = "__RequestVerificationToken";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll("once");
        var request = ViewContext.HttpContext.Request;
        // A form shown again keeps its key: whether what was pressed has been kept is not always known.
        var key = Guid.TryParse(Posted(request), out var posted) ? posted : Guid.NewGuid();
        output.PostContent.Write("<input type=\"hidden\" name=\"{0}\" value=\"{1}\" autocomplete=\"off\">", Field, key);
    }

    private static string? Posted(HttpRequest request)
    {
        try
        {
            return request.HasFormContentType ? request.Form[Field].ToString() : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            // What was sent is no form at all; the page is shown with the sentence that says so.
            return null;
        }
    }
}
