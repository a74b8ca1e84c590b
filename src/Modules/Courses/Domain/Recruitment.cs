using Kominkan.Courses.Contracts;

namespace Kominkan.Courses.Domain;

/// <summary>How places of a course are given out.</summary>
internal sealed record Recruitment
{
    public Intake Intake { get; init; }

    /// <summary>First instant of the window (UTC).</summary>
    public DateTime? OpensAt { get; init; }

    /// <summary>Last instant of the window (UTC), itself still inside.</summary>
    public DateTime? ClosesAt { get; init; }

    public int? Capacity { get; init; }

    /// <summary>Fewest people to open with, decided on <see cref="DecideOn"/>.</summary>
    public int? Minimum { get; init; }

    public DateOnly? DecideOn { get; init; }

    /// <summary>Most people who may apply together, 1 when only one by one.</summary>
    public int GroupLimit { get; init; } = 1;

    /// <summary>Seats kept for the counter and the telephone until <see cref="KeptUntil"/>.</summary>
    public int KeptForDesk { get; init; }

    /// <summary>Seats kept for postcards until <see cref="KeptUntil"/>.</summary>
    public int KeptForPostcard { get; init; }

    public DateOnly? KeptUntil { get; init; }

    public FreedSeats FreedSeats { get; init; }

    /// <summary>Days somebody who is offered a freed seat has to answer, until the end of the last.</summary>
    public int OfferDays { get; init; } = 3;

    /// <summary>Where the seed of the draw comes from, named before closing.</summary>
    public string SeedSource { get; init; } = "";

    /// <summary>Tickets of a resident's entry.</summary>
    public int ResidentWeight { get; init; } = 1;

    /// <summary>Tickets of somebody who lost a draw of the same program type within a year.</summary>
    public int LostBeforeWeight { get; init; } = 1;

    public bool IsOpenAt(DateTime nowUtc) => Intake != Intake.None && OpensAt <= nowUtc && nowUtc <= ClosesAt;

    /// <summary>Seats that stay closed to the channel today, because they are kept for others and not taken by them yet.</summary>
    public int KeptFrom(Channel channel, DateOnly today, SeatsTaken taken)
    {
        if (KeptUntil is null || today > KeptUntil)
        {
            return 0;
        }

        var desk = channel is Channel.Counter or Channel.Phone ? 0 : Math.Max(0, KeptForDesk - taken.ByDesk);
        var postcard = channel is Channel.Postcard ? 0 : Math.Max(0, KeptForPostcard - taken.ByPostcard);
        return desk + postcard;
    }

    public void Check()
    {
        Demand(OpensAt is null || ClosesAt is null || OpensAt < ClosesAt, "締切を、受付の始まりより後にしてください。", "Input.ClosesAt");
        Demand(Capacity is null or (> 0 and <= 10_000), "定員は1から10000までの数で入力してください。", "Input.Capacity");
        Demand(Capacity is null || GroupLimit <= Capacity, "いっしょに申し込める人数を、定員より多くできません。", "Input.GroupLimit");
        Demand(Minimum is null || Capacity is null || Minimum <= Capacity, "最少人数を、定員より多くできません。", "Input.Minimum");
        Demand(Minimum is null || DecideOn is not null, "最少人数があるときは、開講を決める日も入力してください。", "Input.DecideOn");
        Demand(KeptForDesk + KeptForPostcard == 0 || KeptUntil is not null, "席を取り置く日（いつまで）を入力してください。", "Input.KeptUntil");
        Demand(KeptForDesk + KeptForPostcard <= (Capacity ?? int.MaxValue), "取り置く席を、定員より多くできません。", "Input.KeptForDesk");
        Demand(Intake != Intake.Draw || SeedSource.Length > 0, "抽選に使う公開の数（例 drand の回）を、締切の前に決めて入力してください。", "Input.SeedSource");
    }

    private static void Demand(bool rule, string sentence, string field)
    {
        if (!rule)
        {
            throw new RuleBroken(sentence, field);
        }
    }
}

/// <summary>People who hold a place, by the channel they came through.</summary>
internal readonly record struct SeatsTaken(int ByDesk, int ByPostcard);

/// <summary>How an application came in. All stand in the same queue.</summary>
internal enum Channel
{
    Web,
    Counter,
    Phone,
    Postcard,
}
