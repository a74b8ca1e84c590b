using Kominkan.Courses.Domain;

namespace Kominkan.Courses;

/// <summary>Tells the audit whose data a staff page of a course shows.</summary>
internal static class Seeing
{
    public static Task SawAsync(this IAudit audit, Act act, string what, Guid hall, IEnumerable<Enrolment> people) => audit.SawAsync(act, what, hall, people.Select(p => p.Id));

    public static Task SawAsync(this IAudit audit, Act act, string what, Guid hall, IEnumerable<Guid> enrolments) =>
        audit.SawAsync(new Sight(act, what, [.. enrolments.Select(id => new Subject(SubjectKinds.Enrolment, id))]) { HallId = hall });
}
