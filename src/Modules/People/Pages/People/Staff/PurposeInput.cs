using System.ComponentModel.DataAnnotations;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>The form of a purpose.</summary>
internal sealed class PurposeInput
{
    [Display(Name = "目的")]
    [Required]
    [StringLength(50)]
    public string Label { get; set; } = "";

    [Display(Name = "同意するとどうなるか")]
    [Required]
    [StringLength(300)]
    [DataType(DataType.MultilineText)]
    public string Effect { get; set; } = "";

    [Display(Name = "この文面で聞き始める日")]
    [Required]
    public DateOnly? From { get; set; }
}
