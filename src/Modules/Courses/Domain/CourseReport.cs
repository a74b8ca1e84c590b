namespace Kominkan.Courses.Domain;

/// <summary>What came of the course.</summary>
internal sealed partial class Course
{
    /// <summary>The course is over and what came of it is written down.</summary>
    public void Report(string text, DateTime nowUtc)
    {
        Demand(State != CourseState.Reported, "この講座はもう報告済みです。文は「報告の文を直す」で直せます。");
        Demand(PhaseAt(nowUtc) == Phase.Done, "報告できるのは、全部の回が終わってからです。");
        Demand(sessions.TrueForAll(s => s.State != SessionState.Planned), "出席を入れていない回があります。先に出席をつけるか、中止にしてください。");
        (State, ReportText) = (CourseState.Reported, text);
        Version++;
    }

    /// <summary>The words of the report are put right; refused when somebody else saved since the form was filled.</summary>
    public void CorrectReport(int formVersion, string text)
    {
        DemandNewest(formVersion);
        Demand(State == CourseState.Reported, "この講座は、まだ報告されていません。");
        ReportText = text;
        Version++;
    }

    private void DemandNewest(int formVersion) =>
        Demand(formVersion == Version, "ほかの人が先にこの講座を変更しました。最新の内容を確かめて、もう一度入力してください。");
}
