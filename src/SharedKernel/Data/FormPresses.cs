using System.Security.Cryptography;
using System.Text;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.SharedKernel.Data;

/// <summary>
/// A form that says <c>once</c> is one act however often it is pressed: the first press leaves a row in its own transaction,
/// a second one waits for it and is led to what came of it. The row holds a hash of the form's random key and of
/// everything in it, so that who goes back and writes something else has begun something else.
/// </summary>
public sealed class FormPresses(SharedKernelDb db, TimeProvider clock)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    /// <summary>By what a press is known again; null where the form does not ask for it.</summary>
    public static string? KeyOf(HttpRequest request)
    {
        if (!request.HasFormContentType || !Guid.TryParse(request.Form[OnceFormTagHelper.Field], out _))
        {
            return null;
        }

        var text = new StringBuilder(request.Path + request.QueryString);
        foreach (var field in request.Form.Where(f => f.Key != OnceFormTagHelper.Antiforgery).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            text.Append('\0').Append(field.Key).Append('\0').AppendJoin('\0', field.Value.AsEnumerable());
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Takes the key in the running transaction, or returns the address that the press before led to.</summary>
    public async Task<string?> TakeAsync(string key)
    {
        var now = clock.UtcNow();
        await db.Presses.Where(p => p.At < now - KeptFor).ExecuteDeleteAsync();
        if (await UrlAsync(key) is { } before)
        {
            return before;
        }

        db.Presses.Add(new FormPress { Id = key, At = now });
        db.Database.AutoSavepointsEnabled = true;
        try
        {
            await db.SaveChangesAsync();
            return null;
        }
        catch (DbUpdateException e) when (AppDatabase.IsUniqueViolation(e))
        {
            // PostgreSQL let us wait until the other was kept; the transaction goes on from before our row.
            db.ChangeTracker.Clear();
            return await UrlAsync(key) ?? throw new InvalidOperationException("What was pressed first has gone", e);
        }
    }

    /// <summary>What came of it; without an address nothing did, and the same press may be tried again.</summary>
    public Task CameToAsync(string key, string? url) => url is null
        ? db.Presses.Where(p => p.Id == key).ExecuteDeleteAsync()
        : db.Presses.Where(p => p.Id == key).ExecuteUpdateAsync(s => s.SetProperty(p => p.Url, url));

    private Task<string?> UrlAsync(string key) => db.Presses.AsNoTracking().Where(p => p.Id == key).Select(p => (string?)p.Url).SingleOrDefaultAsync();
}

/// <summary>That a form was pressed, and where the browser went from there.</summary>
internal sealed class FormPress
{
    public required string Id { get; init; }

    public string Url { get; init; } = "";

    public DateTime At { get; init; }
}
