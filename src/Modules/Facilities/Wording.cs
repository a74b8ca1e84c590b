using Kominkan.Facilities.Contracts;
using Kominkan.Facilities.Domain;
using Kominkan.SharedKernel.Ui;

namespace Kominkan.Facilities;

/// <summary>How days, openings and kinds are said on the pages.</summary>
internal static class Wording
{
    /// <summary>令和8年11月23日（月・勤労感謝の日）</summary>
    public static string LongWith(this DateOnly date, string? holiday) =>
        holiday is null ? date.Long() : date.Long().Replace($"（{date.Weekday()}）", $"（{date.Weekday()}・{holiday}）", StringComparison.Ordinal);

    /// <summary>11月23日（月・勤労感謝の日）</summary>
    public static string MonthDayWith(this DateOnly date, string? holiday) =>
        holiday is null ? date.MonthDay() : date.MonthDay().Replace($"（{date.Weekday()}）", $"（{date.Weekday()}・{holiday}）", StringComparison.Ordinal);

    /// <summary>12月3日（木）から12月7日（月）まで：屋根の改修工事</summary>
    public static string Sentence(this Closure closure) =>
        closure.Days() + (closure.Part == OpeningPart.Library ? "（図書室）" : "") + "：" + closure.Reason;

    /// <summary>12月3日（木）から12月7日（月）まで</summary>
    public static string Days(this Closure closure) =>
        closure.From == closure.To ? closure.From.MonthDay() : $"{closure.From.MonthDay()}から{closure.To.MonthDay()}まで";

    public static Status StatusOn(this Closure closure, DateOnly today) =>
        closure.WithdrawnAt is not null ? new("取り消し", Tone.Off)
        : closure.To < today ? new("終わり", Tone.Off)
        : closure.From > today ? new("予定", Tone.Warn)
        : new("休館中", Tone.Bad);

    public static Status StatusOn(this OpeningRule rule, DateOnly today) =>
        rule.IsValidOn(today) ? new("いま", Tone.Ok) : rule.ValidFrom > today ? new("これから", Tone.Warn) : new("終わり", Tone.Off);

    /// <summary>市全体, 秋津公民館の図書室</summary>
    public static string Where(this OpeningRule rule, HallDirectory halls) =>
        (rule.HallId is { } id ? halls.NameOf(id) : "市全体") + (rule.Part == OpeningPart.Library ? "の図書室" : "");

    /// <summary>How a room stands to the others: 101-1と101-2に分けられます.</summary>
    public static string Partition(this MeetingRoom room, IReadOnlyCollection<MeetingRoom> all)
    {
        var parts = all.Where(r => r.IsPartOf(room)).Select(r => r.Name).ToList();
        return parts.Count > 0 ? string.Join("と", parts) + "に分けられます"
            : all.FirstOrDefault(room.IsPartOf) is { } whole ? whole.Name + "の一部"
            : "－";
    }

    /// <summary>午後10時まで, or 休館（空調設備の点検）.</summary>
    public static string Words(this Opening opening) =>
        opening.IsOpen ? $"{opening.To!.Value.Spoken()}まで" : $"休館（{opening.Reason}）";

    public static Status Status(this Opening opening) => opening.IsOpen ? new("開館", Tone.Ok) : new("休館", Tone.Off);

    /// <summary>午前9時から午後10時まで; empty when closed.</summary>
    public static string Hours(this Opening opening) =>
        opening.IsOpen ? $"{opening.From!.Value.Spoken()}から{opening.To!.Value.Spoken()}まで" : "";

    public static string Label(this ClosureKind kind) => kind switch
    {
        ClosureKind.Inspection => "設備の点検",
        ClosureKind.Works => "工事・修繕",
        ClosureKind.Shelter => "避難所の開設",
        ClosureKind.Election => "選挙",
        ClosureKind.Weather => "荒天",
        ClosureKind.LibraryArrangement => "図書の整理",
        _ => "そのほか",
    };

    public static IEnumerable<Choice> Kinds => Enum.GetValues<ClosureKind>().Select(k => new Choice(k.ToString(), k.Label()));

    public static IEnumerable<Choice> Parts => Enum.GetValues<OpeningPart>().Select(p => new Choice(p.ToString(), p == OpeningPart.Hall ? "館全体" : "図書室だけ"));

    public static IEnumerable<Choice> WeekdayChoices => Enum.GetValues<DayOfWeek>().Select(d => new Choice(d.ToString(), OpeningRule.Name(d) + "曜日"));
}
