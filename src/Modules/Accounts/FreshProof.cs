using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts;

/// <summary>Acts that give power ask for the password or passkey anew when it was given more than ten minutes ago.</summary>
internal sealed class FreshProof(AccountsDb db, AppDatabase database, IHttpContextAccessor http, TimeProvider clock)
{
    /// <summary>Null when the proof is fresh; otherwise the way to the page that asks for it and comes back.</summary>
    public async Task<IActionResult?> AskAsync()
    {
        var request = http.HttpContext!.Request;
        var session = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == http.HttpContext.User.SessionId());
        // A resident proves it by coming in once more, by whatever way they have.
        var door = http.HttpContext.User.ResidentId() is null ? "/staff/confirm" : "/sign-in";
        return session?.IsFreshAt(clock.UtcNow()) == true ? null
            : new RedirectResult(door + "?returnUrl=" + Uri.EscapeDataString(request.Path + request.QueryString));
    }

    /// <summary>Just given, in this browser.</summary>
    public Task GivenAsync()
    {
        var now = clock.UtcNow();
        return database.InTransactionAsync(() => db.Sessions.Where(s => s.Id == http.HttpContext!.User.SessionId()).ExecuteUpdateAsync(s => s.SetProperty(x => x.ConfirmedAt, now)));
    }
}
