using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Resilience;

/// <summary>
/// Every form that visitors, residents and staff can reach, every field of it, and the addresses too, with what does not
/// belong there. No answer may be a fault of the program, show its insides or lead away, and the data stay sound.
/// </summary>
public class BadInput
{
    /// <summary>Of the forms in the route table; and of these, why some are not reached.</summary>
    private const double Reached = 0.95;

    private static readonly string[] Few = ["", FullCity.Guest, FullCity.Resident, FullCity.AtTheDoor, RoleKeys.Counter, RoleKeys.HallManager, RoleKeys.HeadOffice];

    private static readonly string[] CommonKeys = ["p", "page", "sort", "desc", "q", "date", "from", "to", "fiscalYear", "month", "people", "hall", "returnUrl"];

    private readonly ConcurrentDictionary<string, string> failures = new();
    private readonly HashSet<string> posted = [];
    private readonly SameTexts texts = new();
    private IReadOnlyList<Address> addresses = [];
    private bool isWhole;
    private int turn;
    private int sent;

    [Fact]
    public Task No_box_of_any_form_and_no_address_breaks_the_program() => RunAsync(Payloads.Sharp, Few, eachOnce: true);

    [Fact]
    [Trait("Category", "Slow")]
    public async Task No_box_of_any_form_breaks_the_program_whatever_is_typed_by_any_role()
    {
        Assert.True(Payloads.Many.Count >= 200, $"Only {Payloads.Many.Count} payloads.");
        await RunAsync(Payloads.Many, [.. Few.Concat(Role.BuiltInKeys).Distinct()], eachOnce: false);
    }

    /// <param name="eachField">What the first who reaches a form types into each of its boxes; the others only the sharp ones.</param>
    /// <param name="eachOnce">A form or an address that several reach is tried by the first of them only.</param>
    private async Task RunAsync(IReadOnlyList<string> eachField, IReadOnlyList<string> everybody, bool eachOnce)
    {
        isWhole = !eachOnce;
        await using var app = await KominkanApp.StartAsync(b =>
        {
            b.Services.PostConfigure<PasswordHasherOptions>(o => o.IterationCount = 1);
            // The guest looks the same numbers up before every form.
            b.Configuration["Guessing:PerAccount"] = "100000";
        });
        var city = await FullCity.FillAsync(app);
        addresses = await Address.AllAsync(app);
        var (forms, shapes) = (new HashSet<string>(), new HashSet<string>());
        foreach (var who in everybody)
        {
            Task<Crawl> EnterAsync() => city.EnterAsync(who, who == RoleKeys.HeadOffice ? null : "1");
            using var crawl = await EnterAsync();
            await crawl.WalkAsync(city.BeginningsOf(who), (url, status, html) => Look($"{who} GET {url}", status, html, null));
            if (who is FullCity.Resident or RoleKeys.HeadOffice)
            {
                await texts.TryAsync(crawl);
            }

            foreach (var form in crawl.Forms.Values)
            {
                var isNew = forms.Add(form.Shape);
                if (!isNew && eachOnce)
                {
                    continue;
                }

                // Who signs in anew for each form is not thrown out by the form before.
                using var own = await EnterAsync();
                await RefusesStrangeBodiesAsync(own, form);
                await TryFormAsync(own, form, crawl.Pages[crawl.KindOf(form.Page)], isNew ? eachField : Payloads.Sharp);
            }

            await TryAddressesAsync(crawl, [.. crawl.Pages.Keys.Where(s => shapes.Add(s) || !eachOnce)], Payloads.Sharp);
            Console.WriteLine($"Fuzz: {(who.Length == 0 ? "visitor" : who)}: {crawl.Forms.Count} forms, {forms.Count} different so far, {sent} answers, {failures.Count} faults");
        }

        // What was saved on the way is shown, by every page that shows it.
        using var after = await city.EnterAsync(RoleKeys.HeadOffice);
        await after.WalkAsync(city.BeginningsOf(RoleKeys.HeadOffice), (url, status, html) => Look("afterwards GET " + url, status, html, null));

        texts.Demand();
        Assert.True(failures.IsEmpty, $"{failures.Count} of {sent} answers:\n" + string.Join('\n', failures.OrderBy(f => f.Key, StringComparer.Ordinal).Take(60).Select(f => $"{f.Key}: {f.Value}")));
        var known = addresses.Where(a => a.Methods.Contains("POST", StringComparison.Ordinal) && !a.Route.EndsWith("/sign-out", StringComparison.Ordinal)).Select(a => a.Route).ToList();
        var missed = known.Except(posted).ToList();
        var told = $"{eachField.Count} payloads a field, {sent} answers, none a fault; {known.Count - missed.Count} of {known.Count} forms of the route table sent. Not: {string.Join(' ', missed)}";
        Console.WriteLine("Fuzz: " + told);
        Assert.True(known.Count - missed.Count >= Reached * known.Count, told);
        await Rules.HoldAsync(app);
    }

