using System.Threading.RateLimiting;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Kominkan.Accounts;

/// <summary>
/// One password check costs as much as 150 pages, so only two run at once and a hundred may wait: whatever knocks on the
/// sign-in page, the other pages stay fast.
/// </summary>
internal sealed class PasswordChecks(IOptions<PasswordHasherOptions> options) : IDisposable
{
    public const int AtOnce = 2;
    public const int MayWait = 100;
    public const string Busy = "サインインが混み合っています。10秒ほど待って、もう一度押してください。";

    private readonly ConcurrencyLimiter turns = new(new ConcurrencyLimiterOptions { PermitLimit = AtOnce, QueueLimit = MayWait, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
    private readonly PasswordHasher<Account> hasher = new(options);
    private readonly Lazy<string> nobody = new(() => new PasswordHasher<Account>(options).HashPassword(null!, Guid.NewGuid().ToString()));

    /// <summary>Waits for a turn; none is given when too many wait already.</summary>
    public ValueTask<RateLimitLease> TakeTurnAsync(CancellationToken cancellation) => turns.AcquireAsync(1, cancellation);

    /// <summary>Takes as long for a name nobody has as for a wrong password.</summary>
    public bool IsRight(Account? account, string password) =>
        hasher.VerifyHashedPassword(account!, account?.PasswordHash ?? nobody.Value, password) != PasswordVerificationResult.Failed && account?.PasswordHash is not null;

    public string Hash(string password) => hasher.HashPassword(null!, password);

    public void Dispose() => turns.Dispose();
}
