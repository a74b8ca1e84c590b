namespace Kominkan.Courses.Contracts;

/// <summary>What other modules and plugins may ask of courses.</summary>
public interface ICourseCatalogue
{
    /// <summary>The course, if it exists in the request's hall scope.</summary>
    Task<CourseInfo?> FindAsync(Guid courseId, CancellationToken cancellation = default);

    /// <summary>The year's courses of a program type within the request's hall scope, in the order of their numbers.</summary>
    Task<IReadOnlyList<CourseInfo>> OfTypeAsync(string programType, FiscalYear year, CancellationToken cancellation = default);
}

/// <param name="FirstDate">Day of the first session; null while none is planned.</param>
/// <param name="Enrolled">People who hold a place (実).</param>
public sealed record CourseInfo(Guid Id, string Number, string Title, string ProgramType, Guid HallId, int FiscalYear, DateOnly? FirstDate, int Enrolled);
