using Kominkan.Notifications.Contracts;

namespace Kominkan.Notifications.Domain;

/// <summary>定期便: somebody of the staff who is mailed about a hall, a ward or the city.</summary>
internal sealed class Subscription
{
    private Subscription()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string Name { get; private init; } = "";

    public string Mail { get; private init; } = "";

    /// <summary>The hall; with no hall and no ward, the city.</summary>
    public Guid? HallId { get; private init; }

    public string? Ward { get; private init; }

    /// <summary>What their halls have left undone, every morning there is something.</summary>
    public bool Reminders { get; private init; }

    /// <summary>The month's summary, on the first working day.</summary>
    public bool Monthly { get; private init; }

    /// <summary>When it was stopped, UTC; null while it runs.</summary>
    public DateTime? StoppedAt { get; private set; }

    /// <summary>The address however it is written, and the place: two that share it are one reader of one thing.</summary>
    public (string Address, Guid? HallId, string? Ward) Destination => (Message.KeyOf(MessageChannel.Mail, Mail), HallId, Ward);

    /// <param name="others">Those there are; one that runs to the same address must not bring the same once more.</param>
    /// <exception cref="RuleBroken">The name or the address cannot be used, there is nothing to send, or it is sent there already.</exception>
    public static Subscription Of(string name, string mail, Guid? hallId, string? ward, bool reminders, bool monthly, IEnumerable<Subscription>? others = null)
    {
        (name, mail) = (JapaneseText.Clean(name), JapaneseText.Clean(mail));
        if (name.Length == 0 || JapaneseText.Length(name) > 40)
        {
            throw new RuleBroken("受け取る方の名前を40字までで入力してください。", "Input.Name");
        }

        if (MailAddressRules.WhyNot(mail) is { } why)
        {
            throw new RuleBroken(why, "Input.Mail");
        }

        if (!reminders && !monthly)
        {
            throw new RuleBroken("送るものを1つ以上選んでください。", "Input.Reminders");
        }

        var made = new Subscription { Name = name, Mail = mail, HallId = hallId, Ward = hallId is null ? ward : null, Reminders = reminders, Monthly = monthly };
        if (others?.Any(o => o.StoppedAt is null && o.Destination == made.Destination && ((o.Monthly && monthly) || (o.Reminders && reminders))) is true)
        {
            throw new RuleBroken("このアドレスには、同じ範囲の届け先がもうあります。先にそれを止めてください。", "Input.Mail");
        }

        return made;
    }

    public bool Covers(HallRef hall) => HallId is null ? Ward is null || Ward == hall.Ward : HallId == hall.Id || HallId == hall.ParentId;

    public void Stop(DateTime nowUtc)
    {
        if (StoppedAt is not null)
        {
            throw new RuleBroken("この定期便は、もう止まっています。");
        }

        StoppedAt = nowUtc;
    }
}

/// <summary>A month's figure of a place as the summary told it, for the lines of the months that follow.</summary>
/// <param name="Place">Empty for the city, else 区 or 館 and its name or number: 区東区, 館17-1.</param>
internal sealed record MonthlySnapshot(string Place, DateOnly Month, string Key, long? Value)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
}
