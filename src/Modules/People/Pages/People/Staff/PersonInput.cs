using System.ComponentModel.DataAnnotations;
using Kominkan.People.Contracts;
using Kominkan.SharedKernel.Ui;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>The form of a person. What a value must be is the rules' to say (<see cref="Domain.PersonRules"/>).</summary>
internal sealed class PersonInput
{
    /// <summary>The record's version when the form was opened.</summary>
    public int Version { get; set; }

    [Display(Name = "姓")]
    [Required]
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

    [Display(Name = "在留カード名")]
    [StringLength(100)]
    public string? CardName { get; set; }

    [Display(Name = "通称")]
    [StringLength(100)]
    public string? Alias { get; set; }

    [Display(Name = "表示する名前")]
    public NameShown Shown { get; set; }

    [Display(Name = "生年月日")]
    public EraDate Birth { get; set; } = new();

    [Display(Name = "性別")]
    public string? Gender { get; set; } = PersonDetails.Unknown;

    [Display(Name = "市内とのつながり")]
    public Residency Residency { get; set; } = Residency.Lives;

    [Display(Name = "郵便番号")]
    [StringLength(20)]
    public string? PostalCode { get; set; }

    [Display(Name = "住所（町名まで）")]
    [StringLength(200)]
    public string? Town { get; set; }

    [Display(Name = "番地・建物・部屋番号")]
    [StringLength(200)]
    public string? Street { get; set; }

    /// <summary>One of several towns of the code.</summary>
    [Display(Name = "町名")]
    [StringLength(200)]
    public string? ChosenTown { get; set; }

    [Display(Name = "電話番号")]
    [StringLength(40)]
    public string? Phone { get; set; }

    [Display(Name = "電話番号（2つめ）")]
    [StringLength(40)]
    public string? Phone2 { get; set; }

    [Display(Name = "電話番号（3つめ）")]
    [StringLength(40)]
    public string? Phone3 { get; set; }

    [Display(Name = "メール")]
    [StringLength(254)]
    public string? Mail { get; set; }

    [Display(Name = "連絡方法")]
    public ContactWay Contact { get; set; }

    [Display(Name = "読みやすい言葉")]
    [StringLength(20)]
    public string? Language { get; set; }

    /// <summary>住所を入れる was pressed: nothing is saved yet.</summary>
    public bool Fill { get; set; }

    public static PersonInput From(PersonDetails d, int version) => new()
    {
        Version = version,
        FamilyName = d.FamilyName,
        GivenName = d.GivenName,
        FamilyKana = d.FamilyKana,
        GivenKana = d.GivenKana,
        CardName = d.CardName,
        Alias = d.Alias,
        Shown = d.Shown,
        Birth = EraDate.From(d.Birth),
        Gender = d.Gender,
        Residency = d.Residency,
        PostalCode = d.PostalCode,
        Town = d.Town,
        Street = d.Street,
        Phone = d.Phone,
        Phone2 = d.Phone2,
        Phone3 = d.Phone3,
        Mail = d.Mail,
        Contact = d.Contact,
        Language = d.Language,
    };

    public PersonDetails ToDetails() => new()
    {
        FamilyName = FamilyName ?? "",
        GivenName = GivenName ?? "",
        FamilyKana = FamilyKana ?? "",
        GivenKana = GivenKana ?? "",
        CardName = CardName ?? "",
        Alias = Alias ?? "",
        Shown = Shown,
        Birth = Birth.ToDate(),
        Gender = Gender ?? PersonDetails.Unknown,
        Residency = Residency,
        PostalCode = PostalCode ?? "",
        Town = string.IsNullOrWhiteSpace(Town) ? ChosenTown ?? "" : Town,
        Street = Street ?? "",
        Phone = Phone ?? "",
        Phone2 = Phone2 ?? "",
        Phone3 = Phone3 ?? "",
        Mail = Mail ?? "",
        Contact = Contact,
        Language = Language ?? "",
    };
}
