using System.ComponentModel.DataAnnotations;
using Kominkan.Courses.Domain;
using Kominkan.People.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>A telephone call, a visit or a postcard, keyed on one page.</summary>
internal sealed class EntryInput : IValidatableObject
{
    /// <summary>One per shown form: pressed twice it is one application.</summary>
    [HiddenInput]
    public Guid Key { get; set; }

    /// <summary>The record the first line was filled in from.</summary>
    public Guid? PersonId { get; set; }

    [Display(Name = "受付の方法")]
    public Channel Channel { get; set; } = Channel.Phone;

    [MaxLength(10)]
    public List<EntryPersonInput> People { get; set; } = [];

    [Display(Name = "いっしょに申し込む方")]
    public GroupPolicy Policy { get; set; }

    [Display(Name = "電話番号")]
    [StringLength(40)]
    public string? Phone { get; set; }

    [Display(Name = "メール")]
    [StringLength(320)]
    [MailAddress]
    public string? Mail { get; set; }

    [Display(Name = "住所")]
    [StringLength(200)]
    public string? Address { get; set; }

    [Display(Name = "結果の知らせ方")]
    public ContactBy By { get; set; } = ContactBy.Phone;

    [Display(Name = "メモ")]
    [StringLength(500)]
    public string? Note { get; set; }

    [Display(Name = "別の申し込みとして受け付ける")]
    public bool Separate { get; set; }

    public Contact Contact => new() { Phone = JapaneseText.Clean(Phone), Mail = JapaneseText.Clean(Mail), Address = JapaneseText.Clean(Address), By = By };

    public List<Applicant> Applicants() => [.. People.Where(p => !p.IsEmpty).Select(p => p.ToApplicant())];

    /// <summary>Room for so many people, the typed ones first.</summary>
    public void MakeRoom(int people)
    {
        while (People.Count < people)
        {
            People.Add(new());
        }
    }

    /// <summary>Fills in what is known of somebody.</summary>
    public void Prefill(PersonCard card)
    {
        var d = card.Details;
        (PersonId, Phone, Mail, Address) = (card.Id, d.Phone, d.Mail, d.Address);
        By = d.Contact switch { ContactWay.Mail => ContactBy.Mail, ContactWay.Postcard => ContactBy.Postcard, _ => ContactBy.Phone };
        People[0] = new()
        {
            FamilyName = d.FamilyName,
            GivenName = d.GivenName,
            FamilyKana = d.FamilyKana,
            GivenKana = d.GivenKana,
            Birth = d.Birth?.ToString("yyyy/M/d", System.Globalization.CultureInfo.InvariantCulture),
            Gender = d.Gender,
            Tie = d.Residency switch { Residency.Works => CityTie.Works, Residency.Studies => CityTie.Studies, Residency.None => CityTie.None, _ => CityTie.Lives },
        };
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (People.TrueForAll(p => p.IsEmpty))
        {
            yield return new("参加する方の姓を入力してください", ["People[0].FamilyName"]);
        }

        if (Channel == Channel.Web)
        {
            yield return new("受付の方法を選んでください", [nameof(Channel)]);
        }

        var phone = JapaneseText.PhoneKey(Phone);
        if (phone.Length > 0 && (phone.Length is not (10 or 11) || phone[0] != '0'))
        {
            yield return new("電話番号は市外局番から、10けたか11けたの数字で入力してください", [nameof(Phone)]);
        }

        if (phone.Length == 0 && (Channel != Channel.Postcard || By == ContactBy.Phone))
        {
            yield return new("電話番号を入力してください", [nameof(Phone)]);
        }

        if (By == ContactBy.Mail && string.IsNullOrWhiteSpace(Mail))
        {
            yield return new("メールで知らせるには、メールを入力してください", [nameof(Mail)]);
        }

        if (By == ContactBy.Postcard && string.IsNullOrWhiteSpace(Address))
        {
            yield return new("はがきで知らせるには、住所を入力してください", [nameof(Address)]);
        }
    }
}

/// <summary>One person of the slip; a line left empty is nobody.</summary>
internal sealed class EntryPersonInput : IValidatableObject
{
    [Display(Name = "姓")]
    [StringLength(100)]
    public string? FamilyName { get; set; }

    [Display(Name = "名")]
    [StringLength(100)]
    public string? GivenName { get; set; }

    [Display(Name = "セイ（フリガナ）")]
    [StringLength(100)]
    public string? FamilyKana { get; set; }

    [Display(Name = "メイ（フリガナ）")]
    [StringLength(100)]
    public string? GivenKana { get; set; }

    /// <summary>As it is said or written: S30.4.5, 3300405, 1955/4/5.</summary>
    [Display(Name = "生年月日")]
    [StringLength(30)]
    public string? Birth { get; set; }

    [Display(Name = "性別")]
    public string? Gender { get; set; }

    [Display(Name = "市内とのつながり")]
    public CityTie Tie { get; set; } = CityTie.Lives;

    internal bool IsEmpty => string.IsNullOrWhiteSpace(FamilyName + GivenName + FamilyKana + GivenKana + Birth);

    public Applicant ToApplicant() => new()
    {
        FamilyName = JapaneseText.Clean(FamilyName),
        GivenName = JapaneseText.Clean(GivenName),
        FamilyKana = JapaneseText.ToKatakana(JapaneseText.Clean(FamilyKana)),
        GivenKana = JapaneseText.ToKatakana(JapaneseText.Clean(GivenKana)),
        Birth = JapaneseEra.TryParse(Birth),
        Gender = AgeBands.Genders.Contains(Gender) ? Gender! : AgeBands.Unknown,
        Tie = Tie,
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsEmpty)
        {
            yield break;
        }

        if (JapaneseText.Clean(FamilyName).Length == 0)
        {
            yield return new("姓を入力してください", [nameof(FamilyName)]);
        }

        var kana = JapaneseText.ToKatakana(JapaneseText.Clean(FamilyKana));
        if (kana.Length == 0 || !JapaneseText.IsKatakana(kana + JapaneseText.ToKatakana(JapaneseText.Clean(GivenKana))))
        {
            yield return new("フリガナは、ひらがなかカタカナで入力してください", [nameof(FamilyKana)]);
        }

        if (JapaneseEra.TryParse(Birth) > (validationContext.GetService(typeof(TimeProvider)) as TimeProvider)?.Today())
        {
            yield return new("生年月日が、これから来る日になっています。確かめてください", [nameof(Birth)]);
        }

        if (!string.IsNullOrWhiteSpace(Birth) && JapaneseEra.TryParse(Birth) is null)
        {
            yield return new("生年月日は S30.4.5 や 19550405 のように入力してください", [nameof(Birth)]);
        }
    }
}
