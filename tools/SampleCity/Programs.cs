namespace Kominkan.SampleCity;

/// <summary>
/// The sub-programs of a year. Those the report counts get their printed courses and people; the rest of the total are
/// the halls' ordinary short courses. What has no program type yet is a hosted course that carries its name as a tag.
/// </summary>
internal static class Programs
{
    private const string Welfare = "福祉";

    private static readonly double[] Weekend = [1, 0, 0.12, 0.12, 0.12, 0.15, 1];
    private static readonly double[] Working = [0, 0, 1, 1, 1, 1, 0];

    public static IEnumerable<Plan> Of(Targets t, Halls halls)
    {
        List<Plan> plans =
        [
            new(Format.PublicLecture, ["教養講演会"], t["lecture.courses"], t["lecture.participants"], Audience.Lecture, Titles.Lecture)
            {
                Halls = [.. halls.Main], Weekdays = [1, 0, 0.2, 0.2, 0.3, 0.3, 1], Intake = Format.WalkIn,
            },
            new(Format.HostedCourse, ["お出かけ公民館講座"], t["outreach.sessions"], t["outreach.participants"], Audience.Community, Titles.Outreach)
            {
                Halls = [.. halls.Main], Intake = Format.WalkIn, Sessions = t["outreach.sessions"],
            },
            new(Format.HostedCourse, ["家庭教育学級"], t["familyClass.classes"], FamilyVisits(t), Audience.Parents, Titles.FamilyClass)
            {
                Halls = [.. halls.Main], SessionCounts = [2, 3, 4], Months = [5, 6], Weekdays = Working, Enrolled = t["familyClass.members"],
            },
            new(Format.HostedCourse, ["子どもチャレンジ公民館"], t["childrensChallenge.courses"], t["childrensChallenge.participants"], Audience.Children, Titles.Challenge)
            {
                Halls = [.. halls.ChallengeCentres], Weekdays = Weekend, SessionCounts = [1, 1, 2],
            },
            new(Format.HostedCourse, ["子育てサロン"], t["parentingSalon.courses"], t["parentingSalon.participants"], Audience.Salon, Salon(t))
            {
                Halls = [.. halls.WithSalon], Weekdays = Working,
            },
            new(Format.HostedCourse, ["子ども充実ホリデー"], t["childrensHoliday.courses"], t["childrensHoliday.participants"], Audience.Children, Titles.Holiday)
            {
                Halls = halls.All, Weekdays = Weekend, SessionCounts = [1, 1, 1, 1, 1, 1, 1, 2, 3, 12], Intake = Format.WalkIn,
            },
            new(Format.HostedCourse, ["ＩＴ講座"], t["it.courses"], t["it.participants"], Audience.Computer, Titles.It)
            {
                Halls = [.. halls.Main], Weekdays = Working, SessionCounts = [1, 2, 3, 4], Sessions = t["it.sessions"], Enrolled = t["it.participants"],
            },
            new(Format.HostedCourse, ["市民大学講座"], t["universityLecture.courses"], t["universityLecture.courses"] * UniversitySessions(t) * 26, Audience.GrownUp, Titles.University)
            {
                Halls = [.. halls.UniversityVenues], SessionCounts = [UniversitySessions(t)], Months = [5, 9], Weekdays = [0, 0, 0, 1, 1, 1, 0],
            },
            .. CitizenPlanned(t, halls),
        ];

        // A citizen-planned welfare course trains volunteers too (福祉わくわく体操): it is one of both, and one course.
        var shared = plans.Where(p => p.Tags.Contains(Welfare)).ToList();
        plans.Add(new(Format.HostedCourse, ["ボランティア関連講座"], t["volunteer.courses"] - shared.Sum(p => p.Courses), t["volunteer.participants"] - shared.Sum(p => p.People), Audience.GrownUp, Titles.Volunteer)
        {
            Halls = [.. halls.Main],
            SessionCounts = [1, 2, 3, 4],
        });
        plans.Add(new(Format.HostedCourse, [], t["hosted.courses"] - plans.Sum(p => p.Courses), t["hosted.participants"] - plans.Sum(p => p.People), Audience.GrownUp, Titles.General)
        {
            Halls = halls.All,
            SessionCounts = [1, 1, 1, 1, 1, 1, 1, 2, 3],
            CalledOff = 14,
        });
        return plans;
    }

    /// <summary>The report counts a parents' class by its members; how often they came is not printed.</summary>
    private static int FamilyVisits(Targets t) => t["familyClass.members"] * 9 / 10;

    private static int UniversitySessions(Targets t) => t.Below("universityLecture.sessionsPerCourse.").Max(s => s.Value);

    /// <summary>Courses with childcare and with play under somebody's eye are the first ones, as many as the report counts.</summary>
    private static Func<Random, Hall, int, int, Title> Salon(Targets t)
    {
        var (childcare, play) = (t["parentingSalon.childcareSessions"], t["parentingSalon.supervisedPlaySessions"]);
        return (random, hall, n, month) => Titles.Salon(random, n < childcare ? "託児" : n < childcare + play ? "見守り保育" : null);
    }

    private static IEnumerable<Plan> CitizenPlanned(Targets t, Halls halls)
    {
        // In a year that is not printed the genres are scaled to the total.
        var printed = t.Below("citizenPlanned.genre.").ToList();
        var courses = Shares.Split(t["citizenPlanned.courses"], [.. printed.Select(g => (double)g.Value)], 0);
        var genres = printed.Select((g, i) => (g.Name, Courses: courses[i])).Where(g => g.Courses > 0).ToList();
        var people = Shares.Split(t["citizenPlanned.participants"], [.. genres.Select(g => g.Name == Welfare ? g.Courses * 0.4 : g.Courses)], 0);
        var places = halls.Main.ToList();
        return genres.Select((genre, i) => new Plan(
            Format.HostedCourse, genre.Name == Welfare ? ["市民企画講座", genre.Name, "ボランティア関連講座"] : ["市民企画講座", genre.Name],
            genre.Courses, people[i], Audience.GrownUp, Titles.Citizen(genre.Name))
        {
            // The council had found them crowded in a few halls: each genre begins somewhere else.
            Halls = [.. places.Skip(i * 5 % places.Count), .. places.Take(i * 5 % places.Count)],
            SessionCounts = [1, 2, 3, 5],
            Weekdays = [0.6, 0, 1, 1, 1, 1, 1],
        });
    }
}
