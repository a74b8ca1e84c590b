using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kominkan.SharedKernel.Ui;

/// <summary>One thing to choose.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Label">What is read.</param>
/// <param name="Hint">A sentence below it, for radio buttons and ticks.</param>
public sealed record Choice(string Value, string Label, string? Hint = null);

/// <summary>A control whose answer is among <see cref="Items"/>.</summary>
public abstract class ChoosingControl : FormControl
{
    public IEnumerable<Choice> Items { get; set; } = [];

    protected override bool IsChosen => true;

    protected bool Many => For.Metadata.IsEnumerableType;

    protected HashSet<string> Chosen()
    {
        var entry = ViewContext.ViewData.ModelState.TryGetValue(Name, out var e) && e.RawValue is not null ? e : null;
        return entry?.RawValue switch
        {
            string[] many => [.. many],
            string one => [one],
            _ when Many => [.. ((IEnumerable?)For.Model ?? Array.Empty<object>()).Cast<object?>().Select(Markup.Text)],
            _ => [Markup.Text(For.Model)],
        };
    }
}

/// <summary><c>&lt;select-field for="Input.HallId" label="館" items="@Model.Halls" empty="選んでください" /&gt;</c></summary>
public sealed class SelectFieldTagHelper : ChoosingControl
{
    public string? Label { get; set; }

    /// <summary>Words of the first line, which sends nothing; no such line when left out.</summary>
    public string? Empty { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var given = TakeAttributes(output);
        Open(context, output, "div", "field", Label);
        output.Content.Write("<label for=\"{0}\">{1}{2}</label>", Id, Caption(Label), Mark()).AppendHtml(Notes())
            .Write("<select id=\"{0}\" name=\"{1}\"{2}{3}>", Id, Name, Wiring(), given);
        if (Empty is not null)
        {
            output.Content.Write("<option value=\"\">{0}</option>", Empty);
        }

        var chosen = Chosen();
        foreach (var item in Items)
        {
            output.Content.Write("<option value=\"{0}\"{1}>{2}</option>", item.Value, new HtmlString(chosen.Contains(item.Value) ? " selected" : ""), item.Label);
        }

        output.Content.AppendHtml("</select>");
    }
}

/// <summary>
/// <c>&lt;choice-field for="Input.Channel" legend="…" items="…" /&gt;</c>: radio buttons; ticks when the property is a list.
/// The first has the id of the property, so that the summary's link reaches it.
/// </summary>
public sealed class ChoiceFieldTagHelper : ChoosingControl
{
    public string? Legend { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var given = TakeAttributes(output);
        Open(context, output, "fieldset", "field choice", Legend);
        output.Content.Write("<legend>{0}{1}</legend>", Caption(Legend), Mark()).AppendHtml(Notes());
        var (chosen, wiring, n) = (Chosen(), Wiring(), 0);
        foreach (var item in Items)
        {
            var id = n++ == 0 ? Id : Id + "-" + n.ToString(CultureInfo.InvariantCulture);
            output.Content.Write("<label class=\"option\"><input type=\"{0}\" id=\"{1}\" name=\"{2}\" value=\"{3}\"{4}{5}{6}> <span>{7}", Many ? "checkbox" : "radio", id, Name, item.Value, new HtmlString(chosen.Contains(item.Value) ? " checked" : ""), wiring, given, item.Label)
                .AppendHtml(item.Hint is null ? HtmlString.Empty : new HtmlContentBuilder().Write("<small>{0}</small>", item.Hint))
                .AppendHtml("</span></label>");
        }
    }
}
