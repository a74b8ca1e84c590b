using System.ComponentModel.DataAnnotations;
using Kominkan.People.Domain;

namespace Kominkan.People.Pages.People.Groups;

/// <summary>The form of a group; its days are asked only when it is registered.</summary>
internal sealed class GroupInput
{
    /// <summary>The record's version when the form was opened.</summary>
    public int Version { get; set; }

    [Display(Name = "団体の名前")]
    [Required]
    [StringLength(100)]
    public string? Name { get; set; }

    [Display(Name = "フリガナ")]
    [StringLength(100)]
    public string? Kana { get; set; }

    [Display(Name = "種類")]
    public GroupKind Kind { get; set; }

    [Display(Name = "目的と活動")]
    [StringLength(1000)]
    [DataType(DataType.MultilineText)]
    public string? Purpose { get; set; }

    [Display(Name = "会則")]
    [StringLength(20_000)]
    [DataType(DataType.MultilineText)]
    public string? Rules { get; set; }

    [Display(Name = "連絡先の電話番号")]
    [StringLength(40)]
    public string? Phone { get; set; }

    [Display(Name = "連絡先のメール")]
    [StringLength(254)]
    [MailAddress]
    public string? Mail { get; set; }

    [Display(Name = "登録の始まり")]
    public DateOnly? ValidFrom { get; set; }

    [Display(Name = "登録の期限")]
    public DateOnly? ValidUntil { get; set; }

    public static GroupInput From(GroupDetails d, int version) => new()
    {
        Version = version,
        Name = d.Name,
        Kana = d.Kana,
        Kind = d.Kind,
        Purpose = d.Purpose,
        Rules = d.Rules,
        Phone = d.Phone,
        Mail = d.Mail,
        ValidFrom = d.ValidFrom,
        ValidUntil = d.ValidUntil,
    };

    /// <param name="today">The registration begins on it when no day was said, and ends with its fiscal year.</param>
    public GroupDetails ToDetails(DateOnly today) => new()
    {
        Name = Name ?? "",
        Kana = Kana ?? "",
        Kind = Enum.IsDefined(Kind) ? Kind : GroupKind.Other,
        Purpose = Purpose ?? "",
        Rules = Rules ?? "",
        Phone = Phone ?? "",
        Mail = Mail ?? "",
        ValidFrom = ValidFrom ?? today,
        ValidUntil = ValidUntil ?? FiscalYear.Of(today).LastDay,
    };
}
