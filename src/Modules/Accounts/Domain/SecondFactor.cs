namespace Kominkan.Accounts.Domain;

/// <summary>What an account shows beside its password: the code of an app, or a code kept on paper.</summary>
internal sealed partial class Account
{
    /// <summary>The app's key, encrypted with the site's keys; null while no app is set up.</summary>
    public string? TotpSecret { get; private set; }

    /// <summary>The step of the last accepted code: it and those before it are refused.</summary>
    public long? LastTotpStep { get; private set; }

    /// <summary>Who took the second factor away last; null once there is one again.</summary>
    public Guid? FactorsRemovedBy { get; private set; }

    public List<RecoveryCode> RecoveryCodes { get; } = [];

    public bool HasTotp => TotpSecret is not null;

    /// <summary>An app was set up, and shown to work.</summary>
    /// <returns>The recovery codes, which cannot be shown a second time.</returns>
    public IReadOnlyList<string> SetUpTotp(string secret, long acceptedStep)
    {
        (TotpSecret, LastTotpStep, FactorsRemovedBy) = (secret, acceptedStep, null);
        return NewRecoveryCodes();
    }

    /// <summary>Who shows it is the owner: whoever issued a code before has not become them.</summary>
    public void AcceptTotp(long step) => (LastTotpStep, CodeIssuedBy) = (step, null);

    /// <summary>Signed in with a passkey, which shows as much.</summary>
    public void AcceptPasskey() => CodeIssuedBy = null;

    /// <summary>New codes make the old ones worthless.</summary>
    public IReadOnlyList<string> NewRecoveryCodes()
    {
        var codes = Enumerable.Range(0, RecoveryCode.Many).Select(_ => SetPasswordCode.New()).ToList();
        RecoveryCodes.Clear();
        RecoveryCodes.AddRange(codes.Select(c => RecoveryCode.Of(Id, c)));
        return codes;
    }

    /// <summary>Uses a recovery code up.</summary>
    public bool TakeRecoveryCode(string? code, DateTime now)
    {
        var hash = SetPasswordCode.Hash(code);
        var found = RecoveryCodes.Find(r => r.Hash == hash && r.UsedAt is null);
        if (found is null)
        {
            return false;
        }

        found.Use(now);
        CodeIssuedBy = null;
        return true;
    }

    /// <summary>A passkey was added.</summary>
    public void AddedPasskey() => FactorsRemovedBy = null;

    /// <summary>The owner gives the app up.</summary>
    public void RemoveTotp()
    {
        (TotpSecret, LastTotpStep) = (null, null);
        RecoveryCodes.Clear();
    }

    /// <summary>Head office takes the second factor away, for somebody who lost it. All sessions end.</summary>
    /// <exception cref="RuleBroken">It is one's own, or the same person issued the code for the password it has now.</exception>
    public void RemoveFactors(Guid by)
    {
        if (by == Id)
        {
            throw new RuleBroken("自分の分は外せません。ほかの本部職員に頼んでください。");
        }

        // Also when the code has been used: whoever issued it may be the one who used it.
        if (CodeIssuedBy == by)
        {
            throw new RuleBroken("設定コードを発行した人は外せません。別の本部職員に頼んでください。");
        }

        RemoveTotp();
        (FactorsRemovedBy, SecurityStamp) = (by, NewStamp());
    }
}
