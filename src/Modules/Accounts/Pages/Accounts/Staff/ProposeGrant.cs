using System.Security.Claims;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.Staff;

/// <summary>Asks for a grant; another person's agreement makes it count.</summary>
internal sealed class ProposeGrant(AccountsDb db, AccessCache cache, IHallDirectory halls, IEnumerable<IOwnScope> owns, FindPlaces places, ChangeLog changes)
{
    /// <summary>Before the kind of a single thing, in the form's answer: <c>own:course</c>.</summary>
    public const string Own = "own:";

    /// <exception cref="RuleBroken">The role, the scope or the dates do not do.</exception>
    public async Task DoAsync(Guid receiver, NewGrantModel.InputModel input, ClaimsPrincipal by)
    {
        var roles = (await cache.RolesAsync()).ByKey;
        // What is not among the choices was not on the page.
        if (!roles.ContainsKey(input.RoleKey))
        {
            throw new RuleBroken("役割を選んでください。", "Input.RoleKey");
        }

        var account = await db.Users.SingleAsync(a => a.Id == receiver);
        // A form pressed twice waits here, and then sees the first.
        await db.LockAsync(account);
        await db.Entry(account).Collection(a => a.Grants).LoadAsync();
        var grant = Grant.Propose(account, input.RoleKey, await ScopeAsync(input), input.ValidFrom, input.ValidTo, by.AccountId()!.Value);
        db.Grants.Add(grant);
        changes.OfAccount(receiver, by, $"{Wording.Role(grant, roles, await places.OfAsync(grant))}を申請（{Wording.Day(grant.ValidFrom)}～{Wording.Day(grant.ValidTo)}）");
        await db.SaveChangesAsync();
    }

    private async Task<GrantScope> ScopeAsync(NewGrantModel.InputModel input)
    {
        var directory = await halls.GetAsync();
        return input.Scope switch
        {
            nameof(ScopeKind.Hall) => new(ScopeKind.Hall, HallId: input.HallId is { } h && directory.Find(h) is { } known ? known.Id : null),
            nameof(ScopeKind.Ward) => new(ScopeKind.Ward, Ward: directory.Wards.FirstOrDefault(w => w == input.Ward)),
            nameof(ScopeKind.City) => GrantScope.City,
            _ when owns.FirstOrDefault(o => input.Scope == Own + o.Kind) is { } own => await OneAsync(own, JapaneseText.Clean(input.Own)),
            _ => throw new RuleBroken("範囲を選んでください。", "Input.Scope"),
        };
    }

    private static async Task<GrantScope> OneAsync(IOwnScope own, string text)
    {
        var found = text.Length == 0 ? [] : await own.FindAsync(text, CancellationToken.None);
        return found.Count <= 1 ? new(ScopeKind.Own, OwnKind: own.Kind, SubjectId: found is [var one] ? one.Id : null)
            : throw new RuleBroken("同じ名前のものがいくつもあります。番号で入力してください。", "Input.Own");
    }
}
