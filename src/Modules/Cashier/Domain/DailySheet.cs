namespace Kominkan.Cashier.Domain;

/// <summary>日計表: a hall's money of one day, added up by drawer and by what it was for. Both must come to the same.</summary>
internal sealed class DailySheet(IReadOnlyList<Drawer> drawers, IReadOnlyList<Receipt> receipts)
{
    public IReadOnlyList<DrawerLine> Drawers { get; } =
        [.. drawers.OrderBy(d => d.OpenedAt).Select(d => new DrawerLine(d, Sums.Of(receipts.Where(r => r.DrawerId == d.Id))))];

    /// <summary>Not cash, by how it came.</summary>
    public IReadOnlyList<(Method Method, Sums Sums)> Others { get; } =
        [.. receipts.Where(r => r.Method != Method.Cash).GroupBy(r => r.Method).OrderBy(g => g.Key).Select(g => (g.Key, Sums.Of(g)))];

    public IReadOnlyList<(string Category, Sums Sums)> Categories { get; } =
        [.. receipts.GroupBy(r => r.Category).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, Sums.Of(g)))];

    public Sums Total { get; } = Sums.Of(receipts);

    /// <summary>By drawer and way of paying, by category, and in each drawer from the float to what ought to be there.</summary>
    public bool AddsUp =>
        Drawers.Sum(d => (long)d.Sums.Net) + Others.Sum(o => (long)o.Sums.Net) == Total.Net
        && Categories.Sum(c => (long)c.Sums.Net) == Total.Net
        && Drawers.All(d => d.Drawer.Float + d.Sums.Net == d.Drawer.Expected);

    public bool IsEmpty => Drawers.Count == 0 && Total.Count == 0;
}

internal sealed record DrawerLine(Drawer Drawer, Sums Sums);

/// <summary>Receipts added up, yen; what went out is below zero.</summary>
internal sealed record Sums(int Count, int Payments, int Refunds, int Reversals)
{
    public int Net => Payments + Refunds + Reversals;

    public static Sums Of(IEnumerable<Receipt> receipts)
    {
        var all = receipts.ToList();
        int Sum(ReceiptKind kind) => all.Where(r => r.Kind == kind).Sum(r => r.Yen);
        return new(all.Count, Sum(ReceiptKind.Payment), Sum(ReceiptKind.Refund), Sum(ReceiptKind.Reversal));
    }
}
