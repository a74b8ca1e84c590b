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

    /// <summary>午後10時まで, or 休館（空調設備の点検）.</summary>
    public static string Words(this Opening opening) =>
        opening.IsOpen ? $"{opening.To!.Value.Spoken()}まで" : $"休館（{opening.Reason}）";

    public static Status Status(this Opening opening) => opening.IsOpen ? new("開館", Tone.Ok) : new("休館", Tone.Off);

    /// <summary>午前9時から午後10時まで; empty when closed.</summary>
    public static string Hours(this Opening opening) =>
        opening.IsOpen ? $"{opening.From!.Value.Spoken()}から{opening.To!.Value.Spoken()}まで" : "";

    public static string Label(this OpeningPart part) => part == OpeningPart.Library ? "図書室" : "館";

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

    public static IEnumerable<Choice> Days => Enum.GetValues<DayOfWeek>().Select(d => new Choice(d.ToString(), OpeningRule.Name(d) + "曜日"));
}
