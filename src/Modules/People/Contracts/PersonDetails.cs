using System.Text.Json.Serialization;

namespace Kominkan.People.Contracts;

/// <summary>What is known of a person and may be corrected, byte for byte as it was given (after <see cref="JapaneseText.Clean"/>).</summary>
public sealed record PersonDetails
{
    /// <summary>姓; alone it may hold a whole name that has no parts.</summary>
    public string FamilyName { get; init; } = "";

    /// <summary>名; may be empty.</summary>
    public string GivenName { get; init; } = "";

    /// <summary>セイ, full-width katakana.</summary>
    public string FamilyKana { get; init; } = "";

    /// <summary>メイ, full-width katakana; may be empty.</summary>
    public string GivenKana { get; init; } = "";

    /// <summary>The name on a 在留カード, in Latin letters as it is printed there; empty for most.</summary>
    public string CardName { get; init; } = "";

    /// <summary>通称, the name a foreign resident goes by; empty for most.</summary>
    public string Alias { get; init; } = "";

    /// <summary>Which of the names stands on pages, letters and lists.</summary>
    public NameShown Shown { get; init; }

    /// <summary>Null when nobody asked.</summary>
    public DateOnly? Birth { get; init; }

    /// <summary>男, 女 or 不明 (not answered).</summary>
    public string Gender { get; init; } = Unknown;

    /// <summary>Whether they live, work or study in the city.</summary>
    public Residency Residency { get; init; }

    /// <summary>860-0806; anything else that was typed stays as it is.</summary>
    public string PostalCode { get; init; } = "";

    /// <summary>From the prefecture to the name of the town.</summary>
    public string Town { get; init; } = "";

    /// <summary>番地, building and room.</summary>
    public string Street { get; init; } = "";

    /// <summary>The telephone number to call first.</summary>
    public string Phone { get; init; } = "";

    /// <summary>A second telephone number, or empty.</summary>
    public string Phone2 { get; init; } = "";

    /// <summary>A third telephone number, or empty.</summary>
    public string Phone3 { get; init; } = "";

    /// <summary>Mail address, or empty.</summary>
    public string Mail { get; init; } = "";

    /// <summary>How they want to hear from the hall.</summary>
    public ContactWay Contact { get; init; }

    /// <summary>Language they would rather read, as in BCP 47 (<c>en</c>, <c>zh</c>); empty is Japanese.</summary>
    public string Language { get; init; } = "";

    /// <summary>The word for a gender that was not told.</summary>
    public const string Unknown = "不明";

    /// <summary>The name to be shown, as <see cref="Shown"/> says.</summary>
    [JsonIgnore]
    public string Name => Shown switch
    {
        NameShown.CardName when CardName.Length > 0 => CardName,
        NameShown.Alias when Alias.Length > 0 => Alias,
        _ => GivenName.Length == 0 ? FamilyName : $"{FamilyName}　{GivenName}",
    };

    /// <summary>セイ and メイ with a space between.</summary>
    [JsonIgnore]
    public string Kana => $"{FamilyKana}　{GivenKana}".Trim('　');

    /// <summary>Town and street in one line.</summary>
    [JsonIgnore]
    public string Address => Town + Street;

    /// <summary>The telephone numbers there are.</summary>
    [JsonIgnore]
    public IEnumerable<string> Phones => new[] { Phone, Phone2, Phone3 }.Where(p => p.Length > 0);
}

/// <summary>Which name of a person is shown.</summary>
public enum NameShown
{
    /// <summary>氏名</summary>
    Name,

    /// <summary>在留カード名</summary>
    CardName,

    /// <summary>通称</summary>
    Alias,
}

/// <summary>How somebody wants to hear from the hall.</summary>
public enum ContactWay
{
    /// <summary>電話</summary>
    Phone,

    /// <summary>メール</summary>
    Mail,

    /// <summary>はがき</summary>
    Postcard,
}

/// <summary>A person's tie to the city, which rules of courses and groups ask for.</summary>
public enum Residency
{
    /// <summary>Nobody asked.</summary>
    Unknown,

    /// <summary>市内在住</summary>
    Lives,

    /// <summary>市内在勤</summary>
    Works,

    /// <summary>市内在学</summary>
    Studies,

    /// <summary>市外</summary>
    None,
}
