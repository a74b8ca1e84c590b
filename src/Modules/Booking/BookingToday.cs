using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>Today's hires and blocks, and what waits for somebody to do. Whose hire it is stands on its own page, which is audited.</summary>
internal sealed class BookingToday(BookingDb db, IRooms rooms, ICityRules rules, TimeProvider clock) : IToday
{
    public async Task<IReadOnlyList<TodayEvent>> EventsAsync(DateOnly date, CancellationToken cancellation)
    {
        var (now, events) = (clock.UtcNow(), new List<TodayEvent>());
        foreach (var h in await db.Hires.AsNoTracking().Where(h => h.Date == date && h.State != HireState.Cancelled && h.State != HireState.Refused).Select(h => new { h.Id, h.HallId, h.RoomId, h.From, h.To, h.State, h.People, h.Came, h.Number }).ToListAsync(cancellation))
        {
            var next = h.State == HireState.Booked ? Hire("許可する", "/permit") : h.State == HireState.Permitted && date.ToUtc(h.From) <= now ? Hire("人数を入れる", "/used") : null;
            events.Add(new(h.From, h.To, h.HallId, Hire($"貸館 {h.Number}", ""), await NameAsync(h.RoomId, cancellation), $"{h.Came ?? h.People}", Wording.Of(h.State), next));

            TodayLink Hire(string label, string page) => new(label, $"/staff/hires/{h.Id}{page}", BookingModule.Hires);
        }

        foreach (var b in await db.Blocks.AsNoTracking().Where(b => b.Date == date && b.State == BlockState.Approved).ToListAsync(cancellation))
        {
            events.Add(new(b.From, b.To, b.HallId, new($"{Wording.Of(b.Kind)}：{b.Reason}", $"/staff/room-blocks/{b.Id}", BookingModule.Blocks), await NameAsync(b.RoomId, cancellation), null, Wording.Of(b.State), null));
        }

        foreach (var m in await db.Meetings.AsNoTracking().Where(m => m.Date == date && (m.State == MeetingState.Asked || m.State == MeetingState.Accepted)).Select(m => new { m.Id, m.HallId, m.RoomId, m.From, m.To, m.State }).ToListAsync(cancellation))
        {
            events.Add(new(m.From, m.To, m.HallId, Meeting("個人演説会", ""), await NameAsync(m.RoomId, cancellation), null, Wording.Of(m.State), m.State == MeetingState.Asked ? Meeting("回答する", "/answer") : null));

            TodayLink Meeting(string label, string page) => new(label, $"/staff/election-meetings/{m.Id}{page}", BookingModule.Displacements);
        }

        return events;
    }

    public async Task<IReadOnlyList<WaitingWork>> WaitingAsync(DateOnly today, CancellationToken cancellation)
    {
        var (now, soon, expiring) = (clock.UtcNow(), today.AddDays(7), today.AddDays(await rules.OnAsync(Entitlement.RemindDays, today, cancellation)));
        return
        [
            new("許可を待つ部屋の予約（7日以内）", "/staff/hires?todo=permit", await db.Hires.CountAsync(h => h.State == HireState.Booked && h.Date >= today && h.Date <= soon, cancellation), BookingModule.Hires),
            new("来た人数の入っていない貸館", "/staff/hires?todo=heads", await db.Hires.CountAsync(h => (h.State == HireState.Booked || h.State == HireState.Permitted) && h.Date < today, cancellation), BookingModule.Hires),
            new("公開の数を待つ部屋の抽選", "/staff/lotteries", await db.Lotteries.CountAsync(l => l.State == LotteryState.Frozen, cancellation), BookingModule.Hires),
            new("返事を待つ空きの案内", "/staff/room-waits?state=offered", await db.Waits.CountAsync(w => w.State == WaitState.Offered, cancellation), BookingModule.Hires),
            new("返事か部屋を待つ会場の変更", "/staff/displacements", await db.DisplacedHires.CountAsync(m => m.State == MoveState.Open || m.State == MoveState.Offered, cancellation), BookingModule.Displacements),
            new("回答を待つ個人演説会", "/staff/election-meetings?state=open", await db.Meetings.CountAsync(m => m.State == MeetingState.Asked, cancellation), BookingModule.Displacements),
            new("決定を待つ利用の点数", "/staff/points?state=ripe", await db.PointCases.CountAsync(p => p.State == PointState.Waiting && (p.AnsweredAt != null || p.AnswerBy < today), cancellation), BookingModule.PointsPermission),
            new("承認を待つ減免の登録", "/staff/entitlements?state=asked", await db.Entitlements.CountAsync(e => e.State == EntitlementState.Asked, cancellation), BookingModule.EntitlementsPermission),
            new("まもなく切れる減免の登録", "/staff/entitlements?state=expiring", await db.Entitlements.CountAsync(e => e.State == EntitlementState.Approved && e.To >= today && e.To <= expiring, cancellation), BookingModule.Hires),
            new("承認を待つ部屋の申請", "/staff/room-blocks", await db.Blocks.CountAsync(b => b.State == BlockState.Asked && b.AnswerBy > now, cancellation), BookingModule.Blocks),
        ];
    }

    private async Task<string?> NameAsync(Guid room, CancellationToken cancellation) => (await rooms.FindAsync(room, cancellation))?.Name;
}
