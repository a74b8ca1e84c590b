using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.Courses.ProgramTypes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Testing;

/// <summary>Draws of courses as a test finds them.</summary>
public static class GivenDraws
{
    /// <summary>A draw that waits for its number: two want one seat; the id of the course.</summary>
    public static async Task<Guid> CourseToDrawAsync(this KominkanApp app)
    {
        var drawn = await app.CourseAsync(new() { Title = "抽選を待つ講座", Intake = Intake.Draw, Capacity = 1, ClosesInDays = -1 });
        await app.DoAsync(async s =>
        {
            var (db, now) = (s.GetRequiredService<CoursesDb>(), app.Clock.UtcNow());
            var course = await db.Courses.Include(c => c.Sessions).SingleAsync(c => c.Id == drawn);
            var type = s.GetRequiredService<ProgramTypeList>().Of(course.ProgramType);
            string[] kanas = ["アイ", "ウミ"];
            var slips = kanas.Select((kana, n) => course.Apply(
                new Slip(Channel.Web, [new Applicant { FamilyName = "田中", GivenName = "清", FamilyKana = "タナカ", GivenKana = kana }], new Contact { Phone = $"090-0000-710{n}" }, GroupPolicy.AsManyAsFit, Guid.NewGuid()),
                type, default, now.AddDays(-3))).ToList();
            db.Applications.AddRange(slips);
            db.Draws.Add(course.CloseForDraw(1, slips, new Dictionary<Guid, int>(), now));
            await db.SaveChangesAsync();
        });
        return drawn;
    }
}
