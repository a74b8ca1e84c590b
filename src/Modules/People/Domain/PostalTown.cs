namespace Kominkan.People.Domain;

/// <summary>A town and its 郵便番号, as Japan Post's list (KEN_ALL) has them. A code may have several towns, a town several codes.</summary>
internal sealed class PostalTown
{
    private PostalTown()
    {
    }

    public PostalTown(string code, string prefecture, string city, string town) =>
        (Code, Prefecture, City, Town) = (code, prefecture, city, town);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Seven digits.</summary>
    public string Code { get; private init; } = "";

    public string Prefecture { get; private init; } = "";

    public string City { get; private init; } = "";

    /// <summary>Empty where the list names no town.</summary>
    public string Town { get; private init; } = "";

    public string Whole => Prefecture + City + Town;

    /// <summary>The seven digits of a 郵便番号 in any width, with or without 〒 and hyphen; null when it is none.</summary>
    public static string? CodeOf(string? text)
    {
        var folded = JapaneseText.Narrow(JapaneseText.Clean(text));
        var digits = new string([.. folded.Where(char.IsAsciiDigit)]);
        return digits.Length == 7 && folded.All(c => char.IsAsciiDigit(c) || "〒 -‐‑–—−ー".Contains(c, StringComparison.Ordinal)) ? digits : null;
    }
}