    /// <param name="pages">Others of the kind: what was tried before may have changed what its own page offers.</param>
    private async Task TryFormAsync(Crawl crawl, FoundForm found, List<string> pages, IReadOnlyList<string> eachField)
    {
        if (!found.IsPost)
        {
            foreach (var (key, payload) in found.Fields.SelectMany(_ => eachField, (key, payload) => (key, payload)))
            {
                await OpenAsync(crawl, found.Action.Split('?')[0], found.Values.Where(v => v.Key != key).Append(new(key, payload)), key);
            }

            return;
        }

        var form = await crawl.FindAsync(found);
        for (var n = 0; n < pages.Count && form is null; n++)
        {
            form = await crawl.FindAsync(found with { Page = pages[n] });
        }

        if (form is null)
        {
            return;
        }

        posted.UnionWith(AddressOf(form) is { } address ? [address.Route] : []);

        // What nobody types, the program chose: the sharp ones are enough to find that it trusts that.
        foreach (var (field, payload) in form.Fields.SelectMany(f => form.Texts.Contains(f) ? eachField : Payloads.Sharp, (field, payload) => (field, payload)))
        {
            await PostAsync(crawl, form, Form(form.Values.Where(v => v.Key != field).Append(new(field, payload))), $"{field}={Payloads.Show(payload)}");
        }

        foreach (var payload in form.Fields.Count == 0 ? [] : Some(Payloads.All.Skip(Payloads.Sharp.Count)))
        {
            await PostAsync(crawl, form, Form(form.Values.Select(v => v.Key == FoundForm.Token ? v : new(v.Key, payload))), "everything=" + Payloads.Show(payload));
        }

        await TryShapesAsync(crawl, form);
    }

    /// <summary>In the ordinary run a third of them, and the next time the next third.</summary>
    private IEnumerable<string> Some(IEnumerable<string> payloads)
    {
        turn++;
        return payloads.Where((_, n) => isWhole || (n + turn) % 3 == 0);
    }

    /// <summary>Not what is in the boxes, but what is sent.</summary>
    private async Task TryShapesAsync(Crawl crawl, FoundForm form)
    {
        var first = form.Fields.Count > 0 ? form.Fields[0] : "Input.Text";
        KeyValuePair<string, string>[] foreign = [new("Id", Guid.NewGuid().ToString()), new("Input.Id", "1"), new("Input.HallId", "77"), new("HallId", "77"), new("Input.Role", "head-office"), new("Input.IsApproved", "true"), new("Input.Fee", "-1")];
        var many = Enumerable.Range(0, 1100).Select(n => KeyValuePair.Create("x" + n.ToString(CultureInfo.InvariantCulture), "1"));
        var list = Enumerable.Range(0, 900).Select(n => KeyValuePair.Create($"Input.People[{n}].FamilyName", "中村")).Append(new("Input.People[10000].FamilyName", "中村"));
        await PostAsync(crawl, form, Form(form.Values.Concat(form.Values)), "every key twice");
        await PostAsync(crawl, form, Form(form.Values.Concat(foreign)), "keys of others");
        await PostAsync(crawl, form, Form(form.Values.Concat(many)), "1100 keys");
        await PostAsync(crawl, form, Form(form.Values.Concat(list)), "a long list");
        await PostAsync(crawl, form, Form(form.Values.Append(new(first, new string('x', 5 << 20)))), "5 MB");
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in form.Values)
        {
            parts.Add(new StringContent(name == FoundForm.Token ? value : value + "\0\uFFFF"), $"\"{name}\"");
        }

