using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kominkan.SharedKernel.Ui;

/// <summary>A date as a person writes it: the era (or 西暦), year, month and day, just as they were typed.</summary>
public sealed class EraDate : IValidatableObject
{
    public string? Era { get; set; }

    public string? Year { get; set; }

    public string? Month { get; set; }

    public string? Day { get; set; }

    internal bool IsEmpty => string.IsNullOrWhiteSpace(Year) && string.IsNullOrWhiteSpace(Month) && string.IsNullOrWhiteSpace(Day);

    /// <summary>The day that is meant; null when nothing or no real day was typed.</summary>
    public DateOnly? ToDate() => JapaneseEra.From(Era, Year, Month, Day);

    public static EraDate From(DateOnly? date)
    {
        if (date is not { } d)
        {
            return new EraDate();
        }

        var year = JapaneseEra.YearOf(d);
        return new EraDate
        {
            Era = year[..2],
            Year = year[2..^1].Replace("元", "1", StringComparison.Ordinal),
            Month = d.Month.ToString(CultureInfo.InvariantCulture),
            Day = d.Day.ToString(CultureInfo.InvariantCulture),
        };
    }

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (!IsEmpty && ToDate() is null)
        {
            var name = validationContext.DisplayName is { } n && n.Any(c => c > 0x2E80) ? n : "日付";
            yield return new ValidationResult($"{name}は、昭和30年4月5日のように、ある日を入力してください");
        }
    }
}

/// <summary>An <see cref="EraDate"/> must be typed.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RequiredDateAttribute() : ValidationAttribute("{0}を入力してください")
{
    public override bool IsValid(object? value) => value is EraDate { IsEmpty: false };
}

/// <summary><c>&lt;era-date for="Input.Birth" legend="生年月日" /&gt;</c>: three boxes and the era, bound to an <see cref="EraDate"/>.</summary>
public sealed class EraDateTagHelper : FormControl
{
    public string? Legend { get; set; }

    /// <summary>Fills in a birthday the browser knows.</summary>
    public bool Birthday { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        TakeAttributes(output);
        Open(context, output, "fieldset", "field era-date", Legend);
        var date = For.Model as EraDate ?? new EraDate();
        var era = ViewContext.Attempted(Name + ".Era") ?? date.Era;
        output.Content.Write("<legend>{0}{1}</legend>", Caption(Legend), Mark()).AppendHtml(Notes())
            .Write("<div class=\"parts\"><div><label for=\"{0}\">元号</label><select id=\"{0}\" name=\"{1}.Era\"{2}>", Id, Name, Wiring());
        foreach (var name in JapaneseEra.Names.Where(n => n != "明治").Prepend("西暦"))
        {
            output.Content.Write("<option value=\"{0}\"{1}>{0}</option>", name, new HtmlString(name == era ? " selected" : ""));
        }

        output.Content.AppendHtml("</select></div>");
        Part("Year", "年", date.Year, "w3", "bday-year", output);
        Part("Month", "月", date.Month, "w2", "bday-month", output);
        Part("Day", "日", date.Day, "w2", "bday-day", output);
        output.Content.AppendHtml("</div>");
    }

    private void Part(string part, string label, string? value, string css, string autocomplete, TagHelperOutput output) =>
        output.Content.Write(
            "<div><label for=\"{0}_{1}\">{2}</label><input id=\"{0}_{1}\" name=\"{3}.{1}\" type=\"text\" inputmode=\"numeric\" class=\"{4}\" value=\"{5}\"{6}{7}></div>",
            Id,
            part,
            label,
            Name,
            css,
            ViewContext.Attempted($"{Name}.{part}") ?? value ?? "",
            // A browser knows birthdays by the western year only; it must not fill 1955 into 昭和.
            Markup.Attribute("autocomplete", Birthday && part != "Year" ? autocomplete : null),
            Wiring());
}
