using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Who visits or telephones, for a room they may get later.</summary>
internal class DeskAskInput : HireInput
{
    public static readonly IReadOnlyList<Choice> Channels = [new(nameof(HireChannel.Phone), Wording.Of(HireChannel.Phone)), new(nameof(HireChannel.Counter), Wording.Of(HireChannel.Counter))];

    [Display(Name = "受付の方法")]
    public HireChannel Channel { get; set; } = HireChannel.Phone;

    [Display(Name = "メモ"), StringLength(500)]
    public string? Note { get; set; }

    public Order ToDeskOrder(Guid key) => ToOrder(Channel, key) with { Note = JapaneseText.Clean(Note) };

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Channel is not (HireChannel.Phone or HireChannel.Counter) ? base.Validate(validationContext).Append(new("受付の方法を選んでください", [nameof(Channel)])) : base.Validate(validationContext);
}

/// <summary>A visit or a telephone call, keyed on one page.</summary>
internal sealed class DeskInput : DeskAskInput
{
    /// <summary>One per shown form: pressed twice it is one booking.</summary>
    [HiddenInput]
    public Guid Key { get; set; }

    /// <summary>The record the form was filled in from.</summary>
    public Guid? PersonId { get; set; }

    [Required, Display(Name = "利用日")]
    public DateOnly? Date { get; set; }

    [Required, Display(Name = "始まり")]
    public TimeOnly? From { get; set; }

    [Required, Display(Name = "終わり")]
    public TimeOnly? To { get; set; }
}
