using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>Names who hired rooms for who reads the audit.</summary>
internal sealed class HireNames(BookingDb db) : ISubjectNames
{
    private const int Most = 50;

    public string Kind => Seeing.Kind;

    public string Label => "部屋を借りた方";

    public async Task<IReadOnlyDictionary<Guid, SubjectName>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default)
    {
        var names = new Dictionary<Guid, SubjectName>();
        foreach (var some in ids.Chunk(1000))
        {
            var hires = await db.Hires.AsNoTracking().Where(h => some.Contains(h.Id)).Select(h => new { h.Id, h.Hirer }).ToListAsync(cancellation);
            hires.ForEach(h => names[h.Id] = new SubjectName(h.Hirer.Shown, $"/staff/hires/{h.Id}"));
            var waits = await db.Waits.AsNoTracking().Where(w => some.Contains(w.Id)).Select(w => new { w.Id, w.Hirer }).ToListAsync(cancellation);
            var entries = await db.LotteryEntries.AsNoTracking().Where(e => some.Contains(e.Id)).Select(e => new { e.Id, e.Hirer }).ToListAsync(cancellation);
            entries.ForEach(e => names[e.Id] = new SubjectName(e.Hirer.Shown, $"/staff/lottery-entries/{e.Id}"));
            var seasons = await db.Seasons.AsNoTracking().Where(s => some.Contains(s.Id)).Select(s => new { s.Id, s.Hirer }).ToListAsync(cancellation);
            seasons.ForEach(s => names[s.Id] = new SubjectName(s.Hirer.Shown, $"/staff/seasons/{s.Id}"));
            var meetings = await db.Meetings.AsNoTracking().Where(m => some.Contains(m.Id)).Select(m => new { m.Id, m.Candidate }).ToListAsync(cancellation);
            meetings.ForEach(m => names[m.Id] = new SubjectName(m.Candidate, $"/staff/election-meetings/{m.Id}"));
            var entitlements = await db.Entitlements.AsNoTracking().Where(e => some.Contains(e.Id)).Select(e => new { e.Id, e.Hirer }).ToListAsync(cancellation);
            entitlements.ForEach(e => names[e.Id] = new SubjectName(e.Hirer.Shown, $"/staff/entitlements/{e.Id}"));
            waits.ForEach(w => names[w.Id] = new SubjectName(w.Hirer.Shown, $"/staff/room-waits/{w.Id}"));
        }

        return names;
    }

    public async Task<IReadOnlyList<Guid>> FindAsync(string text, CancellationToken cancellation = default)
    {
        var (key, number) = (JapaneseText.SearchKey(text), JapaneseText.SearchKey(text).Replace(" ", "", StringComparison.Ordinal));
        var name = text.Replace("　", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (key.Length == 0)
        {
            return [];
        }

        var hires = await db.Hires
            .Where(h => h.KanaKey.StartsWith(key) || h.Hirer.FamilyName + h.Hirer.GivenName == name || h.Hirer.GroupName == text || h.Number == text || h.Number == number)
            .OrderByDescending(h => h.Id).Take(Most).Select(h => h.Id).ToListAsync(cancellation);
        var meetings = await db.Meetings.Where(m => m.KanaKey.StartsWith(key) || m.Candidate == text || m.Number == text || m.Number == number).OrderByDescending(m => m.Id).Take(Most).Select(m => m.Id).ToListAsync(cancellation);
        var entitlements = await db.Entitlements.Where(e => e.KanaKey.StartsWith(key) || e.Hirer.FamilyName + e.Hirer.GivenName == name || e.Hirer.GroupName == text || e.Number == text || e.Number == number)
            .OrderByDescending(e => e.Id).Take(Most).Select(e => e.Id).ToListAsync(cancellation);
        return [.. hires, .. meetings, .. entitlements, .. await AskedAsync(db.Waits, key, name, text, number, cancellation), .. await AskedAsync(db.LotteryEntries, key, name, text, number, cancellation), .. await AskedAsync(db.Seasons, key, name, text, number, cancellation)];
    }

    private static Task<List<Guid>> AskedAsync<T>(IQueryable<T> requests, string key, string name, string text, string number, CancellationToken cancellation)
        where T : HireRequest =>
        requests.Where(r => r.KanaKey.StartsWith(key) || r.Hirer.FamilyName + r.Hirer.GivenName == name || r.Hirer.GroupName == text || r.Number == text || r.Number == number)
            .OrderByDescending(r => r.Id).Take(Most).Select(r => r.Id).ToListAsync(cancellation);
}
