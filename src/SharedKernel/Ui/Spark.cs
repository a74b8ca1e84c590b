using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kominkan.SharedKernel.Ui;

/// <summary>
/// <c>&lt;spark values="@line.Past" /&gt;</c>: the course of a figure as a line as high as a word, beside the number and the
/// sentence that say the same: it is hidden from whoever has the page read out. Nothing with less than three values.
/// </summary>
public sealed class SparkTagHelper : TagHelper
{
    private const int Step = 8;
    private const int Height = 24;

    /// <summary>Oldest first, none negative; null where nothing is known.</summary>
    public IReadOnlyList<long?> Values { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var known = Values.Select((v, i) => (Value: v, At: i)).Where(v => v.Value is not null).ToList();
        if (known.Count < 3)
        {
            output.SuppressOutput();
            return;
        }

        var most = Math.Max(1, known.Max(v => v.Value!.Value));
        string Y(long value) => (Height - 4 - ((Height - 8) * (double)value / most)).ToString("0.#", CultureInfo.InvariantCulture);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "spark");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("width", ((Values.Count + 1) * Step).ToString(CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("height", Height.ToString(CultureInfo.InvariantCulture));
        output.Content.Write("<polyline class=\"l1\" points=\"{0}\"/>", string.Join(' ', known.Select(v => $"{(v.At + 1) * Step},{Y(v.Value!.Value)}")));
        var (last, at) = (known[^1].Value!.Value, known[^1].At);
        output.Content.Write("<circle class=\"c1\" cx=\"{0}\" cy=\"{1}\" r=\"3\"/>", (at + 1) * Step, Y(last));
    }
}
