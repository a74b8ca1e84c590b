using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace Kominkan.EndToEnd;

/// <summary>
/// Somebody at the keyboard, and how long it takes them: 0.28 seconds a key and 1.1 a press with mouse or finger (Card, Moran
/// and Newell, the keystroke-level model, an average typist), and what the program itself took. A kana is two keys, a word
/// turned into kanji one more. Reading and thinking are not counted.
/// </summary>
internal sealed class Hand(Visit visit)
{
    private const double Key = 0.28, Press = 1.1;

    private readonly Stopwatch program = new();
    private int keys;
    private int presses;

    public TimeSpan Time => TimeSpan.FromSeconds((keys * Key) + (presses * Press)) + program.Elapsed;

    public string Told => string.Create(CultureInfo.InvariantCulture, $"{keys} keys, {presses} presses, {program.Elapsed.TotalSeconds:0.0} s of the program: {Time.TotalSeconds:0} s");

    /// <summary>Types into the box it comes to with Tab.</summary>
    /// <param name="reading">Of what has to be turned into kanji, or is kana.</param>
    public Task TypeAsync(string name, string text, string? reading = null)
    {
        keys += 1 + (reading is null ? text.Length : (2 * reading.Length) + (reading == text ? 0 : 1));
        return DoAsync(() => visit.Page.FillAsync($"[name='{name}']", text));
    }

    public Task ChooseAsync(string name, string value)
    {
        keys += 2;
        return DoAsync(() => visit.Page.SelectOptionAsync($"[name='{name}']", value));
    }

    public Task TickAsync(string name)
    {
        presses++;
        return DoAsync(() => visit.Page.CheckAsync($"[name='{name}']"));
    }

    /// <summary>Presses a button, and looks at the page that comes.</summary>
    public Task PressAsync(string button) => GoAsync(AriaRole.Button, button);

    public Task FollowAsync(string link) => GoAsync(AriaRole.Link, link);

    private async Task GoAsync(AriaRole role, string name)
    {
        presses++;
        await DoAsync(() => visit.Page.GetByRole(role, new() { NameRegex = new("^" + System.Text.RegularExpressions.Regex.Escape(name)) }).First.ClickAsync());
        await LookAsync();
    }

    /// <summary>How a page looks does not depend on the database: once, wide and narrow.</summary>
    private async Task LookAsync()
    {
        if (TestDatabase.Provider != Provider.Sqlite)
        {
            return;
        }

        var own = visit.Page.ViewportSize!;
        foreach (var width in new[] { 1280, 320 })
        {
            await visit.Page.SetViewportSizeAsync(width, 700);
            await visit.CheckAsync();
        }

        await visit.Page.SetViewportSizeAsync(own.Width, own.Height);
    }

    private async Task DoAsync(Func<Task> act)
    {
        program.Start();
        await act();
        program.Stop();
    }
}
