using System.Security.Claims;
using Kominkan.People.Contracts;
using Kominkan.People.Data;
using Kominkan.People.Pages.People.Staff;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People;

/// <summary>What records of people hide from somebody.</summary>
/// <param name="Contact">電話 and メール</param>
/// <param name="Home">生年月日 and 住所</param>
internal sealed record Veil(bool Contact, bool Home)
{
    public static readonly Veil None = new(false, false);

    public bool Hides => Contact || Home;

    /// <summary>What is hidden, in words; empty when nothing is.</summary>
    public string Words => string.Join("・", new[] { Contact ? "電話・メール" : "", Home ? "生年月日・住所" : "" }.Where(w => w.Length > 0));

    /// <summary>What is typed, with what is on record where nobody could see it: who does not see a telephone number cannot empty it.</summary>
    public PersonDetails Keep(PersonDetails known, PersonDetails typed)
    {
        var kept = Contact && !typed.Phones.Any() && typed.Mail.Length == 0 ? typed with { Phone = known.Phone, Phone2 = known.Phone2, Phone3 = known.Phone3, Mail = known.Mail } : typed;
        return Home ? kept with
        {
            Birth = kept.Birth ?? known.Birth,
            PostalCode = kept.PostalCode.Length == 0 && kept.Address.Length == 0 ? known.PostalCode : kept.PostalCode,
            Town = kept.Address.Length == 0 ? known.Town : kept.Town,
            Street = kept.Address.Length == 0 ? known.Street : kept.Street,
        } : kept;
    }

    /// <summary>The details without what is hidden.</summary>
    public PersonDetails Over(PersonDetails details)
    {
        var seen = Contact ? details with { Phone = "", Phone2 = "", Phone3 = "", Mail = "" } : details;
        return Home ? seen with { Birth = null, PostalCode = "", Town = "", Street = "" } : seen;
    }
}

/// <summary>Who sees what of a record at once, and who only after saying why (<see cref="Domain.Reveal"/>).</summary>
internal sealed class Veils(PeopleDb db, IGrants grants, TimeProvider clock)
{
    /// <summary>In lists.</summary>
    public async Task<Veil> OfAsync(ClaimsPrincipal user) => new(
        (await grants.HallsWhereAsync(user, PeopleModule.SeeContact)).IsEmpty,
        (await grants.HallsWhereAsync(user, PeopleModule.SeeHome)).IsEmpty);

    /// <summary>On the one person's pages.</summary>
    public async Task<Veil> OfAsync(ClaimsPrincipal user, Guid person, CancellationToken cancellation = default)
    {
        var (veil, account, now) = (await OfAsync(user), user.AccountOf(), clock.UtcNow());
        return veil.Hides && await db.Reveals.AnyAsync(r => r.PersonId == person && r.AccountId == account && r.Until > now, cancellation) ? Veil.None : veil;
    }
}
