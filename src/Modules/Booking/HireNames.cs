using Kominkan.Booking.Data;
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
        }

        return names;
    }

    public async Task<IReadOnlyList<Guid>> FindAsync(string text, CancellationToken cancellation = default)
    {
        var (key, number) = (JapaneseText.SearchKey(text), JapaneseText.SearchKey(text).Replace(" ", "", StringComparison.Ordinal));
        var name = text.Replace("　", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return key.Length == 0 ? [] : await db.Hires
            .Where(h => h.KanaKey.StartsWith(key) || h.Hirer.FamilyName + h.Hirer.GivenName == name || h.Hirer.GroupName == text || h.Number == text || h.Number == number)
            .OrderByDescending(h => h.Id).Take(Most).Select(h => h.Id).ToListAsync(cancellation);
    }
}
