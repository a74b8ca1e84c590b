using Kominkan.Courses.Contracts;

namespace Kominkan.Courses.Domain;

/// <summary>Who gets the course's places. All of it runs while the course's lock is held.</summary>
internal sealed partial class Course
{
    /// <summary>Why nobody may apply now, as a sentence with a next step, or null.</summary>
    public string? WhyNotApply(DateTime nowUtc) => PhaseAt(nowUtc) switch
    {
        _ when Recruitment.Intake == Intake.None => "この講座は申し込みがいりません。当日、会場へお越しください。",
        Phase.Cancelled => $"この講座は中止になりました（{CancelReason}）。",
        Phase.Draft => "この講座はまだ公開されていません。",
        _ when Recruitment.IsOpenAt(nowUtc) => null,
        _ when Recruitment.OpensAt > nowUtc => $"申し込みは{Moment(Recruitment.OpensAt.Value)}から受け付けます。",
        _ => "申し込みの受付は終わりました。空きがあるかは館に電話でおたずねください。",
    };

    /// <summary>
    /// The same for the counter: after closing, or after the draw, who telephones about places left is still taken, until
    /// the course begins.
    /// </summary>
    public string? WhyNotTakeIn(DateTime nowUtc)
    {
        var placesGivenOut = Recruitment.Intake == Intake.FirstCome || State is CourseState.Drawn or CourseState.Confirmed;
        return placesGivenOut && Recruitment.ClosesAt < nowUtc && PhaseAt(nowUtc) is Phase.Closed or Phase.Drawn or Phase.Confirmed ? null : WhyNotApply(nowUtc);
    }

    /// <summary>
    /// Whether who waits may still get a seat: until the course begins, and after that while others may still apply. Where
    /// freed seats are drawn again, until it is over.
    /// </summary>
    public bool HasQueueAt(DateTime nowUtc)
    {
        var today = DateOnly.FromDateTime(nowUtc.InJapan());
        return State != CourseState.Cancelled && !(LastDate < today)
            && (!(FirstDate <= today) || Recruitment.IsOpenAt(nowUtc) || Recruitment.FreedSeats == FreedSeats.DrawAgain);
    }

    /// <summary>Why this person may not take part, as a sentence, or null.</summary>
    public string? WhyNotTake(Applicant person, IProgramType type)
    {
        if (person.Birth is not { } birth)
        {
            return null;
        }

        var facts = new ApplicantFacts(SchoolGrade.AgeOn(birth, FirstDate ?? new FiscalYear(FiscalYear).FirstDay), SchoolGrade.In(FiscalYear, birth));
        return Eligibility.WhyNot(facts, person.Tie) ?? type.WhyNotApply(facts);
    }

    /// <summary>Places the channel could still be given now, with those who wait served first.</summary>
    public int FreeFor(Channel channel, DateTime nowUtc, SeatsTaken taken)
    {
        if (Recruitment.Capacity is not { } capacity)
        {
            return int.MaxValue;
        }

        var today = DateOnly.FromDateTime(nowUtc.InJapan());
        var free = Math.Max(0, capacity - Enrolled - Offered - Recruitment.KeptFrom(channel, today, taken));
        if (Waiting == 0)
        {
            return free;
        }

        // Nobody passes those who wait, except onto seats kept for the channel they come by.
        var kept = Recruitment.KeptFrom(Channel.Web, today, taken) - Recruitment.KeptFrom(channel, today, taken);
        return Math.Min(free, Math.Max(0, kept));
    }

