namespace Kominkan.Resilience;

/// <summary>
/// What is typed into a form that shows what is kept, and is accepted, stands there again when the page is opened anew,
/// byte for byte but for what <see cref="JapaneseText.Clean"/> takes out.
/// </summary>
internal sealed class SameTexts
{
    /// <summary>Boxes of the program that show again what was kept in them; fewer, and the test has lost sight of some.</summary>
    private const int AtLeast = 25;

    /// <summary>Tells which boxes take words and show them again: those for numbers, dates and kana refuse it.</summary>
    private const string Probe = "見本の字";

    private static readonly string[] Samples =
    [
        "𠮷野 﨑髙", "葛󠄀城", "か゛は゜", "👨‍👩‍👧‍👦👍🏽", "ｶﾞ ＡＢ①", "〜～−－‖∥ー", "e\u0301é Å", "か\u3099\u3099\u3099", "a\0b\u202Ec\u200Bd\uFEFF", "\u3000前後\u3000 ", "<b>\"'&amp", "=1+1", "'--%_\\\\¥＼",
    ];

    private readonly SortedSet<string> kept = new(StringComparer.Ordinal);
    private readonly List<string> differences = [];
    private int compared;

    /// <summary>Every form the walk has found, as it stands now.</summary>
    public async Task TryAsync(Crawl crawl)
    {
        // A form that is empty to begin with makes something new each time; only one that shows something can show it again.
        foreach (var form in crawl.Forms.Values.Where(f => f.IsPost && f.Texts.Any(t => f.Values.Any(v => v.Key == t && v.Value.Length > 0))).ToList())
        {
            foreach (var field in form.Texts.Where(form.Fields.Contains))
            {
                if (await KeepAsync(crawl, form, field, Probe) != Probe)
                {
                    continue;
                }

                kept.Add($"{Crawl.ShapeOf(form.Action)} {field}");
                foreach (var sample in Samples)
                {
                    if (await KeepAsync(crawl, form, field, sample) is { } shown)
                    {
                        compared++;
                        if (shown != JapaneseText.Clean(sample))
                        {
                            differences.Add($"{Crawl.ShapeOf(form.Action)} {field}: {Payloads.Show(sample)} is {Payloads.Show(shown)}");
                        }
                    }
                }
            }
        }
    }

    public void Demand()
    {
        Console.WriteLine($"Texts: {compared} in {kept.Count} boxes came back, {differences.Count} of them changed.");
        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.True(kept.Count >= AtLeast, $"Only {kept.Count} boxes show again what is kept:\n{string.Join('\n', kept)}");
    }

    /// <summary>Sends the form with this in one of its boxes; what the box shows afterwards, or null where it was not taken.</summary>
    private static async Task<string?> KeepAsync(Crawl crawl, FoundForm form, string field, string text)
    {
        if (await crawl.FindAsync(form) is not { } now)
        {
            return null;
        }

        var (_, _, location) = await crawl.SendAsync(now.Action, new FormUrlEncodedContent([.. now.Values.Where(v => v.Key != field), new(field, text)]));
        return location is null ? null : (await crawl.FindAsync(form))?.Values.FirstOrDefault(v => v.Key == field).Value;
    }
}
