using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Kominkan.Booking.Domain;
using Kominkan.People.Contracts;

namespace Kominkan.Booking.Pages.Booking;

/// <summary>What somebody types to hire a room, on the web and at the desk. It is kept as it was typed.</summary>
internal class HireInput : IValidatableObject
{
    [Display(Name = "使う方")]
    public UserClass UserClass { get; set; }

    [Display(Name = "団体の名前"), StringLength(100)]
    public string? GroupName { get; set; }

    [Required, Display(Name = "姓"), StringLength(100)]
    public string FamilyName { get; set; } = "";

    [Display(Name = "名"), StringLength(100)]
    public string? GivenName { get; set; }

    [Required, Display(Name = "セイ（フリガナ）"), StringLength(100)]
    public string FamilyKana { get; set; } = "";

    [Display(Name = "メイ（フリガナ）"), StringLength(100)]
    public string? GivenKana { get; set; }

    [Required, Display(Name = "電話番号"), StringLength(40)]
    public string Phone { get; set; } = "";

    [Display(Name = "メール"), StringLength(320), MailAddress]
    public string? Mail { get; set; }

    [Required, Display(Name = "利用の目的"), StringLength(RoomHire.LongestPurpose)]
    public string Purpose { get; set; } = "";

    /// <summary>Asked where the city has kinds; which it must be, the rules say.</summary>
    [Display(Name = "目的の種類"), StringLength(Domain.PurposeKind.LongestName)]
    public string? PurposeKind { get; set; }

    /// <summary>Code of the tie, asked where the city has ties; which it must be, the rules say.</summary>
    [Display(Name = "市内とのつながり")]
    public int? Tie { get; set; }

    [Required, Display(Name = "人数")]
    public int? People { get; set; }

    /// <summary>Names of the surcharges that are so.</summary>
    [Display(Name = "あてはまるもの")]
    public List<string> Extras { get; set; } = [];

    /// <summary>Equipment, a line for each piece the hall has.</summary>
    public List<EquipmentInput> Items { get; set; } = [];

    /// <summary>A line for each piece, in this order, with what was filled in; behind them what was filled in and is none of these, for the rules to refuse.</summary>
    public HireInput Offer(IReadOnlyList<Equipment> equipment)
    {
        var offered = equipment.Select(e => Items.Find(i => i.Name == e.Name) ?? new EquipmentInput { Name = e.Name }).ToList();
        Items = [.. offered, .. Items.Except(offered).Where(i => i.Count is not (null or 0))];
        return this;
    }

    public Wishes ToWishes() => new(Extras, Items.Where(i => i.Count is not (null or 0)).GroupBy(i => i.Name).ToDictionary(g => g.Key, g => g.Sum(i => i.Count!.Value)));

    public Hirer ToHirer() => new()
    {
        GroupName = JapaneseText.Clean(GroupName),
        FamilyName = JapaneseText.Clean(FamilyName),
        GivenName = JapaneseText.Clean(GivenName),
        FamilyKana = JapaneseText.ToKatakana(JapaneseText.Clean(FamilyKana)),
        GivenKana = JapaneseText.ToKatakana(JapaneseText.Clean(GivenKana)),
        Phone = JapaneseText.Clean(Phone),
        Mail = JapaneseText.Clean(Mail),
    };

    /// <param name="key">One per thing asked for: pressed twice it is one.</param>
    public Order ToOrder(HireChannel channel, Guid key) => new(channel, UserClass, [], ToHirer(), Purpose, People ?? 0, key) { Wishes = ToWishes(), PurposeKind = PurposeKind ?? "", Tie = new HirerTie { Code = Tie ?? 0 } };

    /// <summary>Begins with what is known of somebody.</summary>
    public void FillIn(PersonDetails person) =>
        (FamilyName, GivenName, FamilyKana, GivenKana, Phone, Mail) = (person.FamilyName, person.GivenName, person.FamilyKana, person.GivenKana, person.Phone, person.Mail);

    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (JapaneseText.Clean(FamilyName).Length == 0)
        {
            yield return new("姓を入力してください", [nameof(FamilyName)]);
        }

        if (!JapaneseText.IsKatakana(JapaneseText.ToKatakana(JapaneseText.Clean(FamilyKana + GivenKana))))
        {
            yield return new("フリガナは、ひらがなかカタカナで入力してください", [nameof(FamilyKana)]);
        }

        var phone = JapaneseText.PhoneKey(Phone);
        if (phone.Length is not (10 or 11) || phone[0] != '0')
        {
            yield return new("電話番号は市外局番から、10けたか11けたの数字で入力してください", [nameof(Phone)]);
        }
    }
}

/// <summary>On the web, where nobody reads the rules aloud.</summary>
internal class WebHireInput : HireInput
{
    [Display(Name = "利用の約束")]
    public bool Promise { get; set; }

    [Display(Name = "個人情報の扱い")]
    public bool Agree { get; set; }

    public static WebHireInput From(string json) => json.Length == 0 ? new() : JsonSerializer.Deserialize<WebHireInput>(json)!;

    public string ToJson() => JsonSerializer.Serialize(this);

    public Order ToOrder(HireDraft draft, Quote quote) => ToOrder(HireChannel.Web, draft.Id) with { UserClass = draft.UserClass, Bands = quote.Bands };

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var wrong in base.Validate(validationContext))
        {
            yield return wrong;
        }

        if (!Promise)
        {
            yield return new("利用の約束を読み、守れるときは印をつけてください", [nameof(Promise)]);
        }

        if (!Agree)
        {
            yield return new("個人情報の扱いを読み、同意するときは印をつけてください", [nameof(Agree)]);
        }
    }
}