    /// <summary>Takes an application in: into the draw, onto places, or into the queue.</summary>
    /// <exception cref="RuleBroken">The window is closed, the group is too large, or somebody is not eligible.</exception>
    public Application Apply(Slip slip, IProgramType type, SeatsTaken taken, DateTime nowUtc)
    {
        if ((slip.Channel == Channel.Web ? WhyNotApply(nowUtc) : WhyNotTakeIn(nowUtc)) is { } why)
        {
            throw new RuleBroken(why);
        }

        Demand(slip.People.Count >= 1 && slip.People.Count <= Recruitment.GroupLimit, $"いっしょに申し込めるのは{Recruitment.GroupLimit}人までです。");
        for (var i = 0; i < slip.People.Count; i++)
        {
            Demand(WhyNotTake(slip.People[i], type) is not { } not, WhyNotTake(slip.People[i], type) ?? "", $"Input.People[{i}].Birth");
        }

        var application = new Application(this, slip.Channel, slip.Contact, slip.Policy, slip.Key, nowUtc) { Note = slip.Note, SeenDuplicateOf = slip.SeenDuplicateOf, AccountId = slip.AccountId };
        foreach (var person in slip.People)
        {
            application.Add(new Enrolment(application, person));
        }

        if (Recruitment.Intake == Intake.Draw && State == CourseState.Published)
        {
            MoveAll(application.People, EnrolmentState.InDraw);
            return application;
        }

        var free = FreeFor(slip.Channel, nowUtc, taken);
        var seated = application.Size <= free ? application.Size : slip.Policy == GroupPolicy.AsManyAsFit ? free : 0;
        MoveAll(application.People.Take(seated), EnrolmentState.Enrolled);
        MoveAll(application.People.Skip(seated), EnrolmentState.Waiting);
        application.Rank = seated == application.Size ? null : ++LastRank;
        return application;
    }

    /// <summary>Some or all of an application's people do not come.</summary>
    public void Withdraw(Application application, IReadOnlyCollection<Enrolment> people)
    {
        Demand(people.Any(p => p.State is not (EnrolmentState.Withdrawn or EnrolmentState.Lapsed)), "この申し込みは、もう取り消されています。");
        MoveAll(people.Where(p => p.State is not (EnrolmentState.Withdrawn or EnrolmentState.Lapsed)), EnrolmentState.Withdrawn);
        application.OfferUntil = application.In(EnrolmentState.Offered) == 0 ? null : application.OfferUntil;
    }

    /// <summary>
    /// Offers free seats down the queue and returns the applications that got one. Groups that come together or not at all
    /// are passed over while they do not fit, and keep their place.
    /// </summary>
    /// <param name="waiting">Every application with people waiting.</param>
    public IReadOnlyList<Application> OfferFreed(IEnumerable<Application> waiting, SeatsTaken taken, DateTime nowUtc)
    {
        var today = DateOnly.FromDateTime(nowUtc.InJapan());
        if (Recruitment is not { FreedSeats: FreedSeats.NextInOrder, Capacity: { } capacity } || !HasQueueAt(nowUtc) || Deadline(nowUtc) is not { } deadline)
        {
            return [];
        }

        var free = capacity - Enrolled - Offered - Recruitment.KeptFrom(Channel.Web, today, taken);
        var offered = new List<Application>();
        foreach (var application in waiting.Where(a => a.OfferUntil is null).OrderBy(a => a.Rank))
        {
            var wait = application.In(EnrolmentState.Waiting);
            var got = wait <= free ? wait : application.Policy == GroupPolicy.AsManyAsFit ? Math.Max(0, free) : 0;
            if (got > 0)
            {
                MoveAll([.. application.People.Where(p => p.State == EnrolmentState.Waiting).Take(got)], EnrolmentState.Offered);
                application.OfferUntil = deadline;
                offered.Add(application);
                free -= got;
            }
        }

        return offered;
    }

    /// <summary>The offered seats are taken.</summary>
    public void AcceptOffer(Application application, DateTime nowUtc)
    {
        Demand(application.OfferUntil is not null, "この申し込みには、いま空いた席の案内がありません。");
        Demand(application.OfferUntil >= nowUtc, "返事の期限を過ぎたため、席は次の方に回りました。");
        MoveAll([.. application.People.Where(p => p.State == EnrolmentState.Offered)], EnrolmentState.Enrolled);
        application.OfferUntil = null;
    }

    /// <summary>The offer was not answered in time; the places are free again.</summary>
    public void LapseOffer(Application application, DateTime nowUtc)
    {
        Demand(application.OfferUntil < nowUtc, "返事の期限はまだ過ぎていません。");
        MoveAll([.. application.People.Where(p => p.State == EnrolmentState.Offered)], EnrolmentState.Lapsed);
        application.OfferUntil = null;
    }

