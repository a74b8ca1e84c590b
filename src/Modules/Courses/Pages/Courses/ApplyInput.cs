using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Kominkan.Courses.Domain;
using Kominkan.People.Contracts;
using Kominkan.SharedKernel.Ui;

namespace Kominkan.Courses.Pages.Courses;

/// <summary>What somebody types to apply. It is kept as it was typed until they press 申し込む.</summary>
internal sealed class ApplyInput : IValidatableObject
{
    [Required, MinLength(1), MaxLength(20)]
    public List<Person> People { get; set; } = [new()];

    public GroupPolicy Policy { get; set; }

    [Required, Display(Name = "電話番号"), StringLength(40)]
    public string Phone { get; set; } = "";

    [Display(Name = "メール"), StringLength(320), MailAddress]
    public string? Mail { get; set; }

    [Display(Name = "住所"), StringLength(200)]
    public string? Address { get; set; }

    [Display(Name = "連絡方法")]
    public ContactBy By { get; set; }

    [Display(Name = "個人情報の扱い")]
    public bool Agree { get; set; }

    /// <summary>Puts somebody on record into the first place, and how to reach the holder of the account.</summary>
    public void FillIn(PersonDetails person, PersonDetails holder)
    {
        People[0] = new Person
        {
            FamilyName = person.FamilyName,
            GivenName = person.GivenName,
            FamilyKana = person.FamilyKana,
            GivenKana = person.GivenKana,
            Birth = EraDate.From(person.Birth),
            Gender = person.Gender,
        };
        (Phone, Mail) = (person.Phone.Length > 0 ? person.Phone : holder.Phone, holder.Mail);
    }

    public static ApplyInput From(string json) => JsonSerializer.Deserialize<ApplyInput>(json)!;

    public string ToJson() => JsonSerializer.Serialize(this);

    public Contact ToContact() => new() { Phone = JapaneseText.Clean(Phone), Mail = JapaneseText.Clean(Mail), Address = JapaneseText.Clean(Address), By = By };

    public IReadOnlyList<Applicant> ToPeople() => [.. People.Select(p => p.ToApplicant())];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var phone = JapaneseText.PhoneKey(Phone);
        if (phone.Length is not (10 or 11) || phone[0] != '0')
        {
            yield return new("電話番号は市外局番から、10けたか11けたの数字で入力してください", [nameof(Phone)]);
        }

        if (By == ContactBy.Mail && string.IsNullOrWhiteSpace(Mail))
        {
            yield return new("メールで連絡するには、メールを入力してください", [nameof(Mail)]);
        }

        if (By == ContactBy.Postcard && string.IsNullOrWhiteSpace(Address))
        {
            yield return new("はがきで連絡するには、住所を入力してください", [nameof(Address)]);
        }

        if (ToPeople().GroupBy(p => (JapaneseText.SearchKey(p.FamilyKana + p.GivenKana), p.Birth)).Any(g => g.Count() > 1))
        {
            yield return new("同じ方が2度入っています。いっしょに申し込む方を確かめてください", [nameof(People)]);
        }

        if (!Agree)
        {
            yield return new("個人情報の扱いを読み、同意するときは印をつけてください", [nameof(Agree)]);
        }
    }

    internal sealed class Person : IValidatableObject
    {
        [Required, Display(Name = "姓"), StringLength(100)]
        public string FamilyName { get; set; } = "";

        [Display(Name = "名"), StringLength(100)]
        public string? GivenName { get; set; }

        [Required, Display(Name = "セイ（フリガナ）"), StringLength(100)]
        public string FamilyKana { get; set; } = "";

        [Display(Name = "メイ（フリガナ）"), StringLength(100)]
        public string? GivenKana { get; set; }

        [RequiredDate, Display(Name = "生年月日")]
        public EraDate Birth { get; set; } = new();

        [Display(Name = "性別")]
        public string Gender { get; set; } = "不明";

        [Display(Name = "市内とのつながり")]
        public CityTie Tie { get; set; } = CityTie.Lives;

        public Applicant ToApplicant() => new()
        {
            FamilyName = JapaneseText.Clean(FamilyName),
            GivenName = JapaneseText.Clean(GivenName),
            FamilyKana = JapaneseText.ToKatakana(JapaneseText.Clean(FamilyKana)),
            GivenKana = JapaneseText.ToKatakana(JapaneseText.Clean(GivenKana)),
            Birth = Birth.ToDate(),
            Gender = AgeBands.Genders.Contains(Gender) ? Gender : AgeBands.Unknown,
            Tie = Tie,
        };

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (Birth.ToDate() > (validationContext.GetService(typeof(TimeProvider)) as TimeProvider)?.Today())
            {
                yield return new("生年月日が、これから来る日になっています。確かめてください", [nameof(Birth)]);
            }

            if (JapaneseText.Clean(FamilyName).Length == 0)
            {
                yield return new("姓を入力してください", [nameof(FamilyName)]);
            }

            if (!JapaneseText.IsKatakana(JapaneseText.ToKatakana(JapaneseText.Clean(FamilyKana + GivenKana))))
            {
                yield return new("フリガナは、ひらがなかカタカナで入力してください", [nameof(FamilyKana)]);
            }
        }
    }
}
