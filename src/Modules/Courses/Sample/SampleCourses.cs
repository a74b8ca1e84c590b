using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.Courses.ProgramTypes;
using Kominkan.Facilities.Contracts;

namespace Kominkan.Courses.Sample;

/// <summary>A quarter of life around today: courses over, running, recruiting, drawn and planned, with invented people.</summary>
internal sealed class SampleCourses(CoursesDb db, IHallDirectory halls, IRooms rooms, IOpeningCalendar openings, ProgramTypeList types) : ISampleLife
{
    private const int LongestPlan = 45;
    private readonly Random random = new(20261123);
    private readonly HashSet<string> receipts = [];
    private readonly HashSet<(Guid Space, DateOnly Date, int Hour)> used = [];
    private SamplePeople people = null!;

    public int Order => ISampleLife.Life;

    public async Task FillAsync(DateOnly today, CancellationToken cancellation)
    {
        people = new SamplePeople(random);
        var now = today.ToUtc(new TimeOnly(12, 0));
        var numbers = new Dictionary<int, int>();
        foreach (var hall in (await halls.GetAsync(cancellation)).All)
        {
            var hallRooms = await rooms.OfHallAsync(hall.Id, cancellation);
            foreach (var plan in SamplePlan.Some(random, hall.ParentId is null ? 7 : 2))
            {
                var first = await OpenDayAsync(hall.Id, today.AddDays(random.Next(-LongestPlan, LongestPlan)), cancellation);
                var year = FiscalYear.Of(first);
                numbers[year.Year] = numbers.GetValueOrDefault(year.Year) + 1;
                var course = new Course($"{year.Year}-{hall.No}-{numbers[year.Year]:000}", hall.Id, plan.Type, year.Year, plan.Title)
                {
                    Description = plan.Description,
                    EasyText = plan.Easy,
                    MaterialsFee = plan.Materials,
                    Bring = plan.Bring,
                    Childcare = plan.Childcare,
                };
                await AddSessionsAsync(course, plan, first, hallRooms, cancellation);
                course.Edit(0, plan.Title, Recruit(plan, first), plan.For, plan.Tags);
                db.Courses.Add(course);
                if (random.Next(20) > 0)
                {
                    course.Publish();
                    Live(course, plan, today, now);
                }
            }
        }

        db.Tell = null; // invented people are told nothing
        await db.SaveChangesAsync(cancellation);
    }

    private async Task AddSessionsAsync(Course course, SamplePlan plan, DateOnly first, IReadOnlyList<Room> hallRooms, CancellationToken cancellation)
    {
        var dates = new List<DateOnly>();
        for (var date = first; dates.Count < plan.Sessions && FiscalYear.Of(date).Year == course.FiscalYear; date = await OpenDayAsync(course.HallId, date.AddDays(7), cancellation))
        {
            dates.Add(date);
        }

        var to = plan.From.AddMinutes(plan.Minutes);
        var room = hallRooms.Count == 0 ? null : FreeRoom(hallRooms, random.Next(hallRooms.Count), dates, plan.From, to);
        dates.ForEach(date => course.AddSession(date, plan.From, to, room));
    }

    /// <summary>The first from this one on in which nothing happens on any of the days; null when all are taken.</summary>
    private Guid? FreeRoom(IReadOnlyList<Room> hallRooms, int start, List<DateOnly> dates, TimeOnly from, TimeOnly to)
    {
        for (var n = 0; n < hallRooms.Count; n++)
        {
            var room = hallRooms[(start + n) % hallRooms.Count];
            var hours = (from space in room.Spaces from date in dates from hour in Enumerable.Range(@from.Hour, to.Hour - @from.Hour + 1) select (space, date, hour)).ToList();
            if (!hours.Exists(used.Contains))
            {
                used.UnionWith(hours);
                return room.Id;
            }
        }

        return null;
    }

