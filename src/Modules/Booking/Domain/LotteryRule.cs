namespace Kominkan.Booking.Domain;

/// <summary>How rooms are given out that many want.</summary>
internal enum LotteryKind
{
    /// <summary>月の抽選: wishes for a month are collected for some days, drawn, and confirmed.</summary>
    Month,

    /// <summary>正午の抽選: on the opening day everything that comes within half an hour counts as simultaneous.</summary>
    Noon,
}

/// <summary>
/// Which rooms are drawn, when wishes for a month of use are taken, and how much one entry may win: of one room, of a hall, or
/// of every hall that has no rule of its own. It holds for a month if it is valid on the first of the month of the entries.
/// </summary>
internal sealed class LotteryRule : DatedRule
{
    /// <summary>Wishes one form has room for.</summary>
    public const int Wishes = 10;

    private LotteryRule()
    {
    }

    public LotteryKind Kind { get; private init; }

    /// <summary>Null: of every hall that has none of its own.</summary>
    public Guid? HallId { get; private init; }

    /// <summary>Null: every room of the hall that has none of its own.</summary>
    public Guid? RoomId { get; private init; }

    /// <summary>Months before the month of use; for the draw at noon the opening of bookings says.</summary>
    public int MonthsAhead { get; private init; }

    /// <summary>First day of the month on which wishes are taken, from nine in the morning.</summary>
    public int OpensOn { get; private init; }

    /// <summary>Last day, to its end.</summary>
    public int ClosesOn { get; private init; }

    /// <summary>The day of the month on which what is left is booked by who comes first, from noon.</summary>
    public int FirstComeOn { get; private init; }

    /// <summary>For the draw at noon: how long after the opening everything counts as simultaneous.</summary>
    public int Minutes { get; private init; }

    /// <summary>Days after the draw in which winners confirm; null where what is won is booked.</summary>
    public int? ConfirmDays { get; private init; }

    public int MaxWishes { get; private init; }

    public int MaxWins { get; private init; }

    public override string Subject => $"{HallId}/{RoomId}";

    /// <exception cref="RuleBroken">A number is out of range, or the days do not follow each other.</exception>
    public static LotteryRule OfMonth(Guid? hall, Guid? room, int monthsAhead, int opensOn, int closesOn, int firstComeOn, int confirmDays, int maxWishes, int maxWins, DateOnly validFrom, bool isSample = false)
    {
        Demand(monthsAhead is >= 1 and <= 12, "何か月前かは1から12までで入力してください。", "Input.MonthsAhead");
        Demand(opensOn is >= 1 and <= 28, "日は1から28までで入力してください。", "Input.OpensOn");
        Demand(closesOn >= opensOn && closesOn <= 28, "終わりの日は、始まりの日と同じか後にしてください。", "Input.ClosesOn");
        Demand(firstComeOn > closesOn && firstComeOn <= 28, "先着の日は、受付の終わりより後の28日までにしてください。", "Input.FirstComeOn");
        Demand(confirmDays is >= 1 and <= 30, "返事の日数は1から30までで入力してください。", "Input.ConfirmDays");
        return new LotteryRule
        {
            Kind = LotteryKind.Month,
            HallId = hall,
            RoomId = room,
            MonthsAhead = monthsAhead,
            OpensOn = opensOn,
            ClosesOn = closesOn,
            FirstComeOn = firstComeOn,
            ConfirmDays = confirmDays,
            MaxWishes = Many(maxWishes, "Input.MaxWishes"),
            MaxWins = Many(maxWins, "Input.MaxWins"),
            ValidFrom = validFrom,
            IsSample = isSample,
        };
    }

    /// <exception cref="RuleBroken">A number is out of range.</exception>
    public static LotteryRule OfNoon(Guid? hall, Guid? room, int minutes, int maxWishes, int maxWins, DateOnly validFrom, bool isSample = false)
    {
        Demand(minutes is >= 10 and <= 240, "時間は10分から240分までで入力してください。", "Input.Minutes");
        return new LotteryRule
        {
            Kind = LotteryKind.Noon,
            HallId = hall,
            RoomId = room,
            Minutes = minutes,
            MaxWishes = Many(maxWishes, "Input.MaxWishes"),
            MaxWins = Many(maxWins, "Input.MaxWins"),
            ValidFrom = validFrom,
            IsSample = isSample,
        };
    }

    /// <summary>The rule of the draw as residents read it before they enter.</summary>
    public string RuleInWords =>
        $"1つの団体が1つの申し込みです。希望は{MaxWishes}つまで、当選は{MaxWins}つまでです。公開の数から計算した順番に、1回に1つずつ、希望の高いものから決め、当選の上限まで繰り返します。ひと組の希望は、すべてそろうときだけ当たります。同じ時間に2つの希望は当たりません。外れた希望（ひと組のものを除く）は、この順に空き待ちになります。";

    private static int Many(int number, string field)
    {
        Demand(number is >= 1 and <= Wishes, $"数は1から{Wishes}までで入力してください。", field);
        return number;
    }

    private static void Demand(bool holds, string sentence, string field) => _ = holds ? true : throw new RuleBroken(sentence, field);
}
