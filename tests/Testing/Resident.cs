namespace Kominkan.Testing;

/// <summary>What a resident does, in their words.</summary>
public static class Resident
{
    /// <summary>Opens the form of a course, fills it in and goes on to 確認; nothing is sent yet.</summary>
    /// <param name="opened">The form where it stands open already.</param>
    public static async Task<Page> FillInAsync(this Browser browser, Guid course, int n = 1, object? changes = null, Page? opened = null)
    {
        var form = opened ?? await browser.OpenAsync($"/courses/{course}/apply");
        var fields = new Dictionary<string, string>
        {
            ["People[0].FamilyName"] = "中村",
            ["People[0].GivenName"] = "恵子",
            ["People[0].FamilyKana"] = "なかむら",
            ["People[0].GivenKana"] = Kana(n),
            ["People[0].Birth.Era"] = "昭和",
            ["People[0].Birth.Year"] = "30",
            ["People[0].Birth.Month"] = "4",
            ["People[0].Birth.Day"] = "5",
            ["Phone"] = $"090-0000-{n:0000}",
            ["Agree"] = "true",
        };
        foreach (var property in changes is null ? [] : (IEnumerable<KeyValuePair<string, string>>)changes)
        {
            fields[property.Key] = property.Value;
        }

        return await browser.SubmitAsync(form, fields);
    }

    /// <summary>Presses この内容で申し込む.</summary>
    public static Task<Page> SendAsync(this Browser browser, Page confirm) => browser.SubmitAsync(confirm);

    /// <summary>The whole way to the receipt.</summary>
    public static async Task<Page> ApplyAsync(this Browser browser, Guid course, int n = 1, object? changes = null) =>
        await browser.SendAsync(await browser.FillInAsync(course, n, changes));

    public static string ReceiptNumber(this Page page) =>
        System.Text.RegularExpressions.Regex.Match(page.Text, @"\d{4}-\d{4}").Value;

    // Different people have different names, or they would be asked whether they are one.
    private static string Kana(int n) => string.Concat(n.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(d => "あいうえおかきくけこ"[d - '0']));
}
