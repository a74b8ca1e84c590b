using System.ComponentModel.DataAnnotations;
using Kominkan.SharedKernel.Ui;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>A person named in a form: typed first, then chosen when several fit.</summary>
internal sealed class WhoInput
{
    [Display(Name = "だれ")]
    [StringLength(200)]
    public string? Text { get; set; }

    [Display(Name = "見つかった方")]
    public Guid? PersonId { get; set; }
}

/// <summary>A page that asks for a person with <c>_Who.cshtml</c>.</summary>
internal interface IAsksWho
{
    WhoInput Who { get; }

    IReadOnlyList<FoundPerson> Candidates { get; }
}

internal static class WhoChoices
{
    public static IEnumerable<Choice> Of(IReadOnlyList<FoundPerson> candidates) => candidates.Select(c => new Choice(
        c.Id.ToString(),
        $"{c.Details.Name}（{Domain.PersonNumber.Format(c.Number)}）",
        string.Join("　", new[] { c.Details.Kana, c.Details.Birth?.Short(), c.Details.Phone, c.Details.Town }.Where(t => !string.IsNullOrEmpty(t)))));
}