    private static Recruitment Recruit(SamplePlan plan, DateOnly first)
    {
        var opens = first.AddDays(-35).ToUtc(new TimeOnly(9, 0));
        var closes = first.AddDays(plan.Intake == Intake.Draw ? -12 : -3).ToUtc(new TimeOnly(17, 0));
        return new Recruitment
        {
            Intake = plan.Intake,
            OpensAt = plan.Intake == Intake.None ? null : opens,
            ClosesAt = plan.Intake == Intake.None ? null : closes,
            Capacity = plan.Seats,
            Minimum = plan.Intake == Intake.None ? null : 5,
            DecideOn = plan.Intake == Intake.None ? null : first.AddDays(-2),
            GroupLimit = plan.Group,
            KeptForDesk = plan.Intake == Intake.FirstCome ? 3 : 0,
            KeptUntil = plan.Intake == Intake.FirstCome ? first.AddDays(-14) : null,
            SeedSource = plan.Intake == Intake.Draw ? DrandRound.Propose(closes) : "",
            LostBeforeWeight = plan.Intake == Intake.Draw ? 2 : 1,
        };
    }

    /// <summary>Lets time pass over the course until today.</summary>
    private void Live(Course course, SamplePlan plan, DateOnly today, DateTime now)
    {
        var rule = course.Recruitment;
        var slips = new List<Application>();
        if (rule.OpensAt < now)
        {
            var asked = rule.OpensAt.Value.AddHours(3);
            var wanted = random.Next(4, plan.Seats + 8);
            for (var n = 0; n < wanted && course.WhyNotApply(asked) is null; n++)
            {
                var slip = new Slip(n % 3 == 0 ? Channel.Phone : Channel.Web, people.Some(rule.GroupLimit, plan, course), people.Contact(), GroupPolicy.AllOrNone, Guid.CreateVersion7());
                slips.Add(course.Apply(slip, types.Of(course.ProgramType), default, asked));
                while (!receipts.Add(slips[^1].ReceiptNumber))
                {
                    slips[^1].Renumber();
                }
            }

            db.Applications.AddRange(slips);
        }

        if (rule.Intake == Intake.Draw && rule.ClosesAt < now.AddDays(-2) && course.InDraw > 0)
        {
            var draw = course.CloseForDraw(1, slips, new Dictionary<Guid, int>(), rule.ClosesAt!.Value.AddMinutes(5));
            course.HoldDraw(draw, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(course.Id.ToByteArray())), slips, rule.ClosesAt.Value.AddHours(2));
            db.Draws.Add(draw);
        }

        if (course.FirstDate <= today.AddDays(1))
        {
            course.Confirm();
        }

        foreach (var session in course.Sessions.Where(s => s.Date < today.AddDays(-1)))
        {
            Hold(course, session, plan, slips, today);
        }

        if (course.LastDate < today.AddDays(-14) && course.Sessions.All(s => s.State != SessionState.Planned))
        {
            course.Report("予定どおり行いました。来年も続けてほしいという声が多くありました。", now);
        }
    }

    private void Hold(Course course, Session session, SamplePlan plan, List<Application> slips, DateOnly today)
    {
        if (random.Next(40) == 0)
        {
            course.CancelSession(session.Id, "講師の都合による");
            return;
        }

        session.Hold(today);
        var named = slips.SelectMany(a => a.People).Where(p => p.State == EnrolmentState.Enrolled && random.Next(10) > 0).ToList();
        db.Attendance.AddRange(named.Select(p => new Attendance(session, p)));
        if (named.Count == 0)
        {
            foreach (var band in plan.Bands)
            {
                db.Attendance.Add(new Attendance(session, band, "女", random.Next(1, 7)));
                db.Attendance.Add(new Attendance(session, band, "男", random.Next(0, 4)));
            }
        }
    }

    private async Task<DateOnly> OpenDayAsync(Guid hallId, DateOnly date, CancellationToken cancellation)
    {
        for (var tries = 0; tries < 10 && !(await openings.OnAsync(hallId, date, cancellation)).IsOpen; tries++)
        {
            date = date.AddDays(1);
        }

        return date;
    }
}
