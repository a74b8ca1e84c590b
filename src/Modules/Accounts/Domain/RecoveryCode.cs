namespace Kominkan.Accounts.Domain;

/// <summary>Opens the door once when the telephone is lost. Only the hash is kept.</summary>
internal sealed class RecoveryCode
{
    public const int Many = 10;

    private RecoveryCode()
    {
    }

    public Guid Id { get; private init; }

    public Guid AccountId { get; private init; }

    public string Hash { get; private init; } = "";

    public DateTime? UsedAt { get; private set; }

    public static RecoveryCode Of(Guid account, string code) => new() { Id = Guid.CreateVersion7(), AccountId = account, Hash = SetPasswordCode.Hash(code) };

    public void Use(DateTime now) => UsedAt = now;
}
