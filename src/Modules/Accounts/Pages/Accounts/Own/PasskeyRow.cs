using Kominkan.Accounts.Data;
using Kominkan.Accounts.Pages.Accounts.Staff;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.Own;

/// <param name="Id">The credential's id as addresses carry it.</param>
internal sealed record PasskeyRow(string Id, string Name, string Created)
{
    public static async Task<IReadOnlyList<PasskeyRow>> OfAsync(AccountsDb db, Guid account, CancellationToken cancellation)
    {
        var rows = await db.Passkeys.AsNoTracking().Where(p => p.UserId == account).ToListAsync(cancellation);
        return [.. rows.OrderBy(p => p.Data.CreatedAt).Select(p => new PasskeyRow(WebEncoders.Base64UrlEncode(p.CredentialId), p.Data.Name ?? "名前のないパスキー", Wording.Instant(p.Data.CreatedAt.UtcDateTime)))];
    }
}

/// <param name="Address">Where the pages of one passkey stand.</param>
internal sealed record PasskeyList(IReadOnlyList<PasskeyRow> Rows, string Address);
