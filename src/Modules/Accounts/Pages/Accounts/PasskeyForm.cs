using System.ComponentModel.DataAnnotations;

namespace Kominkan.Accounts.Pages.Accounts;

/// <summary>The form a script fills with the device's answer.</summary>
/// <param name="Act"><c>get</c> or <c>create</c>.</param>
internal sealed record PasskeyForm(string Act, Ceremony Ceremony, string Button, bool AsksName = false, string Name = "");

/// <summary>What comes back of it.</summary>
internal class PasskeyInputModel
{
    [StringLength(4000)]
    public string State { get; set; } = "";

    [Display(Name = "パスキー")]
    [StringLength(20000)]
    public string Credential { get; set; } = "";
}
