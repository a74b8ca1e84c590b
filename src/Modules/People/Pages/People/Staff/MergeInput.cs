using Kominkan.People.Contracts;
using Kominkan.SharedKernel.Ui;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>Which record goes on, and from which each value comes.</summary>
internal sealed class MergeInput
{
    public const string Left = "left";
    public const string Right = "right";

    private static readonly List<Part> Parts =
    [
        new("name", "氏名", d => d.FamilyName + "　" + d.GivenName, (to, from) => to with { FamilyName = from.FamilyName, GivenName = from.GivenName }),
        new("kana", "フリガナ", d => d.Kana, (to, from) => to with { FamilyKana = from.FamilyKana, GivenKana = from.GivenKana }),
        new("foreign", "在留カード名・通称", d => string.Join("　", new[] { d.CardName, d.Alias }.Where(t => t.Length > 0)), (to, from) => to with { CardName = from.CardName, Alias = from.Alias, Shown = from.Shown }),
        new("birth", "生年月日", d => d.Birth?.Both() ?? "", (to, from) => to with { Birth = from.Birth }),
        new("gender", "性別", d => d.Gender, (to, from) => to with { Gender = from.Gender }),
        new("residency", "市内とのつながり", d => Wording.Of(d.Residency), (to, from) => to with { Residency = from.Residency }),
        new("address", "住所", d => d.PostalCode.Length > 0 ? $"〒{d.PostalCode}　{d.Address}" : d.Address, (to, from) => to with { PostalCode = from.PostalCode, Town = from.Town, Street = from.Street }),
        new("phones", "電話番号", d => string.Join("、", d.Phones), (to, from) => to with { Phone = from.Phone, Phone2 = from.Phone2, Phone3 = from.Phone3 }),
        new("mail", "メール", d => d.Mail, (to, from) => to with { Mail = from.Mail }),
        new("contact", "連絡方法", d => Wording.Of(d.Contact), (to, from) => to with { Contact = from.Contact }),
        new("language", "読みやすい言葉", d => Wording.LanguageOf(d.Language), (to, from) => to with { Language = from.Language }),
    ];

    /// <summary>The record that goes on: the older one unless the clerk says otherwise.</summary>
    public string Keep { get; set; } = Left;

    public int LeftVersion { get; set; }

    public int RightVersion { get; set; }

    /// <summary>By part: left or right.</summary>
    public Dictionary<string, string> Take { get; set; } = [];

    /// <summary>Parts in which the records differ.</summary>
    public static IEnumerable<Part> Different(PersonDetails left, PersonDetails right) => Parts.Where(p => p.Show(left) != p.Show(right));

    /// <summary>The choices of a part, an empty value as a dash.</summary>
    public static IReadOnlyList<Choice> ChoicesOf(Part part, PersonDetails left, PersonDetails right) =>
        [new(Left, Shown(part.Show(left))), new(Right, Shown(part.Show(right)))];

    /// <summary>What is filled in wins over what is empty; else the older record.</summary>
    public static string Proposal(Part part, PersonDetails left, PersonDetails right) =>
        part.Show(left).Length == 0 && part.Show(right).Length > 0 ? Right
        : part.Key is "residency" or "gender" && IsUnknown(part, left) && !IsUnknown(part, right) ? Right : Left;

    public PersonDetails Chosen(PersonDetails left, PersonDetails right)
    {
        var kept = Keep == Right ? right : left;
        return Different(left, right).Aggregate(kept, (to, part) => part.Take(to, Take.GetValueOrDefault(part.Key) == Right ? right : left));
    }

    private static bool IsUnknown(Part part, PersonDetails d) => part.Key == "gender" ? d.Gender == PersonDetails.Unknown : d.Residency == Residency.Unknown;

    private static string Shown(string text) => string.IsNullOrWhiteSpace(text) ? "－（なし）" : text;

    /// <param name="Show">The value as it is read and compared.</param>
    /// <param name="Take">The first details with this part of the second.</param>
    internal sealed record Part(string Key, string Label, Func<PersonDetails, string> Show, Func<PersonDetails, PersonDetails, PersonDetails> Take);
}
