namespace Kominkan.Courses.Domain;

/// <summary>The course's dated meetings.</summary>
internal sealed partial class Course
{
    /// <param name="room">Room of the hall, or null for a place outside.</param>
    public Session AddSession(DateOnly date, TimeOnly? from, TimeOnly? to, Guid? room, string topic = "")
    {
        Demand(State is not (CourseState.Cancelled or CourseState.Reported), "中止か報告済みの講座に回は足せません。");
        Demand(from is null || to is null || from < to, "終わりの時刻を、始まりより後にしてください。", "Input.To");
        Demand(new FiscalYear(FiscalYear).Period.Contains(date), $"{new FiscalYear(FiscalYear)}の日を入力してください。", "Input.Date");
        var session = new Session(Id, sessions.Count == 0 ? 1 : sessions.Max(s => s.Number) + 1, date, from, to, room, topic);
        sessions.Add(session);
        Recount();
        return session;
    }

    /// <param name="formMark">The session's <see cref="Session.Mark"/> when the form was filled: a form sent twice says the same again and harms nobody.</param>
    public void MoveSession(Guid sessionId, string? formMark, DateOnly date, TimeOnly? from, TimeOnly? to, Guid? room, string topic)
    {
        Demand(from is null || to is null || from < to, "終わりの時刻を、始まりより後にしてください。", "Input.To");
        Demand(new FiscalYear(FiscalYear).Period.Contains(date), $"{new FiscalYear(FiscalYear)}の日を入力してください。", "Input.Date");
        var session = SessionOf(sessionId);
        var before = session.Mark();
        session.Move(date, from, to, room, topic);
        Demand(formMark == before || session.Mark() == before, "ほかの人が先にこの回を変更しました。最新の内容を確かめて、もう一度入力してください。");
        Recount();
    }

    public void CancelSession(Guid sessionId, string reason)
    {
        SessionOf(sessionId).Cancel(reason);
        Recount();
    }

    /// <summary>A session that was held or cancelled by mistake is planned again; its heads are taken away by the caller.</summary>
    public void ReopenSession(Guid sessionId)
    {
        SessionOf(sessionId).Reopen();
        Recount();
    }

    public Session SessionOf(Guid sessionId) =>
        sessions.Find(s => s.Id == sessionId) ?? throw new RuleBroken("この回は見つかりません。ほかの人が消したかもしれません。");

    /// <summary>Refreshes what lists show of the sessions; also after an import that added them in bulk.</summary>
    public void Recount()
    {
        var planned = sessions.Where(s => s.State != SessionState.Cancelled).ToList();
        SessionCount = planned.Count;
        // Called off altogether it keeps the days it would have had: who looks for it among them must read 中止.
        var days = (planned.Count > 0 ? planned : sessions).OrderBy(s => s.Date).ThenBy(s => s.From).ToList();
        (FirstDate, LastDate) = (days.FirstOrDefault()?.Date, days.LastOrDefault()?.Date);
        (FirstFrom, FirstTo) = (days.FirstOrDefault()?.From, days.FirstOrDefault()?.To);
    }
}
