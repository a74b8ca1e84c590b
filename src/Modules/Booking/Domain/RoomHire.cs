namespace Kominkan.Booking.Domain;

internal enum HireState
{
    /// <summary>受付: the room is theirs, the permit not written yet.</summary>
    Booked,

    /// <summary>許可</summary>
    Permitted,

    /// <summary>利用済み: how many came is known.</summary>
    Used,

    /// <summary>取消; what is owed stays owed.</summary>
    Cancelled,

    /// <summary>当選: the room is kept for them until they confirm, or their time to do so is over.</summary>
    Won,

    /// <summary>不許可: the city has said no; nothing is owed.</summary>
    Refused,
}

/// <summary>一般貸館: a room hired by a group or a resident for some time of one day.</summary>
internal sealed partial class RoomHire : IHallOwned
{
    public const int LongestPurpose = 100;

    private readonly List<HireFee> fees = [];
    private readonly List<HireItem> items = [];
    private readonly List<HireHeads> heads = [];

    private RoomHire()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>受付番号, unique; with the telephone number it opens the booking. An imported hire has the number of its permit.</summary>
    public string Number { get; private set; } = "";

    public Guid HallId { get; private set; }

    public Guid RoomId { get; private set; }

    public DateOnly Date { get; private set; }

    public TimeOnly From { get; private set; }

    public TimeOnly To { get; private set; }

    /// <summary>午前・午後; empty by the hour.</summary>
    public string Bands { get; private set; } = "";

    public UserClass UserClass { get; private set; }

    public Hirer Hirer { get; private set; } = new();

    public string PhoneKey { get; private set; } = "";

    /// <summary>Folded kana of who answers for it.</summary>
    public string KanaKey { get; private set; } = "";

    /// <summary>Who counts as one and the same: <see cref="Party"/>; empty for records of the past.</summary>
    public string PartyKey { get; private set; } = "";

    public string Purpose { get; private set; } = "";

    /// <summary>Name of the <see cref="Domain.PurposeKind"/> that was chosen; empty where the city had none.</summary>
    public string PurposeKind { get; private set; } = "";

    /// <summary>What ties them to the city, by the rule of the day they asked.</summary>
    public HirerTie Tie { get; private set; } = HirerTie.None;

    /// <summary>How many are expected.</summary>
    public int People { get; private set; }

    /// <summary>How many came (延べ); null while nobody has said.</summary>
    public int? Came { get; private set; }

    public HireChannel Channel { get; private init; }

    public HireState State { get; private set; }

    /// <summary>What it costs, as it was explained when it was booked: later prices do not change it.</summary>
    public int Yen { get; private set; }

    public IReadOnlyList<HireFee> Fees => fees;

    /// <summary>Who came by age, as far as somebody has counted; the rest of <see cref="Came"/> is of unknown age.</summary>
    public IReadOnlyList<HireHeads> Heads => heads;

    /// <summary>Equipment that goes with it.</summary>
    public IReadOnlyList<HireItem> Items => items;

    public DateTime BookedAt { get; private init; }

    public DateTime? CancelledAt { get; private set; }

    public string CancelReason { get; private set; } = "";

    /// <summary>The hall could not keep its word: nobody else is to blame.</summary>
    public bool CancelledByHall { get; private set; }

    /// <summary>What is owed although it was cancelled.</summary>
    public int Owed { get; private set; }

    /// <summary>One per pressed form.</summary>
    public Guid Key { get; private init; }

    public Guid? AccountId { get; private init; }

    public Guid? PersonId { get; private set; }

    /// <summary>The draw it was won in; null for what was booked otherwise.</summary>
    public Guid? LotteryId { get; private set; }

    /// <summary>The circle's year it is a day of; null for most.</summary>
    public Guid? SeasonId { get; private set; }

    /// <summary>Until when (UTC) who won must say that they use it.</summary>
    public DateTime? ConfirmBy { get; private set; }

    /// <summary>Staff's note.</summary>
    public string Note { get; private set; } = "";

