using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>個人演説会 from the election commission's letter to the answer. One at a time for a candidate: two at once would both be the first, and free.</summary>
internal sealed class TakeMeeting(BookingDb db, RoomCalendar calendar, PartyLock partyLock, BookingTimes times, Quotes quotes, ChargeMeetings charge, ICityRules rules, TimeProvider clock)
{
    public async Task<MeetingLimits> LimitsAsync(CancellationToken cancellation = default)
    {
        var today = clock.Today();
        return new(await rules.OnAsync(ElectionMeeting.MostMinutes, today, cancellation), await rules.OnAsync(ElectionMeeting.DaysBefore, today, cancellation), await rules.OnAsync(ElectionMeeting.UntilHour, today, cancellation), await rules.OnAsync(ElectionMeeting.DaysAhead, today, cancellation));
    }

    /// <summary>Keeps the room at once; purposes, caps, windows and draws are not asked.</summary>
    /// <param name="receivedAt">When the election commission received it, UTC.</param>
    /// <exception cref="RuleBroken">Something else happens there then, the hall is closed, or the law's limits are broken.</exception>
    public async Task<ElectionMeeting> EnterAsync(Room room, RoomSlot slot, Candidacy candidacy, DateTime receivedAt, string by, CancellationToken cancellation = default)
    {
        var why = room.IsLibrary ? "この部屋は貸し出していません。" : await times.WhyClosedAsync(room.HallId, slot, cancellation);
        _ = why is null ? true : throw new RuleBroken(why, "Input.Date");
        await LockAsync(room.HallId, candidacy.Key, cancellation);
        var isFirst = !await LiveOf(room.HallId, candidacy.Key).AnyAsync(cancellation);
        var fee = isFirst ? [] : (await quotes.OfAsync(room, slot, cancellation: cancellation)).Demand();
        var meeting = ElectionMeeting.Enter(room, slot, candidacy, receivedAt, await LimitsAsync(cancellation), fee, by, clock.UtcNow());
        while (await db.Meetings.IgnoreQueryFilters().AnyAsync(m => m.Number == meeting.Number, cancellation) || await db.Hires.IgnoreQueryFilters().AnyAsync(h => h.Number == meeting.Number, cancellation))
        {
            meeting.Renumber();
        }

        db.Meetings.Add(meeting);
        await calendar.PutAsync(meeting.Use, null, cancellation);
        await charge.SayAsync([meeting], cancellation);
        return meeting;
    }

    /// <exception cref="RuleBroken">It was answered already, or nobody says why not.</exception>
    public async Task AnswerAsync(ElectionMeeting meeting, bool accepts, string? reason, string by, CancellationToken cancellation = default)
    {
        await LockAsync(meeting.HallId, meeting.CandidateKey, cancellation);
        meeting.Answer(accepts, reason, by, clock.UtcNow());
        await LetGoAsync(meeting, cancellation);
    }

    /// <exception cref="RuleBroken">It is over, or has begun.</exception>
    public async Task WithdrawAsync(ElectionMeeting meeting, CancellationToken cancellation = default)
    {
        await LockAsync(meeting.HallId, meeting.CandidateKey, cancellation);
        meeting.Withdraw(clock.UtcNow());
        await LetGoAsync(meeting, cancellation);
    }

    /// <summary>What is not held gives its room back, and what was free for it is free for the next.</summary>
    private async Task LetGoAsync(ElectionMeeting meeting, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        if (meeting.IsLive)
        {
            return;
        }

        foreach (var taken in await db.Occupancies.IgnoreQueryFilters().Where(o => o.Subject == meeting.Id && o.ReleasedAt == null).Select(o => o.Id).ToListAsync(cancellation))
        {
            await calendar.ReleaseAsync(taken, cancellation);
        }

        // Who is named no more has nothing left to come.
        var left = meeting.CandidateKey.Length == 0 ? [] : await LiveOf(meeting.HallId, meeting.CandidateKey).Include(m => m.Fees).OrderBy(m => m.Id).ToListAsync(cancellation);
        if (left.Count > 0 && !left.Exists(m => m.IsFirst))
        {
            left[0].BecomeFirst();
            await db.SaveChangesAsync(cancellation);
        }

        await charge.SayAsync([meeting, .. left], cancellation);
    }

    private Task LockAsync(Guid hall, string candidate, CancellationToken cancellation) => partyLock.TakeAsync($"meeting/{hall:N}/{candidate}", cancellation);

    private IQueryable<ElectionMeeting> LiveOf(Guid hall, string candidate) =>
        db.Meetings.IgnoreQueryFilters().Where(m => m.HallId == hall && m.CandidateKey == candidate && (m.State == MeetingState.Asked || m.State == MeetingState.Accepted));
}
