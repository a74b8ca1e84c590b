using System.Security.Cryptography;
using System.Text;
using Kominkan.Notifications.Contracts;

namespace Kominkan.Notifications.Domain;

internal enum MessageState
{
    /// <summary>To be sent, called or posted.</summary>
    Waiting,

    /// <summary>The mail server has it, or somebody ticked it off the list.</summary>
    Done,

    /// <summary>Refused for good, or tried too long: staff look after it.</summary>
    Failed,

    /// <summary>Too late to be of use, or taken back before it was sent.</summary>
    Dropped,
}

/// <summary>Something told to one recipient: the row is the truth, mail a copy of it.</summary>
internal sealed class Message
{
    /// <summary>How long a message that cannot be delivered for now is tried.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(2);

    private Message()
    {
    }

    /// <param name="text">Title and text as they are sent.</param>
    public Message(NewMessage given, MessageText text, DateTime nowUtc, MessageLanguage language = MessageLanguage.Japanese)
    {
        Id = Guid.CreateVersion7();
        (Kind, Subject, Period, Channel, HallId, Urgent, News) = (given.Kind, given.Subject, given.Period, given.Channel, given.HallId, given.Urgent, given.News);
        (Name, Address, AccountId, PersonId) = (JapaneseText.Clean(given.Recipient.Name), given.Recipient.Address, given.Recipient.AccountId, given.Recipient.PersonId);
        RecipientKey = KeyOf(given.Channel, given.Channel == MessageChannel.Screen ? $"{given.Recipient.AccountId}" : given.Recipient.Address);
        (Title, Body, LinkPath, LinkLabel, About) = (JapaneseText.Clean(text.Title), JapaneseText.Clean(text.Body), given.LinkPath, given.LinkLabel, given.About);
        Language = language;
        (PostedAt, DueAt, ExpiresAt) = (nowUtc, given.NotBefore > nowUtc ? given.NotBefore.Value : nowUtc, given.ExpiresAt);
        if (given.Channel == MessageChannel.Screen)
        {
            End(MessageState.Done, nowUtc);
        }

        if (given.Channel == MessageChannel.Mail && MailAddressRules.Read(given.Recipient.Address) is null)
        {
            Refuse("メールアドレスの形が読み取れません。", nowUtc);
        }
    }

    public Guid Id { get; private set; }

    public string Kind { get; private set; } = "";

    /// <summary>The record it is about.</summary>
    public Guid Subject { get; private set; }

    /// <summary>Channel and folded address as a hash: with kind, subject and period it tells the same message.</summary>
    public string RecipientKey { get; private set; } = "";

    public string Period { get; private set; } = "";

    public MessageChannel Channel { get; private set; }

    /// <summary>What several messages have in common: the course of an application.</summary>
    public Guid? About { get; private set; }

    /// <summary>The hall whose staff look after it; null for the city.</summary>
    public Guid? HallId { get; private set; }

    public Guid? AccountId { get; private set; }

