using System.Globalization;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>Election meetings of a candidate: of the same kana with the telephone number.</summary>
internal sealed class MeetingPersonalData(BookingDb db) : IPersonalData
{
    public string Key => "booking.meetings";

    public string Title => "個人演説会";

    public async Task<IReadOnlyList<PersonalRecord>> FindAsync(PersonTraits person, CancellationToken cancellation = default)
    {
        var found = await db.Meetings.IgnoreQueryFilters().AsNoTracking().Where(m => person.KanaKeys.Contains(m.KanaKey) && m.PhoneKey != "" && person.PhoneKeys.Contains(m.PhoneKey)).OrderBy(m => m.Date).ToListAsync(cancellation);
        return [.. found.Select(m => new PersonalRecord(m.Id, Title,
        [
            new("受付番号", m.Number), new("委員会の受付", m.ReceivedAt.InJapan().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)), new("日時", Wording.When(m.Slot)),
            new("選挙", m.Election), new("氏名", m.Candidate), new("フリガナ", m.Kana), new("電話番号", m.Phone), new("使用料", Wording.Yen(m.Yen)), new("理由", m.Reason),
        ]))];
    }

    public async Task EraseAsync(IReadOnlyCollection<Guid> records, CancellationToken cancellation = default)
    {
        (await db.Meetings.IgnoreQueryFilters().Where(m => records.Contains(m.Id)).ToListAsync(cancellation)).ForEach(m => m.Erase());
        await db.SaveChangesAsync(cancellation);
    }
}

/// <summary>個人演説会: who spoke is blanked when the city need not know any longer; the election, the room and the money stay.</summary>
internal sealed class OldMeetings(BookingDb db, AppDatabase database, MeetingPersonalData data) : IRetention
{
    private const int Batch = 500;

    public string Key => "booking.meetings";

    public string Label => "個人演説会（候補者の氏名、連絡先）";

    public int Months => 60;

    public Task<int> CountAsync(DateTime before, CancellationToken cancellation = default) => Old(before).CountAsync(cancellation);

    public async Task<int> ApplyAsync(DateTime before, CancellationToken cancellation = default)
    {
        var done = 0;
        while (await Old(before).OrderBy(m => m.Id).Take(Batch).Select(m => m.Id).ToListAsync(cancellation) is { Count: > 0 } some)
        {
            await database.InTransactionAsync(() => data.EraseAsync(some, cancellation), cancellation);
            done += some.Count;
        }

        return done;
    }

    private IQueryable<ElectionMeeting> Old(DateTime before)
    {
        var day = DateOnly.FromDateTime(before);
        return db.Meetings.IgnoreQueryFilters().Where(m => m.Date < day && m.Candidate != Hirer.ErasedName);
    }
}
