using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;

namespace Kominkan.Accounts.Domain;

internal enum AccountKind
{
    Staff,
    Resident,
}

/// <summary>Somebody who signs in. What staff may do is in their grants; a password is known to nobody but themselves.</summary>
internal sealed partial class Account : IdentityUser<Guid>
{
    /// <summary>Guessing is slowed down, and nobody can keep a colleague out for longer than a coffee break.</summary>
    public const int WrongPasswords = 10;

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan CodeLives = TimeSpan.FromDays(3);

    public AccountKind Kind { get; private set; }

    public string DisplayName { get; private set; } = "";

    /// <summary>委託: works here on a contract, so that every role of theirs has a last day.</summary>
    public bool IsContractor { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public bool IsDisabled { get; private set; }

    public DateTime? LastSignInAt { get; private set; }

    public string? CodeHash { get; private set; }

    public DateTime? CodeExpiresAt { get; private set; }

    public Guid? CodeIssuedBy { get; private set; }

    public List<Grant> Grants { get; } = [];

    /// <exception cref="RuleBroken">The sign-in name has other characters than small letters, digits, dot and hyphen.</exception>
    public static Account Create(string name, string displayName, DateTime now)
    {
        name = (name ?? "").Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        if (!NameForm().IsMatch(name))
        {
            throw new RuleBroken("利用者IDは半角の英小文字と数字、3字から30字で入力してください。", "Input.Name");
        }

        return new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = name,
            NormalizedUserName = Normalize(name),
            DisplayName = JapaneseText.Clean(displayName),
            CreatedAt = now,
            SecurityStamp = NewStamp(),
        };
    }

    /// <summary>Somebody whose mail address was just proved.</summary>
    public static Account CreateResident(string mail, DateTime now)
    {
        var id = Guid.CreateVersion7();
        var name = "shimin-" + id.ToString("N");
        return new Account
        {
            Id = id,
            Kind = AccountKind.Resident,
            UserName = name,
            NormalizedUserName = Normalize(name),
            Email = mail,
            NormalizedEmail = Normalize(mail),
            EmailConfirmed = true,
            DisplayName = "市民の方",
            CreatedAt = now,
            SecurityStamp = NewStamp(),
        };
    }

    public static string Normalize(string? name) => (name ?? "").Trim().Normalize(NormalizationForm.FormKC).ToUpperInvariant();

    public bool IsLockedAt(DateTime now) => LockoutEnd > new DateTimeOffset(now);

    /// <summary>Counts a wrong password or code; the tenth locks the account for a quarter of an hour.</summary>
    public void CountWrong(DateTime now)
    {
        if (++AccessFailedCount >= WrongPasswords)
        {
            (AccessFailedCount, LockoutEnd) = (0, new DateTimeOffset(now + LockedFor));
        }
    }

    public void CountSignIn(DateTime now) => (AccessFailedCount, LockoutEnd, LastSignInAt) = (0, null, now);

    /// <summary>A new password ends every other session and uses up the code; who had issued it stays known.</summary>
    public void SetPassword(string hash) =>
        (PasswordHash, SecurityStamp, CodeHash, CodeExpiresAt) = (hash, NewStamp(), null, null);

    /// <summary>A code with which its owner sets a new password, once, within three days. The old password is gone at once.</summary>
    /// <exception cref="RuleBroken">The account is stopped, or the same person has just taken its second factor away.</exception>
    public string IssueCode(DateTime now, Guid? by = null)
    {
        if (IsDisabled)
        {
            throw new RuleBroken("停止中の利用者です。先に再開してください。");
        }

        // One person must not be able to walk into a colleague's account.
        if (by is not null && by == FactorsRemovedBy)
        {
            throw new RuleBroken("2段階目を外した人は発行できません。別の本部職員に頼んでください。");
        }

        var code = SetPasswordCode.New();
        (PasswordHash, SecurityStamp) = (null, NewStamp());
        (CodeHash, CodeExpiresAt, CodeIssuedBy) = (SetPasswordCode.Hash(code), now + CodeLives, by);
        return code;
    }

    public bool AcceptsCode(string? code, DateTime now) =>
        CodeHash is not null && CodeExpiresAt > now && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeHash), Encoding.ASCII.GetBytes(SetPasswordCode.Hash(code)));

    public void Disable(Guid by)
    {
        if (by == Id)
        {
            throw new RuleBroken("自分は停止できません。ほかの本部職員に頼んでください。");
        }

        (IsDisabled, SecurityStamp) = (true, NewStamp());
    }

    public void Enable() => IsDisabled = false;

    public void SetContractor(bool contractor) => IsContractor = contractor;

    /// <summary>Ends every session at once.</summary>
    public void EndSessions() => SecurityStamp = NewStamp();

    /// <exception cref="RuleBroken">The name is missing, or a contractor would hold a role without a last day.</exception>
    public void Edit(string displayName, bool contractor)
    {
        var name = JapaneseText.Clean(displayName);
        if (name.Length == 0)
        {
            throw new RuleBroken("氏名を入力してください。", "Input.DisplayName");
        }

        if (contractor && Grants.Exists(g => g.ValidTo is null && g.State != GrantState.Refused))
        {
            throw new RuleBroken("期限なしの権限があります。先に終わりの日を決めた権限に替えてください。", "Input.IsContractor");
        }

        (DisplayName, IsContractor) = (name, contractor);
    }

    private static string NewStamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{2,29}$")]
    private static partial Regex NameForm();
}