    /// <summary>Freezes the entries of a draw and publishes their hash: before it everybody may apply, after it nothing changes.</summary>
    /// <param name="entries">Every application with people in the draw, or waiting when seats are drawn again.</param>
    /// <param name="weights">Tickets by application; 1 when not named.</param>
    public CourseDraw CloseForDraw(int round, IReadOnlyCollection<Application> entries, IReadOnlyDictionary<Guid, int> weights, DateTime nowUtc)
    {
        Demand(round == 1 ? State == CourseState.Published && Recruitment.Intake == Intake.Draw : Recruitment.FreedSeats == FreedSeats.DrawAgain, "この講座は、いま抽選するものがありません。");
        Demand(round > 1 || Recruitment.ClosesAt < nowUtc, "申し込みの締切がまだ来ていません。");
        Demand(entries.Count > 0, "抽選する申し込みがありません。");
        foreach (var application in entries)
        {
            application.Weight = weights.GetValueOrDefault(application.Id, 1);
        }

        var seats = Math.Max(0, (Recruitment.Capacity ?? int.MaxValue) - Enrolled - Offered);
        Demand(seats > 0, "空いている席がありません。");
        return new CourseDraw(this, round, seats, RuleInWords, [.. entries.Select(a => a.Entry)], nowUtc);
    }

    /// <summary>Gives the seats out by the seed; those without a seat wait in the order of the draw.</summary>
    public void HoldDraw(CourseDraw draw, string seed, IReadOnlyCollection<Application> entries, DateTime nowUtc)
    {
        draw.Hold(seed, nowUtc);
        var byCode = entries.ToDictionary(a => a.EntryCode);
        foreach (var result in draw.Results())
        {
            // Who withdrew after closing stays in the published list, and their seats go on to those who wait.
            if (!byCode.TryGetValue(result.Code, out var application))
            {
                continue;
            }

            var people = application.People.Where(p => p.State is EnrolmentState.InDraw or EnrolmentState.Waiting).ToList();
            MoveAll([.. people.Take(result.Seats)], EnrolmentState.Enrolled);
            MoveAll([.. people.Skip(result.Seats)], EnrolmentState.Waiting);
            application.Rank = people.Count > result.Seats ? ++LastRank : null;
        }

        State = State == CourseState.Published ? CourseState.Drawn : State;
        Version++;
    }

    /// <summary>The rule of the draw as residents read it before they apply.</summary>
    public string RuleInWords
    {
        get
        {
            var words = "1つの申し込みが1口です。";
            words += Recruitment.ResidentWeight > 1 ? $"市内に住んでいる方を含む申し込みは{Recruitment.ResidentWeight}口になります。" : "";
            words += Recruitment.LostBeforeWeight > 1 ? $"1年以内に同じ種類の講座の抽選に外れた方は{Recruitment.LostBeforeWeight}口になります。" : "";
            return words + "口ごとの番号の小さい順に席を決めます。外れた方は、その順にキャンセル待ちになります。";
        }
    }

    private static string Moment(DateTime utc) =>
        $"{DateOnly.FromDateTime(utc.InJapan()).Long()}{TimeOnly.FromDateTime(utc.InJapan()).Spoken()}";

    /// <summary>Until when an offer made now is held: never after the next session begins. Null when none is to come.</summary>
    private DateTime? Deadline(DateTime nowUtc)
    {
        var answer = DateOnly.FromDateTime(nowUtc.InJapan()).AddDays(Recruitment.OfferDays).ToUtc(new TimeOnly(23, 59, 59));
        var begins = sessions.Where(s => s.State == SessionState.Planned).Select(s => s.Date.ToUtc(s.From ?? TimeOnly.MinValue)).Where(b => b > nowUtc).ToList();
        return sessions.Count == 0 ? answer : begins.Count == 0 ? null : begins.Min() < answer ? begins.Min() : answer;
    }

    private void MoveAll(IEnumerable<Enrolment> people, EnrolmentState to)
    {
        foreach (var person in people)
        {
            Count(person.State, -1);
            person.State = to;
            Count(to, +1);
        }
    }

    private void Count(EnrolmentState state, int change)
    {
        switch (state)
        {
            case EnrolmentState.Enrolled:
                Enrolled += change;
                break;
            case EnrolmentState.Offered:
                Offered += change;
                break;
            case EnrolmentState.Waiting:
                Waiting += change;
                break;
            case EnrolmentState.InDraw:
                InDraw += change;
                break;
            case EnrolmentState.Lapsed or EnrolmentState.Withdrawn:
                break;
        }
    }
}

/// <summary>An application as it was filled in, by a resident or by staff for somebody at the counter, on the telephone or on paper.</summary>
/// <param name="Key">One per filled form.</param>
internal sealed record Slip(Channel Channel, IReadOnlyList<Applicant> People, Contact Contact, GroupPolicy Policy, Guid Key, string Note = "", Guid? SeenDuplicateOf = null, Guid? AccountId = null);