    public RoomSlot Slot => new(RoomId, Date, From, To);

    /// <summary>What it needs of the calendar.</summary>
    public RoomUse Use => new(Slot, RoomUseKind.Hire, "貸館", Id, $"/staff/hires/{Id}");

    public bool IsLive => State is HireState.Booked or HireState.Permitted or HireState.Won;

    /// <exception cref="RuleBroken">More people than the room may hold, or a text is missing.</exception>
    public static RoomHire Book(Room room, RoomSlot slot, Order order, IReadOnlyList<FeeLine> fee, DateTime nowUtc)
    {
        var hire = new RoomHire { Channel = order.Channel, BookedAt = nowUtc, Key = order.Key, AccountId = order.AccountId, Note = JapaneseText.Clean(order.Note), UserClass = order.UserClass };
        (hire.HallId, hire.RoomId, hire.Date, hire.From, hire.To, hire.Bands) = (room.HallId, room.Id, slot.Date, slot.From, slot.To, RoomPrice.Key(order.Bands));
        hire.Say(order, room);
        foreach (var line in fee)
        {
            hire.Add(line);
        }

        hire.items.AddRange(order.Wishes.Items.Where(i => i.Value > 0).Select(i => new HireItem { HireId = hire.Id, Name = i.Key, HallId = hire.HallId, Date = hire.Date, From = hire.From, To = hire.To, Count = i.Value }));
        hire.Renumber();
        return hire;
    }

    /// <summary>An empty record of a hire that is over, from a list somebody kept.</summary>
    public static RoomHire OfRecord(string number) => new() { Number = number, Channel = HireChannel.Record, State = HireState.Used, Key = Guid.CreateVersion7() };

    /// <summary>It came from a list and not through a booking.</summary>
    public bool IsRecord => Channel == HireChannel.Record;

    public bool IsRecordOf(RoomSlot slot, string group, string purpose, int came, int yen) =>
        Slot == slot && Hirer.GroupName == group && Purpose == purpose && Came == came && Yen == yen;

    /// <summary>What an imported list says.</summary>
    public void TakeFromImport(Room room, RoomSlot slot, IReadOnlyList<string> bands, string group, string purpose, int came, int yen)
    {
        (HallId, RoomId, Date, From, To, Bands) = (room.HallId, room.Id, slot.Date, slot.From, slot.To, RoomPrice.Key(bands));
        (Hirer, UserClass, Purpose, People, Came, Yen) = (new Hirer { GroupName = group }, group.Length > 0 ? UserClass.Group : UserClass.Individual, purpose, came, came, yen);
    }

    /// <summary>Another number, when this one is taken.</summary>
    public void Renumber() => Number = ReceiptNumbers.Draw();

    public void LinkTo(Guid? person) => PersonId = person;

    public void BelongTo(Guid season) => SeasonId = season;

    /// <summary>It was won in a draw, and is theirs when they have confirmed in time; at once where there is nothing to confirm.</summary>
    public void Win(Guid lottery, DateTime? confirmBy) => (LotteryId, ConfirmBy, State) = (lottery, confirmBy, confirmBy is null ? HireState.Booked : HireState.Won);

    /// <summary>Why it cannot be confirmed now, or null.</summary>
    public string? WhyNotConfirm(DateTime nowUtc) =>
        State != HireState.Won ? "この予約には、確認の返事はいりません。" : ConfirmBy < nowUtc ? "返事の期限を過ぎたため、部屋は次の方に回ります。" : null;

    /// <exception cref="RuleBroken">There is nothing to confirm, or the time is over.</exception>
    public void Confirm(DateTime nowUtc)
    {
        if (WhyNotConfirm(nowUtc) is { } why)
        {
            throw new RuleBroken(why);
        }

        State = HireState.Booked;
    }

