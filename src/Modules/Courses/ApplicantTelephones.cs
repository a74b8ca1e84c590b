using Kominkan.Courses.Data;
using Kominkan.Notifications.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>Where applicants are telephoned when a mail did not arrive.</summary>
internal sealed class ApplicantTelephones(CoursesDb db) : ITelephones
{
    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyCollection<Guid> subjects, CancellationToken cancellation = default) =>
        await db.Applications.Where(a => subjects.Contains(a.Id) && a.Contact.Phone != "").Select(a => new { a.Id, a.Contact.Phone }).ToDictionaryAsync(a => a.Id, a => a.Phone, cancellation);
}
