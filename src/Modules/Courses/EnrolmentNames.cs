using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>Names the people on rolls for who reads the audit.</summary>
internal sealed class EnrolmentNames(CoursesDb db) : ISubjectNames
{
    private const int Most = 50;

    public string Kind => SubjectKinds.Enrolment;

    public string Label => "受講者";

    public async Task<IReadOnlyDictionary<Guid, SubjectName>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default)
    {
        var names = new Dictionary<Guid, SubjectName>();
        foreach (var some in ids.Chunk(1000))
        {
            var people = await db.Enrolments.AsNoTracking().Where(e => some.Contains(e.Id)).Select(e => new { e.Id, e.Person, e.ApplicationId }).ToListAsync(cancellation);
            people.ForEach(p => names[p.Id] = new SubjectName(p.Person.Name, $"/staff/applications/{p.ApplicationId}"));
        }

        return names;
    }

    public async Task<IReadOnlyList<Guid>> FindAsync(string text, CancellationToken cancellation = default)
    {
        var (key, number) = (JapaneseText.SearchKey(text), JapaneseText.SearchKey(text).Replace(" ", "", StringComparison.Ordinal));
        return key.Length == 0 ? [] : await db.Enrolments
            .Where(e => e.KanaKey.StartsWith(key) || e.Person.FamilyName + e.Person.GivenName == text.Replace("　", "").Replace(" ", "") || db.Applications.Any(a => a.Id == e.ApplicationId && (a.ReceiptNumber == text || a.ReceiptNumber == number)))
            .OrderByDescending(e => e.Id).Take(Most).Select(e => e.Id).ToListAsync(cancellation);
    }
}
