namespace Kominkan.Notifications.Monthly;

/// <summary>The words of the monthly summary.</summary>
internal sealed class MonthlyMessages(MonthlySummary summary, TimeProvider clock) : IMessageKinds
{
    public const string Kind = "notifications.monthly";

    public IReadOnlyList<MessageKind> Kinds { get; } =
    [
        new(Kind, "毎月の定期便", ["場所", "月", "数字", "予定", "残り", "表"],
            new("{場所} {月}のまとめ", "{月}のまとめです。\n\n【数字】\n\n{数字}\n\n【今月の予定】\n{予定}\n\n【残っている仕事】\n{残り}\n\n【表（Excel）】\n{表}")),
    ];

    public static DateOnly LastMonth(DateOnly today) => new DateOnly(today.Year, today.Month, 1).AddMonths(-1);

    public async Task<IReadOnlyDictionary<string, MessageValue>?> ExampleAsync(string kind, CancellationToken cancellation = default) =>
        (await summary.OfAsync(LastMonth(clock.Today()), null, null, keep: false, cancellation)).Values;
}
