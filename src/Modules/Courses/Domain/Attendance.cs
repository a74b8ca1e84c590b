using System.Security.Cryptography;
using System.Text;

namespace Kominkan.Courses.Domain;

/// <summary>
/// Heads at a session (延べ): a named person counts one, a tally counts many. Both are rows of one table, so that every
/// report adds up the same column.
/// </summary>
[ShownPublicly("reports")]
internal sealed class Attendance
{
    /// <summary>More came to no session of any hall.</summary>
    public const int MostHeads = 100_000;

    private Attendance()
    {
    }

    /// <summary>A tally of one band and gender.</summary>
    public Attendance(Session session, string ageBand, string gender, int count)
    {
        if (AgeBands.Find(ageBand) is null || !AgeBands.Genders.Contains(gender) || count is < 0 or > MostHeads)
        {
            throw new RuleBroken($"人数は0から{MostHeads}までの数字で入力してください。");
        }

        Id = Guid.CreateVersion7();
        (SessionId, CourseId, AgeBand, Gender, Count) = (session.Id, session.CourseId, ageBand, gender, count);
    }

    /// <summary>Somebody on the roll who came.</summary>
    public Attendance(Session session, Enrolment enrolment)
        : this(session, SchoolGrade.AgeBand(enrolment.Person.Birth, session.Date), enrolment.Person.Gender, 1) => EnrolmentId = enrolment.Id;

    public Guid Id { get; private set; }

    public Guid SessionId { get; private set; }

    public Guid CourseId { get; private set; }

    /// <summary>Who came, or null for a tally.</summary>
    public Guid? EnrolmentId { get; private set; }

    public string AgeBand { get; private set; } = "";

    public string Gender { get; private set; } = "";

    public int Count { get; internal set; }

    /// <summary>Tells one roll call of a session from another: a form filled from an older one is refused.</summary>
    public static string Mark(Session session, IEnumerable<Attendance> rows)
    {
        var lines = rows.Where(r => r.Count > 0).Select(r => r.EnrolmentId is { } id ? $"{id}" : $"{r.AgeBand}{r.Gender}{r.Count}").Order(StringComparer.Ordinal);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{session.State}|{string.Join('|', lines)}")))[..16];
    }
}
