using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>A visit or a telephone call, keyed on one page.</summary>
internal sealed class DeskInput : HireInput
{
    public static readonly IReadOnlyList<Choice> Channels = [new(nameof(HireChannel.Phone), Wording.Of(HireChannel.Phone)), new(nameof(HireChannel.Counter), Wording.Of(HireChannel.Counter))];

    /// <summary>One per shown form: pressed twice it is one booking.</summary>
    [HiddenInput]
    public Guid Key { get; set; }

    /// <summary>The record the form was filled in from.</summary>
    public Guid? PersonId { get; set; }

    [Display(Name = "受付の方法")]
    public HireChannel Channel { get; set; } = HireChannel.Phone;

    [Required, Display(Name = "利用日")]
    public DateOnly? Date { get; set; }

    [Required, Display(Name = "始まり")]
    public TimeOnly? From { get; set; }

    [Required, Display(Name = "終わり")]
    public TimeOnly? To { get; set; }

    [Display(Name = "使う方")]
    public UserClass UserClass { get; set; }

    [Display(Name = "メモ"), StringLength(500)]
    public string? Note { get; set; }

    public Order ToOrder() => new(Channel, UserClass, [], ToHirer(), Purpose, People ?? 0, Key) { Note = JapaneseText.Clean(Note), Wishes = ToWishes() };

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Channel is not (HireChannel.Phone or HireChannel.Counter) ? base.Validate(validationContext).Append(new("受付の方法を選んでください", [nameof(Channel)])) : base.Validate(validationContext);
}
