using System.Security.Cryptography;
using System.Text;

namespace Kominkan.Courses.Domain;

internal enum SessionState
{
    Planned,
    Held,
    Cancelled,
}

/// <summary>One dated meeting of a course. Planned, held and cancelled are counted apart.</summary>
[ShownPublicly("courses")]
internal sealed class Session
{
    private Session()
    {
    }

    public Session(Guid courseId, int number, DateOnly date, TimeOnly? from, TimeOnly? to, Guid? roomId, string topic)
    {
        Id = Guid.CreateVersion7();
        (CourseId, Number, Date, From, To, RoomId, Topic) = (courseId, number, date, from, to, roomId, topic);
    }

    public Guid Id { get; private set; }

    public Guid CourseId { get; private set; }

    /// <summary>回, from 1.</summary>
    public int Number { get; private set; }

    public DateOnly Date { get; private set; }

    public TimeOnly? From { get; private set; }

    public TimeOnly? To { get; private set; }

    public Guid? RoomId { get; private set; }

    public string Topic { get; private set; } = "";

    public SessionState State { get; private set; }

    public string? CancelReason { get; private set; }

    /// <summary>Tells one plan from another: a form filled from an older one is refused.</summary>
    public string Mark() => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Date:O}|{From:O}|{To:O}|{RoomId}|{Topic}")))[..16];

    /// <summary>Who takes part must know its day and time, and hear when they change.</summary>
    public bool IsAwaited(DateOnly today) => State == SessionState.Planned && Date >= today;

    public void Move(DateOnly date, TimeOnly? from, TimeOnly? to, Guid? roomId, string topic)
    {
        if (State == SessionState.Cancelled)
        {
            throw new RuleBroken("中止した回は動かせません。中止を取り消してから変更してください。");
        }

        (Date, From, To, RoomId, Topic) = (date, from, to, roomId, topic);
    }

    public void Cancel(string reason)
    {
        if (State == SessionState.Held)
        {
            throw new RuleBroken("出席の入っている回は中止にできません。先に出席を取り消してください。");
        }

        if (reason.Length == 0)
        {
            throw new RuleBroken("中止の理由を入力してください。", "Input.Reason");
        }

        (State, CancelReason) = (SessionState.Cancelled, reason);
    }

    /// <summary>It took place: heads were counted, even if nobody came.</summary>
    public void Hold(DateOnly today)
    {
        if (State == SessionState.Cancelled)
        {
            throw new RuleBroken("中止した回に出席はつけられません。");
        }

        if (Date > today)
        {
            throw new RuleBroken("まだ開かれていない回です。当日から出席をつけられます。");
        }

        State = SessionState.Held;
    }

    public void Reopen() => (State, CancelReason) = (SessionState.Planned, null);

    /// <summary>What an imported list says happened.</summary>
    public void TakeFromImport(DateOnly date, SessionState state) =>
        (Date, State, CancelReason) = (date, state, state == SessionState.Cancelled ? CancelReason ?? "取り込んだ記録による" : null);
}