    public Guid? PersonId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Mail address, telephone number or postal address, as given.</summary>
    public string Address { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Body { get; private set; } = "";

    /// <summary>What title and text are written in.</summary>
    public MessageLanguage Language { get; private set; }

    public string? LinkPath { get; private set; }

    public string? LinkLabel { get; private set; }

    /// <summary>A code: sent at any hour, erased when it is sent.</summary>
    public bool Urgent { get; private set; }

    public bool News { get; private set; }

    public DateTime PostedAt { get; private set; }

    /// <summary>Nobody sends it before; a sender that claimed it moves this ahead, which is its lease.</summary>
    public DateTime DueAt { get; private set; }

    public DateTime? ExpiresAt { get; private set; }

    /// <summary>Who claimed it last.</summary>
    public Guid? Holder { get; private set; }

    public MessageState State { get; private set; }

    /// <summary>How often it was tried in vain.</summary>
    public int Attempts { get; private set; }

    /// <summary>What went wrong last, for staff.</summary>
    public string? Trouble { get; private set; }

    /// <summary>When it was sent, ticked off, given up or taken back.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Who ticked it off.</summary>
    public string? EndedBy { get; private set; }

    /// <summary>The first message of the digest it travelled in; null when it travelled alone.</summary>
    public Guid? SentWith { get; private set; }

    /// <summary>Somebody must be told otherwise, best by telephone.</summary>
    public bool IsUndeliveredMail => State == MessageState.Failed && Channel == MessageChannel.Mail;

    /// <summary>Hash of where it goes, so that the unique index holds no address and has one length.</summary>
    public static string KeyOf(MessageChannel channel, string address)
    {
        var folded = channel switch
        {
            MessageChannel.Mail => (MailAddressRules.Read(address) ?? address).ToUpperInvariant(),
            MessageChannel.Postcard => JapaneseText.SearchKey(address),
            MessageChannel.Screen => address,
            _ => JapaneseText.PhoneKey(address),
        };
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{channel}:{folded}")));
    }

    public void Take(DateTime nowUtc, Guid? with = null)
    {
        End(MessageState.Done, nowUtc);
        (SentWith, Trouble) = (with, null);
    }

    /// <summary>Not now: tried again after a while, given up after two days.</summary>
    public void Postpone(string trouble, DateTime nowUtc)
    {
        Attempts++;
        (Trouble, Holder) = (trouble, null);
        DueAt = nowUtc + WaitAfter(nowUtc - PostedAt, Attempts);
        if (nowUtc - PostedAt > Patience)
        {
            End(MessageState.Failed, nowUtc);
        }
    }

    /// <summary>Never to this address.</summary>
    public void Refuse(string trouble, DateTime nowUtc)
    {
        Trouble = trouble;
        End(MessageState.Failed, nowUtc);
    }

    public void Drop(DateTime nowUtc) => End(MessageState.Dropped, nowUtc);

    /// <summary>Staff have mended what was wrong, or want it tried once more.</summary>
    public void TryAgain(DateTime nowUtc)
    {
        if (State != MessageState.Failed || Urgent)
        {
            throw new RuleBroken("もう一度送れるのは、届かなかったお知らせだけです。");
        }

        (State, DueAt, EndedAt, Attempts, Holder) = (MessageState.Waiting, nowUtc, null, 0, null);
    }

    /// <summary>Somebody telephoned, or posted the card.</summary>
    public void TickOff(string by, DateTime nowUtc)
    {
        if (State is MessageState.Done or MessageState.Dropped)
        {
            throw new RuleBroken("このお知らせは、もう連絡済みです。");
        }

        End(MessageState.Done, nowUtc);
        EndedBy = by;
    }

    /// <summary>Ticked by mistake: it stands on the list again, a mail as one that did not arrive.</summary>
    public void Untick()
    {
        if (State != MessageState.Done || EndedBy is null)
        {
            throw new RuleBroken("この連絡は、いまは連絡済みになっていません。一覧を確かめてください。");
        }

        (State, EndedAt) = Channel is MessageChannel.Phone or MessageChannel.Postcard ? (MessageState.Waiting, null) : (MessageState.Failed, EndedAt);
        EndedBy = null;
    }

    /// <summary>Short at first, so that everything is out within five minutes of a mail server's recovery; seldom after hours.</summary>
    private static TimeSpan WaitAfter(TimeSpan sincePosted, int attempts) => TimeSpan.FromMinutes(
        sincePosted < TimeSpan.FromHours(1) ? Math.Min(4, 1 << Math.Min(attempts - 1, 2)) : sincePosted < TimeSpan.FromHours(6) ? 15 : 60);

    private void End(MessageState state, DateTime nowUtc)
    {
        (State, EndedAt, Holder) = (state, nowUtc, null);
        if (Urgent)
        {
            (Title, Body, LinkPath) = ("", "", null);
        }
    }
}
