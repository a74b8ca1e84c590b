using System.ComponentModel.DataAnnotations;
using Kominkan.People.Contracts;
using Kominkan.SharedKernel.Ui;

namespace Kominkan.People.Pages.People.My;

/// <summary>What a resident keeps of themselves and of those they act for: the few things courses ask for. The rest stays as it is.</summary>
internal sealed class MemberInput
{
    /// <summary>The record's version when the form was opened.</summary>
    public int Version { get; set; }

    [Display(Name = "姓")]
    [StringLength(100)]
    public string FamilyName { get; set; } = "";

    [Display(Name = "名")]
    [StringLength(100)]
    public string GivenName { get; set; } = "";

    [Display(Name = "セイ（フリガナ）")]
    [StringLength(100)]
    public string FamilyKana { get; set; } = "";

    [Display(Name = "メイ（フリガナ）")]
    [StringLength(100)]
    public string GivenKana { get; set; } = "";

    [Display(Name = "生年月日")]
    public EraDate Birth { get; set; } = new();

    [Display(Name = "電話番号")]
    [StringLength(40)]
    public string? Phone { get; set; }

    [Display(Name = "お子さんから見たあなた")]
    [StringLength(20)]
    public string? Relation { get; set; }

    public static MemberInput From(FamilyRecord record) => new()
    {
        Version = record.Version,
        FamilyName = record.Details.FamilyName,
        GivenName = record.Details.GivenName,
        FamilyKana = record.Details.FamilyKana,
        GivenKana = record.Details.GivenKana,
        Birth = EraDate.From(record.Details.Birth),
        Phone = record.Details.Phone,
    };

    public PersonDetails Over(PersonDetails known) => known with
    {
        FamilyName = FamilyName,
        GivenName = GivenName,
        FamilyKana = FamilyKana,
        GivenKana = GivenKana,
        Birth = Birth.ToDate(),
        Phone = Phone ?? "",
    };
}
