using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Kominkan.SharedKernel.Ui;

/// <summary>Small words of HTML the tag helpers share. Everything in a <c>{0}</c> is encoded.</summary>
internal static class Markup
{
    public static IHtmlContentBuilder Write(this IHtmlContentBuilder html, string format, params object?[] values) =>
        html.AppendFormat(CultureInfo.InvariantCulture, format, values!);

    /// <summary><c> name="value"</c>, or nothing without a value.</summary>
    public static IHtmlContent Attribute(string name, string? value) =>
        value is null ? HtmlString.Empty : new HtmlContentBuilder().Write(" " + name + "=\"{0}\"", value);

    /// <summary>The id a box of this name has, wherever on the page it is spoken of.</summary>
    public static string Id(string name) => TagBuilder.CreateSanitizedId(name, "_");

    public static string FullName(this ViewContext view, ModelExpression expression) =>
        view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);

    /// <summary>The sentence that stands beside the box and in the summary: the first for the box, or for a part of it.</summary>
    public static string? Error(this ViewContext view, string name) =>
        view.ViewData.ModelState.FindKeysWithPrefix(name).SelectMany(e => e.Value?.Errors ?? []).FirstOrDefault()?.ErrorMessage;

    /// <summary>What was typed, if the form came back; else null.</summary>
    public static string? Attempted(this ViewContext view, string name) =>
        view.ViewData.ModelState.TryGetValue(name, out var entry) ? entry.AttemptedValue : null;

    /// <summary>A value as inputs of HTML want it.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        string s => s,
        DateOnly d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly { Second: 0 } t => t.ToString("HH:mm", CultureInfo.InvariantCulture),
        TimeOnly t => t.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        DateTime t => t.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