        await PostAsync(crawl, form, parts, "multipart with NUL");
    }

    private async Task RefusesStrangeBodiesAsync(Crawl crawl, FoundForm form)
    {
        if (form.IsPost && AddressOf(form)?.Model?.GetCustomAttribute<IgnoreAntiforgeryTokenAttribute>() is null)
        {
            await PostAsync(crawl, form, new StringContent("{\"Input\":[[[[[[]]]]]]}", Encoding.UTF8, "application/json"), "JSON", HttpStatusCode.BadRequest);
            await PostAsync(crawl, form, Form(form.Values.Where(v => v.Key != FoundForm.Token)), "no token", HttpStatusCode.BadRequest);
        }
    }

    /// <summary>The route the form is sent to; the one with the fewest parameters where several fit.</summary>
    private Address? AddressOf(FoundForm form) => addresses.Where(a => a.IsAt(form.Action.Split('?')[0])).MinBy(a => a.Route.Count(c => c == '{'));

    private async Task TryAddressesAsync(Crawl crawl, IReadOnlyList<string> shapes, IReadOnlyList<string> payloads)
    {
        foreach (var (shape, urls) in crawl.Pages.Where(p => shapes.Contains(p.Key) && !p.Key.EndsWith("/sign-out", StringComparison.Ordinal)).ToList())
        {
            foreach (var payload in Some(payloads))
            {
                await OpenAsync(crawl, urls[0], crawl.Keys[shape].Union(CommonKeys).Select(k => KeyValuePair.Create(k, payload)), "every key");
            }

            foreach (var (key, payload) in crawl.Keys[shape].SelectMany(_ => Some(payloads), (key, payload) => (key, payload)))
            {
                await OpenAsync(crawl, urls[0], [new(key, payload)], key);
            }

            foreach (var part in new[] { "0", "-1", "99999", "%00", "not-a-guid", "00000000-0000-0000-0000-000000000000", "%ED%A0%80", "..%2f", "9999-99", "2026-00" })
            {
                await OpenAsync(crawl, shape.Replace("{id}", part, StringComparison.Ordinal).Replace("{n}", part, StringComparison.Ordinal), [], part);
            }
        }
    }

    private async Task OpenAsync(Crawl crawl, string path, IEnumerable<KeyValuePair<string, string>> query, string what)
    {
        var text = Payloads.Encode(query);
        if (text.Length > 6000)
        {
            return; // Longer than the server reads a first line.
        }

        var (status, html, location) = await crawl.GetAsync(text.Length == 0 ? path : $"{path}?{text}");
        Interlocked.Increment(ref sent);
        Look($"GET {Crawl.ShapeOf(path)} {what} ({text[..Math.Min(text.Length, 80)]})", status, html, location);
    }

    private async Task PostAsync(Crawl crawl, FoundForm form, HttpContent content, string what, HttpStatusCode? expected = null)
    {
        (HttpStatusCode Status, string Html, Uri? Location) answer;
        try
        {
            answer = await crawl.SendAsync(form.Action, content);
        }
        catch (HttpRequestException e) when (e.InnerException is IOException)
        {
            return; // Too much, and the server has hung up before all was sent.
        }

        Interlocked.Increment(ref sent);
        Look($"POST {Crawl.ShapeOf(form.Action)} {what}", answer.Status, answer.Html, answer.Location?.ToString());
        if (expected is not null && answer.Status != expected)
        {
            failures[$"POST {Crawl.ShapeOf(form.Action)} {what}"] = $"{(int)answer.Status} instead of {(int)expected}";
        }

        if (answer.Location is { IsAbsoluteUri: false } next && next.ToString().StartsWith('/'))
        {
            var (status, html, location) = await crawl.GetAsync(next.ToString());
            Look($"POST {Crawl.ShapeOf(form.Action)} {what}, then {Crawl.ShapeOf(next.ToString())}", status, html, location);
        }
    }

    private void Look(string what, HttpStatusCode status, string html, string? location)
    {
        if ((int)status >= 500)
        {
            failures[what] = ((int)status).ToString(CultureInfo.InvariantCulture);
        }

        foreach (var inside in new[] { "   at Kominkan.", "Exception:", "<script>alert(1)", "<img src=x", "<svg onload=alert" })
        {
            if (html.Contains(inside, StringComparison.Ordinal))
            {
                failures[what] = $"{(int)status}, and the page holds {inside}";
            }
        }

        if (location is not null && (location.StartsWith("//", StringComparison.Ordinal) || location.StartsWith("/\\", StringComparison.Ordinal) || location.StartsWith("https:", StringComparison.Ordinal)))
        {
            failures[what] = "leads to " + location;
        }
    }

    private static StringContent Form(IEnumerable<KeyValuePair<string, string>> values) =>
        new(Payloads.Encode(values), Encoding.ASCII, "application/x-www-form-urlencoded");
}
