namespace Kominkan.Booking.Domain;

/// <summary>Who hires and how to reach them, byte for byte as it was written.</summary>
internal sealed record Hirer
{
    public const string ErasedName = "（消去済み）";

    /// <summary>団体名; empty for an individual.</summary>
    public string GroupName { get; init; } = "";

    /// <summary>Of who answers for it.</summary>
    public string FamilyName { get; init; } = "";

    public string GivenName { get; init; } = "";

    public string FamilyKana { get; init; } = "";

    public string GivenKana { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Mail { get; init; } = "";

    public string Name => GivenName.Length == 0 ? FamilyName : $"{FamilyName}　{GivenName}";

    public string Kana => $"{FamilyKana}　{GivenKana}".Trim('　');

    /// <summary>The group where there is one, else the person.</summary>
    public string Shown => GroupName.Length > 0 ? GroupName : Name;
}
