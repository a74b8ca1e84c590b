using System.Globalization;
using Kominkan.Courses.Contracts;
using Kominkan.Courses.Domain;
using Kominkan.SharedKernel.Ui;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>Words of the staff's tables, shorter than those residents read, and the choices of their forms.</summary>
internal static class StaffWords
{
    public static readonly IReadOnlyList<Choice> Genders = [new("女", "女"), new("男", "男"), new("不明", "答えない・不明")];

    public static readonly IReadOnlyList<Choice> Grades = [.. Enumerable.Range(1, 12).Select(g => new Choice(g.ToString(CultureInfo.InvariantCulture), SchoolGrade.InWords(g)))];

    public static IReadOnlyList<Choice> Channels { get; } = [.. new[] { Channel.Phone, Channel.Counter, Channel.Postcard }.Select(c => new Choice(c.ToString(), Wording.Of(c)))];

    public static IReadOnlyList<Choice> Ties { get; } = [.. Enum.GetValues<CityTie>().OrderBy(t => t == CityTie.None).Select(t => new Choice(t.ToString(), Wording.Of(t)))];

    public static IReadOnlyList<Choice> ContactWays { get; } = [.. Enum.GetValues<ContactBy>().Select(c => new Choice(c.ToString(), Wording.Of(c)))];

    public static IReadOnlyList<Choice> Childcares { get; } = [new(nameof(Childcare.None), "なし"), new(nameof(Childcare.HandedOver), "託児（別の部屋で預かる）"), new(nameof(Childcare.WatchedOver), "見守り保育（同じ部屋で見る）")];

    public static IReadOnlyList<Choice> Policies { get; } =
        [new(nameof(GroupPolicy.AllOrNone), "全員いっしょのときだけ参加する"), new(nameof(GroupPolicy.AsManyAsFit), "入れる人数だけでも参加する")];

    public static IReadOnlyList<Choice> Freed { get; } =
        [new(nameof(FreedSeats.NextInOrder), "待っている人に順に案内する"), new(nameof(FreedSeats.DrawAgain), "待っている人で、もう一度抽選する")];

    public static IEnumerable<Choice> Intakes(IProgramType type) => type.Intakes.Select(i => new Choice(i.ToString(), Wording.Of(i)));

    public static Status Of(EnrolmentState state) => state switch
    {
        EnrolmentState.Enrolled => new("確定", Tone.Ok),
        EnrolmentState.Offered => new("案内中", Tone.Warn),
        EnrolmentState.InDraw => new("抽選待ち", Tone.Off),
        EnrolmentState.Waiting => new("キャンセル待ち", Tone.Warn),
        EnrolmentState.Lapsed => new("期限切れ", Tone.Bad),
        _ => new("取消", Tone.Off),
    };

    /// <summary>The same, with whether who waits may still get a seat.</summary>
    public static Status Of(EnrolmentState state, Course course, DateTime nowUtc) => state == EnrolmentState.Waiting && !course.HasQueueAt(nowUtc) ? Wording.Unseated : Of(state);

    public static Status Of(SessionState state) => state switch
    {
        SessionState.Held => new("開催済み", Tone.Ok),
        SessionState.Cancelled => new("中止", Tone.Bad),
        _ => new("予定", Tone.Off),
    };

    /// <summary>9:30–12:00</summary>
    public static string Hours(TimeOnly? from, TimeOnly? to) => from is null && to is null ? "時刻は未定" : $"{from:H\\:mm}–{to:H\\:mm}";

    /// <summary>R8.11.28 17:00, of Japan</summary>
    public static string Moment(DateTime? utc) => utc is { } u ? $"{DateOnly.FromDateTime(u.InJapan()).Short()} {u.InJapan():H\\:mm}" : "－";

    /// <summary>What the saved heads mean for reports that are closed; empty where none is.</summary>
    public static string AfterClosing(IReadOnlyList<string> closed) =>
        closed.Count == 0 ? "" : $"{string.Join('と', closed)}の報告は締めてあるため、数字は締め直すまで変わりません。本部に知らせてください。";

    public static string People(int? count) => count is { } n ? n.ToString("#,0", CultureInfo.InvariantCulture) : "－";
}