    /// <summary>Why it cannot be given back now, or null. After its beginning only the desk can say what happened.</summary>
    public string? WhyNotCancel(DateTime nowUtc, bool byStaff) => State switch
    {
        HireState.Cancelled => "この予約はもう取り消されています。",
        HireState.Used => "利用が終わった予約は取り消せません。",
        HireState.Refused => "この予約は不許可になりました。取り消す必要はありません。",
        _ when !byStaff && Date.ToUtc(From) <= nowUtc => "利用の始まる時刻を過ぎています。館に電話で知らせてください。",
        _ => null,
    };

    /// <param name="owed">What is owed all the same; 0 when the hall cancels.</param>
    /// <exception cref="RuleBroken">It cannot be cancelled any more.</exception>
    public void Cancel(string reason, int owed, DateTime nowUtc, bool byStaff, bool byHall = false)
    {
        if (WhyNotCancel(nowUtc, byStaff) is { } why)
        {
            throw new RuleBroken(why);
        }

        (State, CancelledAt, CancelReason, Owed, CancelledByHall) = (HireState.Cancelled, nowUtc, JapaneseText.Clean(reason), Math.Clamp(owed, 0, Yen), byHall);
    }

    /// <summary>会場の変更: another room at the same time, with the fee and what was taken off it; a permit gets a new version. Its versions and its fee must be loaded.</summary>
    public void MoveTo(Room room, DateTime nowUtc)
    {
        (HallId, RoomId) = (room.HallId, room.Id);
        items.ForEach(i => i.HallId = room.HallId);
        if (State == HireState.Permitted)
        {
            Permit(PermittedBy, nowUtc);
        }
    }

    /// <summary>Nothing tells any more who it was; the room, the time, the number of people and the money stay.</summary>
    public void Erase() => (Hirer, PhoneKey, KanaKey, PartyKey, PersonId, Note, Purpose) = (new() { FamilyName = Hirer.ErasedName }, "", "", "", null, "", "");

    private void Say(Order order, Room room)
    {
        order.Demand(room.Capacity);
        var hirer = order.Hirer;
        (Hirer, Purpose, PurposeKind, Tie, People) = (hirer, JapaneseText.Clean(order.Purpose), order.PurposeKind, order.Tie, order.People);
        (PhoneKey, KanaKey, PartyKey) = (JapaneseText.PhoneKey(hirer.Phone), JapaneseText.SearchKey(hirer.FamilyKana + hirer.GivenKana), Party.KeyOf(UserClass, hirer));
    }
}

/// <summary>What somebody asks for when they hire.</summary>
internal sealed record Order(HireChannel Channel, UserClass UserClass, IReadOnlyList<string> Bands, Hirer Hirer, string Purpose, int People, Guid Key)
{
    public string Note { get; init; } = "";

    /// <summary>Of the kinds the city knows: <see cref="HireRules.Settle"/>.</summary>
    public string PurposeKind { get; init; } = "";

    /// <summary>Of those the city knows, by its code; <see cref="HireRules.Settle"/> says the rest.</summary>
    public HirerTie Tie { get; init; } = HirerTie.None;

    public Guid? AccountId { get; init; }

    /// <summary>What is hired beside the room.</summary>
    public Wishes Wishes { get; init; } = Wishes.None;

    /// <exception cref="RuleBroken">More people than the room may hold, or a text is missing.</exception>
    public void Demand(int capacity)
    {
        var purpose = JapaneseText.Clean(Purpose);
        if (purpose.Length == 0 || JapaneseText.Length(purpose) > RoomHire.LongestPurpose)
        {
            throw new RuleBroken($"利用の目的を{RoomHire.LongestPurpose}字までで入力してください。", "Input.Purpose");
        }

        if (People < 1 || People > capacity)
        {
            throw new RuleBroken($"人数は1人から、部屋の定員の{capacity}人までで入力してください。", "Input.People");
        }

        if (UserClass == UserClass.Group && Hirer.GroupName.Length == 0)
        {
            throw new RuleBroken("団体の名前を入力してください。", "Input.GroupName");
        }
    }
}
