using System.Runtime.CompilerServices;

namespace Kominkan.Trust.Tests;

/// <summary>The reviewed tables: which role holds which permission, which address shows people.</summary>
internal static class Tables
{
    /// <summary>Ids in these are not of a hall: another hall's staff with the same permission opens them too.</summary>
    private static readonly Dictionary<string, string> NotOfAHall = new()
    {
        ["/staff/reports/"] = "months, years and definitions are everybody's; figures are narrowed to the scope",
        ["/staff/opening-rules/"] = "rules of the city",
        ["/staff/booking-rules/"] = "rules of the city",
        ["/staff/own-groups/"] = "one's own word",
        ["/staff/rules/"] = "rules of the city",
        ["/staff/accounts/"] = "counts only for the whole city",
        ["/staff/security/"] = "one's own sign-in",
        ["/staff/privacy/"] = "a person's rights reach every hall",
        ["/staff/people/"] = "people belong to the city",
        ["/staff/groups/"] = "a group is registered once for every hall",
        ["/staff/texts/"] = "texts of the city",
        ["/staff/jobs/"] = "jobs run for every hall",
        ["/staff/imports/"] = "a file is its uploader's",
        ["/staff/roles/"] = "counts only for the whole city",
    };

    /// <summary>Open to the role, and yet not there for it, or not in the sample city.</summary>
    public static IReadOnlyDictionary<string, string> MayBeMissing { get; } = new Dictionary<string, string>
    {
        ["/staff/reports/close"] = "there are only periods that are over, and only for the whole city",
        ["/staff/halls/new"] = "halls are added by who works for the whole city",
        ["/staff/imports"] = "files are taken by who works for the whole city",
        ["/staff/imports/{dataset}"] = "files are taken by who works for the whole city",
        ["/staff/imports/{dataset}/{id:guid}"] = "files are taken by who works for the whole city",
        ["/staff/own-groups/{id:guid}/leave"] = "somebody else's word",
        ["/staff/security/sessions/{id:guid}/end"] = "a session of somebody else's",
        ["/staff/security/passkeys/{key}/remove"] = "a passkey of somebody else's",
        ["/staff/reports/reopen"] = "there are only periods that are closed, and only for the whole city",
    };

    /// <summary>Permission, and the roles that hold it until head office says otherwise.</summary>
    public static IReadOnlyDictionary<string, string> Roles { get; } = Read("roles.tsv").ToDictionary(r => r[0], r => r.ElementAtOrDefault(1) ?? "");

    /// <summary>Address, and what it shows of people: none, list, one, own (the visitor's own), sometimes (only in the answer to something).</summary>
    public static IReadOnlyDictionary<string, string> Personal { get; } = Read("../Architecture.Tests/personal.tsv").ToDictionary(r => r[0], r => r[1]);

    public static bool Holds(string role, string permission) => permission.Split('+').All(p => Roles[p].Split(' ').Contains(role));

    /// <summary>What a role holds; roles that hold the same are the same to the matrix.</summary>
    public static string Of(string role) => string.Join(' ', Roles.Where(r => r.Value.Split(' ').Contains(role)).Select(r => r.Key));

    public static bool IsOfAHall(string route) => route.StartsWith("/staff", StringComparison.Ordinal) && route.Contains('{', StringComparison.Ordinal) && !NotOfAHall.Keys.Any(k => route.StartsWith(k, StringComparison.Ordinal));

    /// <summary>Held for one hall it counts nowhere: what it does reaches every hall.</summary>
    public static bool IsOfTheCity(string permission) => permission is "booking.rules" or "cashier.forms" or "facilities.city-rules" or "accounts.manage" or "privacy.requests" or "notifications.jobs" or "notifications.texts" or "people.purposes";

    private static IEnumerable<string[]> Read(string file, [CallerFilePath] string here = "") =>
        File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, file)).Skip(1).Where(l => l.Length > 0).Select(l => l.Split('\t'));
}
