using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Kominkan.SharedKernel.Ui;

/// <summary>
/// One item of a list on a form, shown by a partial view with the item as its model. With an index inside the expression
/// (<c>for="Input.Items[i].Count"</c>) the page would compile it anew for every box of every request.
/// </summary>
public static class Parts
{
    /// <param name="around">ViewData of the page.</param>
    /// <param name="prefix">What the names of its boxes begin with: <c>Input.Items[3]</c>.</param>
    /// <param name="about">What else the partial view shows, as its <c>ViewData["About"]</c>.</param>
    public static ViewDataDictionary<T> Of<T>(ViewDataDictionary around, T item, string prefix, object? about = null)
    {
        var part = new ViewDataDictionary<T>(around, item) { ["About"] = about };
        part.TemplateInfo.HtmlFieldPrefix = prefix;
        return part;
    }
}
