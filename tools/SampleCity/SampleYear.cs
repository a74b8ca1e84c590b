using System.Globalization;

namespace Kominkan.SampleCity;

/// <summary>
/// A fiscal year of the city's hosted programs at its real scale, as records. The printed figures of the report are not
/// in it anywhere: they come out when the records are counted. The same year and seed give the same records.
/// </summary>
public sealed class SampleYear
{
    private readonly List<CourseRow> courses = [];
    private readonly List<AttendanceRow> attendance = [];
    private readonly List<(CourseRow Course, int Session, DateOnly Date, Heads? Heads)> sessions = [];
    private readonly Dictionary<string, int> numbers = [];
    private readonly Random random;
    private readonly Days days;
    private readonly int fiscalYear;

    private SampleYear(int fiscalYear, int seed)
    {
        this.fiscalYear = fiscalYear;
        random = new Random(unchecked((seed * 10007) + fiscalYear));
        days = new Days(fiscalYear, random);
    }

    public IReadOnlyList<CourseRow> Courses => courses;

    public IReadOnlyList<AttendanceRow> Attendance => attendance;

    /// <param name="fiscalYear">The year that begins on its 1 April; 2013 and 2014 are the printed ones.</param>
    public static SampleYear Make(int fiscalYear, int seed)
    {
        var year = new SampleYear(fiscalYear, seed);
        var targets = new Targets(fiscalYear, year.random);
        foreach (var plan in Programs.Of(targets, Halls.Read()))
        {
            year.Add(plan);
        }

        year.Steer(targets);
        foreach (var (course, session, date, heads) in year.sessions)
        {
            year.attendance.AddRange(heads is null
                ? [new(course.Number, session, date, false, Format.Unknown, Format.Unknown, 0)]
                : heads.Rows().Select(r => new AttendanceRow(course.Number, session, date, true, r.Band, r.Sex, r.People)));
        }

        return year;
    }

    private void Add(Plan plan)
    {
        var counts = SessionCounts(plan);
        var sizes = counts.SelectMany(n => Sizes(n)).ToList();
        var heads = Shares.Split(plan.People, sizes, 1);
        var enrolled = plan.Enrolled is { } all ? Shares.Split(all, [.. Fullest(counts, heads).Select(n => (double)n)], 1) : null;
        var halls = Places(plan);
        var at = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            var people = heads.AsSpan(at, counts[i]).ToArray();
            at += counts[i];
            var dates = days.Course(random, counts[i], plan.Weekdays, plan.Months);
            var title = plan.Title(random, halls[i], i, dates[0].Month);
            var course = Course(plan, halls[i], title, people.Max(), enrolled?[i]);
            for (var n = 0; n < people.Length; n++)
            {
                sessions.Add((course, n + 1, dates[n], Heads.Fill(people[n], title.Audience ?? plan.Audience, random)));
            }

            // A session lost to the storm, or for a teacher who fell ill, is kept beside the held ones.
            if (random.Next(counts[i] > 1 ? 18 : 60) == 0)
            {
                sessions.Add((course, counts[i] + 1, days.Storm.ElementAt(random.Next(2)), null));
            }
        }

