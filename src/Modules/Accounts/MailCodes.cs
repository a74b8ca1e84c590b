using System.Security.Cryptography;
using System.Text;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Kominkan.Notifications.Contracts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kominkan.Accounts;

/// <summary>
/// The way in without a password. Sending never looks whether an account exists, so nobody can learn it: one page takes
/// whoever has an account and whoever will. Which code this browser waits for is sealed in a cookie.
/// </summary>
internal sealed class MailCodes(AccountsDb db, AppDatabase database, IMessages messages, ICityRules rules, IDataProtectionProvider protection, SiteInfo site, IHttpContextAccessor http, TimeProvider clock, ILogger<MailCodes> log)
{
    private readonly IDataProtector protector = protection.CreateProtector("Accounts.MailedCode");

    private string Cookie => site.Cookie("kominkan-code");

    private HttpContext Context => http.HttpContext!;

    /// <summary>Writes the mail and remembers in this browser what for. To an address that had its share nothing is sent, and nothing is said.</summary>
    /// <exception cref="RuleBroken">The address cannot be read, or too many ask at once.</exception>
    public async Task SendAsync(string typed)
    {
        var mail = JapaneseText.Clean(typed).Normalize(NormalizationForm.FormKC);
        if (MailAddressRules.WhyNot(mail) is { } why)
        {
            throw new RuleBroken(why, "Input.Mail");
        }

        var (now, digits, key) = (clock.UtcNow(), MailedCode.NewDigits(), MailedCode.KeyOf(mail));
        // Counted and written by one at a time, or those who ask at one moment all find room.
        await database.TakeTurnAsync("accounts.mailed-codes");
        if (await db.MailedCodes.CountAsync(c => c.SentAt > now.AddMinutes(-1)) >= MailedCode.PerMinute)
        {
            throw new RuleBroken("いま混み合っています。1分ほど待って、もう一度押してください。");
        }

        var minutes = await rules.OnAsync(MailedCode.Minutes, clock.Today());
        var code = MailedCode.Of(mail, protector.Protect(digits), now, minutes);
        if (await db.MailedCodes.CountAsync(c => c.AddressKey == key && c.SentAt > now - MailedCode.Pause) < MailedCode.PerAddress)
        {
            db.MailedCodes.Add(code);
            await messages.PostAsync(new NewMessage
            {
                Kind = "accounts.code",
                Subject = code.Id,
                Recipient = new MessageRecipient("", mail),
                Title = "確認コード",
                Body = $"確認コードは {digits} です。{minutes}分以内に画面へ入力してください。\n\n心当たりのないときは、何もしなくてかまいません。コードは誰にも教えないでください。",
                Urgent = true,
                ExpiresAt = code.ExpiresAt,
            });
            await db.SaveChangesAsync();
        }
        else
        {
            log.LogWarning("Too many codes asked for one address");
        }

        Context.Response.Cookies.Append(Cookie, protector.Protect($"{code.Id:N} {mail}"), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = site.IsHttps,
            MaxAge = TimeSpan.FromMinutes(minutes + 5),
        });
    }

    /// <summary>The address this browser waits for a code to; null when it waits for none.</summary>
    public string? Address => Waiting?.Mail;

    /// <summary>The address that was proved, once; null when the code is wrong, used, too old or tried too often.</summary>
    public async Task<string?> TakeAsync(string typed)
    {
        if (Waiting is not var (id, mail))
        {
            return null;
        }

        var now = clock.UtcNow();
        var digits = new string([.. typed.Normalize(NormalizationForm.FormKC).Where(char.IsAsciiDigit)]);
        var isRight = await database.InTransactionAsync(async () =>
        {
            // Counted before it is judged, in one statement: guesses sent at the same moment are all counted.
            var counted = await db.MailedCodes.Where(c => c.Id == id && c.Tried < MailedCode.Tries && c.UsedAt == null && c.ExpiresAt > now).ExecuteUpdateAsync(c => c.SetProperty(x => x.Tried, x => x.Tried + 1));
            var kept = counted == 1 ? await db.MailedCodes.Where(c => c.Id == id).Select(c => c.Sealed).SingleAsync() : null;
            return kept is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(protector.Unprotect(kept)), Encoding.ASCII.GetBytes(digits))
                && await db.MailedCodes.Where(c => c.Id == id && c.UsedAt == null).ExecuteUpdateAsync(c => c.SetProperty(x => x.UsedAt, now)) == 1;
        }, CancellationToken.None);
        if (isRight)
        {
            Context.Response.Cookies.Delete(Cookie);
        }

        return isRight ? mail : null;
    }

    private (Guid Id, string Mail)? Waiting
    {
        get
        {
            try
            {
                return Context.Request.Cookies[Cookie] is { Length: > 0 } text && protector.Unprotect(text).Split(' ', 2) is [var id, var mail] ? (Guid.ParseExact(id, "N"), mail) : null;
            }
            catch (Exception e) when (e is CryptographicException or FormatException)
            {
                return null;
            }
        }
    }
}
