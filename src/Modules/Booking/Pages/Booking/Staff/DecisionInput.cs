using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Domain;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Why it was decided so.</summary>
internal sealed class DecisionInput
{
    [Required, Display(Name = "理由")]
    public PointReason? Reason { get; set; }

    [Display(Name = "理由の説明"), StringLength(200)]
    public string? Words { get; set; }
}
