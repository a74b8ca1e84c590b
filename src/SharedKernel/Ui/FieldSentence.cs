using System.Text.RegularExpressions;

namespace Kominkan.SharedKernel.Ui;

/// <summary>
/// What the framework says of an input does not know the label that stands in the view, nor whether it was to be chosen or
/// typed; the box knows both. A sentence of a rule is whole as it is.
/// </summary>
internal static partial class FieldSentence
{
    private const string Missing = "入力してください";
    private const string Unreadable = "読み取れません。書き方を確かめてください";

    /// <param name="name">What the property is called where it has no label of its own in the view.</param>
    public static string Of(string message, string caption, string name, bool isChosen) =>
        isChosen && (message == Missing || message == $"{name}を{Missing}" || message.EndsWith(Unreadable, StringComparison.Ordinal)) ? $"{caption}を選んでください"
        : message == Missing ? $"{caption}を{message}"
        : message.StartsWith('「') && message.EndsWith(Unreadable, StringComparison.Ordinal) ? $"{caption}の{message}"
        : Limit().IsMatch(message) ? $"{caption}は{message}"
        : message;

    [GeneratedRegex(@"^([0-9]+字まで|数字|[-0-9.]+から[-0-9.]+までの数)で入力してください\z")]
    private static partial Regex Limit();
}
