using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.Staff;

[Authorize(AccountsModule.Manage)]
internal sealed class AccountModel(AccountsDb db, AccessCache cache, FindPlaces places, IAudit audit, TimeProvider clock) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public string Name { get; private set; } = "";

    public string DisplayName { get; private set; } = "";

    public string Created { get; private set; } = "";

    public string LastSignIn { get; private set; } = "";

    public bool IsDisabled { get; private set; }

    public bool IsContractor { get; private set; }

    /// <summary>What is shown beside the password, in words; empty when nothing.</summary>
    public string Factors { get; private set; } = "";

    public Status State { get; private set; } = new("", Tone.Off);

    public IReadOnlyList<GrantRow> Grants { get; private set; } = [];

    public IReadOnlyList<ChangeRow> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var account = await db.Users.AsNoTracking().Include(a => a.Grants).SingleOrDefaultAsync(a => a.Id == Id && a.Kind == AccountKind.Staff, cancellation);
        if (account is null)
        {
            return NotFound();
        }

        await audit.SawAsync("利用者", Id);
        var (roles, where, today) = ((await cache.RolesAsync()).ByKey, await places.OfAsync(account.Grants), clock.Today());
        (Name, DisplayName, IsDisabled, IsContractor) = (account.UserName!, account.DisplayName, account.IsDisabled, account.IsContractor);
        Factors = string.Join("、", new[] { account.HasTotp ? "認証アプリ" : null, await db.Passkeys.CountAsync(p => p.UserId == Id, cancellation) is > 0 and var n ? $"パスキー{n}個" : null }.OfType<string>());
        (Created, LastSignIn, State) = (Wording.Instant(account.CreatedAt), Wording.Instant(account.LastSignInAt), Wording.State(account, clock.UtcNow()));
        Grants = [.. account.Grants.OrderByDescending(g => g.ValidTo ?? DateOnly.MaxValue).ThenBy(g => g.ValidFrom).Select(g => new GrantRow(
            g.Id,
            roles.TryGetValue(g.RoleKey, out var role) ? role.Label : "なくなった役割",
            Wording.Where(g, where),
            Wording.Day(g.ValidFrom),
            Wording.Day(g.ValidTo),
            Wording.State(g, today),
            g.RefusedWhy,
            g.State == GrantState.Proposed,
            g.State == GrantState.Approved && g.AccountId != User.AccountId() && !(g.ValidTo < today)))];
        var changes = await db.Changes.AsNoTracking().Where(c => c.AccountId == Id).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(200)
            .Select(c => new { c.At, c.What, By = db.Users.Where(a => a.Id == c.By).Select(a => a.DisplayName).FirstOrDefault() }).ToListAsync(cancellation);
        Changes = [.. changes.Select(c => new ChangeRow(Wording.Instant(c.At), c.What, c.By ?? "システム"))];
        return Page();
    }

    internal sealed record GrantRow(Guid Id, string Role, string Where, string From, string To, Status Status, string? Why, bool IsProposed, bool CanEnd);

    internal sealed record ChangeRow(string At, string What, string By);
}
