using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kominkan.SharedKernel.Ui;

/// <summary><c>&lt;field for="Input.Phone" label="電話番号" type="tel" width="8" autocomplete="tel" /&gt;</c></summary>
public sealed class FieldTagHelper : FormControl
{
    // A box of type number throws away what it cannot read before anybody can say what was wrong with it.
    private const string Number = "number";

    private static readonly int[] Widths = [2, 3, 4, 6, 8, 10, 12, 16, 20, 30];

    public string? Label { get; set; }

    /// <summary>text, tel, email; the rest is known by the property: its type, or <c>[DataType]</c> of a password or of a text of many lines.</summary>
    public string? Type { get; set; }

    /// <summary>Room for so many kanji (twice as many digits); as wide as the form when left out.</summary>
    public int? Width { get; set; }

    /// <summary>Stands behind the box: 円, 人.</summary>
    public string? Suffix { get; set; }

    /// <summary>Lines of a textarea.</summary>
    public int Rows { get; set; } = 5;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var type = Type ?? Guess();
        if (type == Number && !output.Attributes.ContainsName("inputmode"))
        {
            output.Attributes.SetAttribute("inputmode", "numeric");
        }

        var given = TakeAttributes(output);
        Open(context, output, "div", "field", Label);
        var value = type == "password" ? "" : ViewContext.Attempted(Name) ?? Markup.Text(For.Model);
        output.Content.Write("<label for=\"{0}\">{1}{2}</label>", Id, Caption(Label), Mark()).AppendHtml(Notes());
        var css = (Width ?? (type == Number ? 8 : default(int?))) is { } w ? "w" + Array.Find(Widths, x => x >= w).ToString(CultureInfo.InvariantCulture) : null;
        var tail = new HtmlContentBuilder().AppendHtml(Markup.Attribute("class", css)).AppendHtml(Wiring()).AppendHtml(given);
        if (type == "textarea")
        {
            // The line break after the tag is the parser's to drop; without it a leading one of the text would be lost.
            output.Content.Write("<textarea id=\"{0}\" name=\"{1}\" rows=\"{2}\"{3}>\n{4}</textarea>", Id, Name, Rows, tail, value);
        }
        else
        {
            var box = new HtmlContentBuilder().Write("<input id=\"{0}\" name=\"{1}\" type=\"{2}\" value=\"{3}\"{4}>", Id, Name, type == Number ? "text" : type, value, tail);
            output.Content.AppendHtml(Suffix is null ? box : new HtmlContentBuilder().Write("<span class=\"with-suffix\">{0} <span>{1}</span></span>", box, Suffix));
        }
    }

    private string Guess()
    {
        var type = For.Metadata.UnderlyingOrModelType;
        return For.Metadata.DataTypeName == nameof(DataType.MultilineText) ? "textarea" : For.Metadata.DataTypeName == nameof(DataType.Password) ? "password"
            : type == typeof(DateOnly) ? "date" : type == typeof(TimeOnly) ? "time" : type == typeof(DateTime) ? "datetime-local"
            : type == typeof(int) || type == typeof(long) ? Number : "text";
    }
}

/// <summary><c>&lt;check-field for="Input.Agree" label="…" /&gt;</c>: one box to tick, bound to a bool.</summary>
public sealed class CheckFieldTagHelper : FormControl
{
    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var given = TakeAttributes(output);
        NoMark = true;
        Open(context, output, "div", "field check", Label);
        var ticked = ViewContext.Attempted(Name) is { } typed ? typed.Contains("true", StringComparison.OrdinalIgnoreCase) : For.Model is true;
        output.Content.AppendHtml(Error is null ? HtmlString.Empty : new HtmlContentBuilder().Write("<p class=\"error\" id=\"{0}-error\">{1}</p>", Id, Error))
            .Write("<label class=\"option\"><input type=\"checkbox\" id=\"{0}\" name=\"{1}\" value=\"true\"{2}{3}{4}> <span>{5}</span></label>", Id, Name, new HtmlString(ticked ? " checked" : ""), Wiring(), given, Caption(Label))
            .AppendHtml(string.IsNullOrEmpty(Hint) ? HtmlString.Empty : new HtmlContentBuilder().Write("<p class=\"hint\" id=\"{0}-hint\">{1}</p>", Id, Hint))
            .Write("<input type=\"hidden\" name=\"{0}\" value=\"false\">", Name);
    }
}
