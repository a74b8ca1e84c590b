using System.Globalization;
using Kominkan.Courses.Data;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>講座番号 as the system proposes them: year, hall and a sequence, 2026-17-003.</summary>
internal static class CourseNumbers
{
    public static async Task<string> NextAsync(CoursesDb db, int fiscalYear, HallRef hall)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{fiscalYear}-{hall.No}-");
        var known = await db.Courses.IgnoreQueryFilters().Where(c => c.Number.StartsWith(prefix)).Select(c => c.Number).ToListAsync();
        var last = known.Select(n => int.TryParse(n[prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var i) ? i : 0).DefaultIfEmpty().Max();
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{last + 1:000}");
    }
}
