using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Kominkan.Bench;

/// <summary>What one run of one target showed.</summary>
internal sealed record Run(string Target, double PerSecond, double P50, double P99, double CpuMs, double Pss, long Errors);

internal static partial class Load
{
    /// <summary>Pages by wrk: two threads, so many connections, no gzip, no cookies.</summary>
    public static async Task<Run> PageAsync(string target, Site site, string path, int connections, int seconds)
    {
        var cpu = site.Cpu;
        using var wrk = Process.Start(new ProcessStartInfo("wrk", [$"-t{Math.Min(2, connections)}", $"-c{connections}", $"-d{seconds}s", "--latency", "--timeout", "20s", new Uri(site.Address, path).ToString()]) { RedirectStandardOutput = true })!;
        var text = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var requests = double.Parse(Requests().Match(text).Groups[1].Value, CultureInfo.InvariantCulture);
        var errors = Errors().Match(text) is { Success: true } e ? long.Parse(e.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        return new Run(target, requests / seconds, Milliseconds(text, "50%"), Milliseconds(text, "99%"), (site.Cpu - cpu).TotalMilliseconds / requests, site.Pss, errors);
    }

    /// <summary>A form's whole path by so many clients, each iteration a new visitor.</summary>
    public static async Task<Run> FormAsync(string target, Site site, int clients, int seconds, Func<Visitor, int, Task<bool>> path)
    {
        var (cpu, done, failed, next, times) = (site.Cpu, 0, 0L, Random.Shared.Next(1_000_000), new List<double>());
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            // One connection a client, a fresh cookie jar a visitor.
            using var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 1 };
            using var http = new HttpClient(handler) { BaseAddress = site.Address };
            while (watch.Elapsed.TotalSeconds < seconds)
            {
                var begun = watch.Elapsed;
                if (await path(new Visitor(http), Interlocked.Increment(ref next)))
                {
                    Interlocked.Increment(ref done);
                }
                else
                {
                    Interlocked.Increment(ref failed);
                }

                lock (times)
                {
                    times.Add((watch.Elapsed - begun).TotalMilliseconds);
                }
            }
        })));
        var elapsed = watch.Elapsed.TotalSeconds;
        times.Sort();
        return new Run(target, done / elapsed, times[times.Count / 2], times[(int)(times.Count * .99)], (site.Cpu - cpu).TotalMilliseconds / Math.Max(1, done), site.Pss, failed);
    }

    /// <summary>So many with the form of one free slot open press together, round after round; the times are those of the presses, an error is a round without exactly one winner.</summary>
    /// <param name="slot">The form's address and what is typed, for another free slot each time.</param>
    public static async Task<Run> RaceAsync(string target, Site site, int clients, int rounds, Func<(string Path, (string Name, string Value)[] Fields)> slot)
    {
        var (cpu, times, wrong, watch) = (site.Cpu, new List<double>(), 0L, new Stopwatch());
        var https = Enumerable.Range(0, clients).Select(_ => new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 1 }) { BaseAddress = site.Address }).ToList();
        for (var round = 0; round < rounds; round++)
        {
            var (path, fields) = slot();
            var visitors = https.ConvertAll(h => new Visitor(h, $"10.{round}.{Random.Shared.Next(256)}.{Random.Shared.Next(256)}"));
            await Task.WhenAll(visitors.Select(v => v.GetAsync(path)));
            watch.Start();
            var answers = await Task.WhenAll(visitors.Select(async v =>
            {
                var pressed = Stopwatch.GetTimestamp();
                var (status, next, _) = await v.PostAsync(path, fields);
                return (Won: next is not null, IsFault: (int)status >= 500, Took: Stopwatch.GetElapsedTime(pressed).TotalMilliseconds);
            }));
            watch.Stop();
            times.AddRange(answers.Select(a => a.Took));
            wrong += answers.Count(a => a.IsFault) + (answers.Count(a => a.Won) == 1 ? 0 : 1);
        }

        https.ForEach(h => h.Dispose());
        times.Sort();
        return new Run(target, times.Count / watch.Elapsed.TotalSeconds, times[times.Count / 2], times[(int)(times.Count * .99)], (site.Cpu - cpu).TotalMilliseconds / times.Count, site.Pss, wrong);
    }

    private static double Milliseconds(string text, string percentile)
    {
        var match = Regex.Match(text, Regex.Escape(percentile) + @"\s+([\d.]+)(us|ms|s)");
        var value = double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return match.Groups[2].Value switch { "us" => value / 1000, "s" => value * 1000, _ => value };
    }

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Requests();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (\d+)")]
    private static partial Regex Errors();
}

/// <summary>Somebody who fills in forms: cookies and the form's token are carried on.</summary>
/// <param name="http">Their connection.</param>
/// <param name="address">Where they come from, as the proxy in front says: so many rooms are kept for one address.</param>
internal sealed partial class Visitor(HttpClient http, string? address = null)
{
    private readonly Dictionary<string, string> cookies = [];
    private string token = "";

    /// <summary>Goes on as somebody who has signed in.</summary>
    public Visitor As(Visitor other)
    {
        foreach (var (name, value) in other.cookies)
        {
            cookies[name] = value;
        }

        return this;
    }

    public async Task<(HttpStatusCode Status, string? Next, string Body)> GetAsync(string path) => await SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public async Task<(HttpStatusCode Status, string? Next, string Body)> PostAsync(string path, params (string Name, string Value)[] fields) =>
        await SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]),
        });

    private async Task<(HttpStatusCode, string?, string)> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            if (address is not null)
            {
                request.Headers.Add("X-Forwarded-For", address);
            }

            if (cookies.Count > 0)
            {
                request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
            }

            using var response = await http.SendAsync(request);
            foreach (var set in response.Headers.TryGetValues("Set-Cookie", out var values) ? values : [])
            {
                var pair = set.Split(';')[0].Split('=', 2);
                cookies[pair[0]] = pair[1];
            }

            var body = await response.Content.ReadAsStringAsync();
            token = Token().Match(body) is { Success: true } m ? WebUtility.HtmlDecode(m.Groups[1].Value) : token;
            return (response.StatusCode, response.Headers.Location?.ToString(), body);
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