        for (var i = 0; i < plan.CalledOff; i++)
        {
            var hall = plan.Halls[random.Next(plan.Halls.Count)];
            var course = Course(plan, hall, plan.Title(random, hall, counts.Length + i, 10), 12, null);
            sessions.Add((course, 1, days.Storm.ElementAt(i % 2), null));
        }
    }

    private CourseRow Course(Plan plan, Hall hall, Title title, int largest, int? enrolled)
    {
        var number = numbers[hall.No] = numbers.GetValueOrDefault(hall.No) + 1;
        var capacity = Capacity(Math.Max(largest, enrolled ?? 0));
        var intake = plan.Intake == Format.FirstCome && enrolled is null && largest * 10 > capacity * 8 && random.Next(3) == 0 ? Format.Draw : plan.Intake;
        var applicants = intake switch
        {
            Format.WalkIn => 0,
            Format.Draw => capacity + random.Next(1, capacity),
            _ => enrolled ?? Math.Min(capacity, largest + random.Next(0, 3)),
        };
        var course = new CourseRow(
            string.Create(CultureInfo.InvariantCulture, $"{fiscalYear}-{hall.No}-{number:000}"), hall.No, plan.Program, title.Text, fiscalYear, capacity, intake, applicants,
            [.. plan.Tags.Concat(title.Tags).Distinct()]);
        courses.Add(course);
        return course;
    }

    /// <summary>Seats in the round numbers halls use, enough for the fullest session.</summary>
    private static int Capacity(int people) => people switch
    {
        <= 8 => 10,
        <= 20 => (people + 4) / 5 * 5,
        <= 60 => (people + 9) / 10 * 10,
        _ => (people + 49) / 50 * 50,
    };

    private int[] SessionCounts(Plan plan)
    {
        var counts = new int[plan.Courses];
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] = plan.SessionCounts[random.Next(plan.SessionCounts.Count)];
        }

        // Never more sessions than there are people to come.
        var wanted = plan.Sessions ?? Math.Min(counts.Sum(), plan.People);
        for (var missing = wanted - counts.Sum(); missing != 0;)
        {
            var i = random.Next(counts.Length);
            if (counts[i] + Math.Sign(missing) is >= 1 and <= 12)
            {
                counts[i] += Math.Sign(missing);
                missing -= Math.Sign(missing);
            }
        }

        return counts;
    }

    /// <summary>How full each session of a course is: a course is large or small, and wears off towards its end.</summary>
    private IEnumerable<double> Sizes(int count)
    {
        var course = 0.5 + random.NextDouble() + (random.Next(12) == 0 ? 1 : 0);
        return Enumerable.Range(0, count).Select(n => course / Math.Sqrt(count) * (1 - (0.03 * n)) * (0.85 + (0.3 * random.NextDouble())));
    }

    private static IEnumerable<int> Fullest(int[] counts, int[] heads)
    {
        var at = 0;
        foreach (var count in counts)
        {
            yield return heads.AsSpan(at, count).ToArray().Max();
            at += count;
        }
    }

    private Hall[] Places(Plan plan)
    {
        var places = plan.Halls.ToArray();
        random.Shuffle(places);
        var total = plan.Halls.Sum(h => h.Weight);
        Hall ByChance()
        {
            var at = random.NextDouble() * total;
            return plan.Halls.FirstOrDefault(h => (at -= h.Weight) < 0) ?? plan.Halls[^1];
        }

        return [.. Enumerable.Range(0, plan.Courses).Select(i => i < places.Length ? places[i] : ByChance())];
    }

    private void Steer(Targets targets)
    {
        List<Heads> all = [.. sessions.Select(s => s.Heads).OfType<Heads>()];
        static bool Aged(int band, int sex) => band != Heads.UnknownBand;
        static IReadOnlyList<((int, int), (int, int))> Pairs(int[] outside, int[] inside) =>
            [.. outside.SelectMany(o => inside.SelectMany(i => Enumerable.Range(0, 2).Select(sex => ((o, sex), (i, sex)))))];

        // Between the sixties and the forties and fifties, then between children and the bands above them: the second
        // leaves the first as it is.
        Steering.ToShare(all, targets["profile.age.sixtyPlus"], (b, _) => b is >= Format.Sixties and < Heads.UnknownBand, Aged, Pairs([9, 10], [11, 12]), random);
        Steering.ToShare(all, targets["profile.age.juniorHighAndUnder"], (b, _) => b < Format.AfterJuniorHigh, Aged, Pairs([5, 7, 8, 9], [1, 2, 3, 4]), random);
        int[] grown = [7, 8, 9, 10, 11, 12, 13];
        Steering.ToShare(all, targets["profile.gender.female"], (_, sex) => sex == 0, (_, sex) => sex < 2, [.. grown.Select(b => ((b, 1), (b, 0)))], random);

        // A year whose report gives the sexes and no ages is one in which ages were not taken.
        if (targets.IsPrinted("profile.gender.female") && !targets.IsPrinted("profile.age.sixtyPlus"))
        {
            all.ForEach(h => h.ForgetAges());
        }
    }
}
