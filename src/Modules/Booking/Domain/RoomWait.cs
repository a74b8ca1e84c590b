namespace Kominkan.Booking.Domain;

internal enum WaitState
{
    /// <summary>空き待ち</summary>
    Waiting,

    /// <summary>空きの案内中: the time is kept until the answer, or its deadline.</summary>
    Offered,

    /// <summary>予約になった</summary>
    Taken,

    /// <summary>期限切れ: nobody answered, or the time came and it was never free.</summary>
    Lapsed,

    /// <summary>取消</summary>
    Withdrawn,
}

/// <summary>空き待ち: somebody waits for some time of a room that is taken. Those of a draw come first, in its order, then who asked first.</summary>
internal sealed class RoomWait : HireRequest
{
    /// <summary>So shortly before the use nobody is offered anything: who comes first has it.</summary>
    private static readonly TimeSpan TooLate = TimeSpan.FromHours(2);

    private RoomWait()
    {
    }

    public Guid RoomId { get; private init; }

    public DateOnly Date { get; private init; }

    public TimeOnly From { get; private init; }

    public TimeOnly To { get; private init; }

    public WaitState State { get; private set; }

    /// <summary>Place in the draw that was lost; null for who asked later.</summary>
    public int? DrawOrder { get; private init; }

    /// <summary>Until when (UTC) the time is kept for them; stays when it is over.</summary>
    public DateTime? OfferUntil { get; private set; }

    /// <summary>What came of it.</summary>
    public Guid? HireId { get; private set; }

    public RoomSlot Slot => new(RoomId, Date, From, To);

    /// <summary>What it needs of the calendar while it is offered.</summary>
    public RoomUse Use => new(Slot, RoomUseKind.Offer, "空きの案内", Id, $"/staff/room-waits/{Id}");

    /// <exception cref="RuleBroken">More people than the room may hold, or a text is missing.</exception>
    public static RoomWait Ask(Room room, RoomSlot slot, Order order, DateTime nowUtc, int? drawOrder = null)
    {
        var wait = new RoomWait { RoomId = room.Id, Date = slot.Date, From = slot.From, To = slot.To, DrawOrder = drawOrder };
        wait.Begin(order, nowUtc);
        wait.Say(order, room.HallId, room.Capacity);
        return wait;
    }

    /// <summary>Until when they may answer if the time is offered now: some days, but half of what is left before the use belongs to the others. Null when it is too late.</summary>
    public DateTime? DeadlineOf(DateTime nowUtc, int days) => DeadlineOf(Date.ToUtc(From), nowUtc, days);

    /// <param name="start">When the use begins, UTC.</param>
    public static DateTime? DeadlineOf(DateTime start, DateTime nowUtc, int days)
    {
        var left = start - nowUtc;
        var answer = DateOnly.FromDateTime(nowUtc.InJapan()).AddDays(days).ToUtc(new TimeOnly(23, 59, 59));
        return left < TooLate ? null : new[] { answer, nowUtc + (left / 2) }.Min();
    }

    /// <exception cref="RuleBroken">They do not wait any more.</exception>
    public void Offer(DateTime until)
    {
        Demand(State == WaitState.Waiting, "この空き待ちは、もう終わっています。");
        (State, OfferUntil) = (WaitState.Offered, until);
    }

    /// <summary>Why the offer cannot be taken now, or null.</summary>
    public string? WhyNotAccept(DateTime nowUtc) =>
        State != WaitState.Offered ? "いまは空いた部屋の案内がありません。" : OfferUntil < nowUtc ? "返事の期限を過ぎたため、部屋は次の方に回りました。" : null;

    /// <exception cref="RuleBroken">Nothing is offered, or the deadline is over.</exception>
    public void Accept(RoomHire hire, DateTime nowUtc)
    {
        Demand(WhyNotAccept(nowUtc) is null, WhyNotAccept(nowUtc) ?? "");
        (State, HireId) = (WaitState.Taken, hire.Id);
    }

    /// <summary>The offer was not answered in time, or the time itself has come.</summary>
    public void Lapse(DateTime nowUtc)
    {
        Demand(State == WaitState.Offered ? OfferUntil < nowUtc : State == WaitState.Waiting && Date.ToUtc(From) <= nowUtc, "返事の期限はまだ過ぎていません。");
        State = WaitState.Lapsed;
    }

    public string? WhyNotWithdraw() => State is WaitState.Waiting or WaitState.Offered ? null : "この空き待ちは、もう終わっています。";

    /// <exception cref="RuleBroken">It is over already.</exception>
    public void Withdraw()
    {
        Demand(WhyNotWithdraw() is null, WhyNotWithdraw() ?? "");
        State = WaitState.Withdrawn;
    }

    private static void Demand(bool holds, string sentence) => _ = holds ? true : throw new RuleBroken(sentence);
}
