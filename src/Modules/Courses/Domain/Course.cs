using Kominkan.Courses.Contracts;

namespace Kominkan.Courses.Domain;

/// <summary>What staff have decided about a course; what time does to it is its <see cref="Phase"/>.</summary>
internal enum CourseState
{
    Draft,
    Published,
    Drawn,
    Confirmed,
    Reported,
    Cancelled,
}

/// <summary>Where a course stands on a day, in the words of the report's life cycle.</summary>
internal enum Phase
{
    Draft,
    Published,
    Recruiting,
    Closed,
    Drawn,
    Confirmed,
    Running,
    Done,
    Reported,
    Cancelled,
}

/// <summary>What happens to a seat that is given back after it was given out.</summary>
internal enum FreedSeats
{
    /// <summary>Offered to the next in order, with a deadline.</summary>
    NextInOrder,

    /// <summary>Kept until staff draw again among all who wait.</summary>
    DrawAgain,
}

internal enum Childcare
{
    None,

    /// <summary>託児: the child is handed over.</summary>
    HandedOver,

    /// <summary>見守り保育: watched in the same room.</summary>
    WatchedOver,
}

/// <summary>
/// A course of one hall: its sessions, its recruiting and who takes part. Every change of seats happens in its methods,
/// while the course's lock is held (<see cref="CourseLock"/>).
/// </summary>
[ShownPublicly("courses")]
internal sealed partial class Course : IHallOwned
{
    private readonly List<Session> sessions = [];

    private Course()
    {
    }

    public Course(string number, Guid hallId, string programType, int fiscalYear, string title)
    {
        (Id, Number, HallId, ProgramType, FiscalYear) = (Guid.CreateVersion7(), number, hallId, programType, fiscalYear);
        Name(title);
    }

    public Guid Id { get; private set; }

    /// <summary>講座番号, unique in the city.</summary>
    public string Number { get; private set; } = "";

    public Guid HallId { get; private set; }

    public string ProgramType { get; private set; } = "";

