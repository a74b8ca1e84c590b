using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Kominkan.Accounts;

/// <summary>What a page hands to the browser, and gets back with its answer.</summary>
/// <param name="Options">For <c>navigator.credentials</c>, as JSON.</param>
/// <param name="State">What was asked, sealed: only we can have made it.</param>
internal sealed record Ceremony(string Options, string State);

/// <summary>Passkeys by the framework's own handler; what was asked travels sealed in the form and is good once, for five minutes.</summary>
internal sealed class Passkeys(IPasskeyHandler<Account> handler, UserManager<Account> users, AccountsDb db, IDataProtectionProvider protection, IHttpContextAccessor http, TimeProvider clock)
{
    public const int Most = 10;
    public const int LongestName = 30;

    private const string SignIn = "sign-in";
    private const string Old = "画面を開いてから時間がたちました。もう一度、最初から始めてください。";
    private static readonly TimeSpan Lives = TimeSpan.FromMinutes(5);

    private readonly IDataProtector protector = protection.CreateProtector("Accounts.Passkey");

    private HttpContext Context => http.HttpContext!;

    public async Task<Ceremony> AskForNewAsync(Account account)
    {
        var entity = new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.Email ?? account.UserName!, DisplayName = account.DisplayName };
        var asked = await handler.MakeCreationOptionsAsync(entity, Context);
        return new(asked.CreationOptionsJson, Seal(account.Id.ToString(), asked.AttestationState));
    }

    /// <summary>The new passkey, checked; the caller keeps it.</summary>
    /// <exception cref="RuleBroken">The answer is not to what was asked, or too late.</exception>
    public async Task<UserPasskeyInfo> TakeNewAsync(Account account, string state, string credential, string name)
    {
        var asked = Open(account.Id.ToString(), state);
        var answer = await TryAsync(() => handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = Context, CredentialJson = credential, AttestationState = asked }));
        if (answer is not { Succeeded: true })
        {
            throw new RuleBroken("パスキーを作れませんでした。もう一度お試しください。");
        }

        answer.Passkey.Name = name;
        Spend(asked);
        return answer.Passkey;
    }

    public async Task<Ceremony> AskAsync()
    {
        // No account is named, so that nobody learns which exist: the device offers the passkeys it has for this site.
        var asked = await handler.MakeRequestOptionsAsync(null!, Context);
        return new(asked.RequestOptionsJson, Seal(SignIn, asked.AssertionState));
    }

    /// <summary>Whose passkey answered; its counter is kept, and the answer opens nothing again.</summary>
    /// <exception cref="RuleBroken">The answer is not to what was asked, too late, or nobody's.</exception>
    public async Task<Account> AnsweredAsync(string state, string credential)
    {
        var asked = Open(SignIn, state);
        var answer = await TryAsync(() => handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = Context, CredentialJson = credential, AssertionState = asked }));
        if (answer is not { Succeeded: true } || answer.User.IsDisabled)
        {
            throw new RuleBroken("このパスキーではサインインできません。ほかの方法をお使いください。");
        }

        Spend(asked);
        await users.AddOrUpdatePasskeyAsync(answer.User, answer.Passkey);
        return answer.User;
    }

    private void Spend(string asked) => db.SpentProofs.Add(new SpentProof(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(asked))), clock.UtcNow()));

    private string Seal(string purpose, string? asked) =>
        protector.Protect($"{new DateTimeOffset(clock.UtcNow() + Lives).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)} {purpose} {asked}");

    private string Open(string purpose, string state)
    {
        try
        {
            var parts = protector.Unprotect(state).Split(' ', 3);
            var isInTime = long.Parse(parts[0], CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds();
            return isInTime && parts[1] == purpose ? parts[2] : throw new RuleBroken(Old);
        }
        catch (CryptographicException)
        {
            throw new RuleBroken(Old);
        }
    }

    /// <summary>The handler tells of most wrong answers by a result and of the rest by an exception; both are no answer.</summary>
    private static async Task<T?> TryAsync<T>(Func<Task<T>> perform)
        where T : class
    {
        try
        {
            return await perform();
        }
        catch (Exception e) when (e is PasskeyException or System.Text.Json.JsonException or FormatException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