    public int FiscalYear { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>The title folded for search.</summary>
    public string TitleKey { get; private set; } = "";

    public string Description { get; set; } = "";

    /// <summary>The same in やさしい日本語, written by staff; empty when there is none.</summary>
    public string EasyText { get; set; } = "";

    public List<string> Tags { get; private set; } = [];

    public CourseState State { get; private set; }

    public string? CancelReason { get; private set; }

    public Recruitment Recruitment { get; private set; } = new();

    public Eligibility Eligibility { get; private set; } = new();

    /// <summary>受講料 in yen, 0 when free.</summary>
    public int Fee { get; set; }

    /// <summary>教材費 in yen, 0 when none.</summary>
    public int MaterialsFee { get; set; }

    /// <summary>持ち物</summary>
    public string Bring { get; set; } = "";

    public Childcare Childcare { get; set; }

    /// <summary>People who hold a place.</summary>
    public int Enrolled { get; private set; }

    /// <summary>People a freed place is being offered to; their places are held.</summary>
    public int Offered { get; private set; }

    /// <summary>People who wait.</summary>
    public int Waiting { get; private set; }

    /// <summary>People in the draw that has not been held yet.</summary>
    public int InDraw { get; private set; }

    /// <summary>Applicants as an imported list stated them, without names; null for courses recruited here.</summary>
    public int? StatedApplicants { get; set; }

    /// <summary>First and last day and number of sessions not cancelled, kept here for lists.</summary>
    public DateOnly? FirstDate { get; private set; }

    public DateOnly? LastDate { get; private set; }

    public TimeOnly? FirstFrom { get; private set; }

    public TimeOnly? FirstTo { get; private set; }

    public int SessionCount { get; private set; }

    /// <summary>What came of it, written by staff when it is over.</summary>
    public string ReportText { get; private set; } = "";

    /// <summary>Counts staff's edits: a form filled from an older one is refused.</summary>
    public int Version { get; private set; }

    /// <summary>Raised to take the row's lock; see <see cref="CourseLock"/>.</summary>
    public int LockTurn { get; private set; }

    private int LastRank { get; set; }

    public IReadOnlyList<Session> Sessions => sessions;

    public Phase PhaseAt(DateTime nowUtc)
    {
        var today = DateOnly.FromDateTime(nowUtc.InJapan());
        return State switch
        {
            CourseState.Draft => Phase.Draft,
            CourseState.Reported => Phase.Reported,
            CourseState.Cancelled => Phase.Cancelled,
            _ when LastDate is { } last && today > last => Phase.Done,
            _ when FirstDate is { } first && today >= first => Phase.Running,
            CourseState.Drawn => Phase.Drawn,
            CourseState.Confirmed when !Recruitment.IsOpenAt(nowUtc) => Phase.Confirmed,
            _ when Recruitment.Intake == Intake.None => Phase.Published,
            _ when Recruitment.OpensAt is null || nowUtc < Recruitment.OpensAt => Phase.Published,
            _ => Recruitment.IsOpenAt(nowUtc) ? Phase.Recruiting : Phase.Closed,
        };
    }

    /// <summary>Takes over an edit; refused when somebody else saved since the form was filled.</summary>
    public void Edit(int formVersion, string title, Recruitment recruitment, Eligibility eligibility, IEnumerable<string> tags)
    {
        DemandNewest(formVersion);
        if (recruitment.Capacity is { } seats && seats < Enrolled + Offered)
        {
            throw new RuleBroken($"すでに{Enrolled + Offered}人が決まっています。定員はそれより少なくできません。", "Input.Capacity");
        }

        if (State is not CourseState.Draft && recruitment.Intake != Recruitment.Intake && Enrolled + Waiting + InDraw > 0)
        {
            throw new RuleBroken("申し込みがあるので、申込方法は変えられません。", "Input.Intake");
        }

        Demand(State is not (CourseState.Cancelled or CourseState.Reported), "中止か報告済みの講座は変えられません。");
        recruitment.Check();
        eligibility.Check();
        CheckChange(recruitment);
        Name(title);
        (Recruitment, Eligibility, Tags) = (recruitment, eligibility, [.. tags]);
        Version++;
    }

    /// <summary>What was promised to those who applied stays as it was; dates fit the sessions.</summary>
    private void CheckChange(Recruitment next)
    {
        if (State != CourseState.Draft && next.Intake != Intake.None)
        {
            Demand(next is { OpensAt: not null, ClosesAt: not null, Capacity: not null }, "公開中の講座には、申込期間と定員が必要です。", "Input.Capacity");
        }

        if (LastDate is { } last)
        {
            Demand(next.ClosesAt is not { } closes || DateOnly.FromDateTime(closes.InJapan()) <= last, "締切を、最後の回より後にできません。", "Input.ClosesAt");
            Demand(next.DecideOn is not { } decide || decide <= last, "開講を決める日を、最後の回より後にできません。", "Input.DecideOn");
        }

        if (Enrolled + Offered + Waiting + InDraw > 0)
        {
            Demand(next.OpensAt == Recruitment.OpensAt || next.OpensAt < Recruitment.OpensAt, "申し込みがあるので、受付の始まりは遅らせられません。", "Input.OpensAt");
            // More than there are seats was never a promise that could be kept.
            Demand(next.GroupLimit >= Math.Min(Recruitment.GroupLimit, Recruitment.Capacity ?? int.MaxValue), "申し込みがあるので、いっしょに申し込める人数は減らせません。", "Input.GroupLimit");
        }

        if (InDraw > 0)
        {
            Demand((next.ResidentWeight, next.LostBeforeWeight) == (Recruitment.ResidentWeight, Recruitment.LostBeforeWeight), "申し込みがあるので、抽選の口数は変えられません。", "Input.ResidentWeight");
        }
    }

    public void Publish()
    {
        Demand(State == CourseState.Draft, "この講座はもう公開されています。");
        Demand(SessionCount > 0, "公開する前に、回（日時）を1つ以上入れてください。");
        Recruitment.Check();
        Demand(Recruitment.Intake == Intake.None || Recruitment is { OpensAt: not null, ClosesAt: not null, Capacity: not null }, "公開する前に、申込期間と定員を入れてください。");
        State = CourseState.Published;
        Version++;
    }

    /// <summary>開講決定: it will be held.</summary>
    public void Confirm()
    {
        Demand(State is CourseState.Published or CourseState.Drawn, "開講を決められるのは、公開中の講座だけです。");
        Demand(InDraw == 0, "抽選を待つ申し込みがあります。先に抽選してください。");
        State = CourseState.Confirmed;
        Version++;
    }

    /// <summary>The whole course is called off; its sessions not yet held are cancelled with the same reason.</summary>
    public void Cancel(string reason)
    {
        Demand(State is not (CourseState.Cancelled or CourseState.Reported), "この講座はもう中止か報告済みです。");
        Demand(reason.Length > 0, "中止の理由を入力してください。");
        (State, CancelReason) = (CourseState.Cancelled, reason);
        foreach (var session in sessions.Where(s => s.State == SessionState.Planned))
        {
            session.Cancel(reason);
        }

        Recount();
        Version++;
    }

    /// <summary>Imported courses are history: published, and held by what their sessions say.</summary>
    public void TakeFromImport(string title, string programType, Guid hallId, int fiscalYear, Intake intake, int? capacity, int? applicants, IEnumerable<string> tags)
    {
        Name(title);
        (ProgramType, HallId, FiscalYear, StatedApplicants) = (programType, hallId, fiscalYear, applicants);
        Recruitment = Recruitment with { Intake = intake, Capacity = capacity };
        Tags = [.. tags];
        State = State == CourseState.Draft ? CourseState.Confirmed : State;
    }

    private void Name(string title) => (Title, TitleKey) = (title, JapaneseText.SearchKey(title));

    private static void Demand(bool rule, string sentence, string? field = null)
    {
        if (!rule)
        {
            throw new RuleBroken(sentence, field);
        }
    }
}
