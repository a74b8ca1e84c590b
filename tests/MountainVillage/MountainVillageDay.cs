using Kominkan.Courses.Contracts;

namespace MountainVillage;

internal sealed class MountainVillageDay : IProgramType
{
    public const string TypeKey = "mountain-village-day";

    private const int FromGrade = 3;

    public string Key => TypeKey;

    public string Label => "山の学校";

    public IReadOnlyList<Intake> Intakes => [Intake.Draw, Intake.FirstCome];

    /// <summary>The path to the village is steep: not for the youngest. Grown-ups come along.</summary>
    public string? WhyNotApply(ApplicantFacts applicant) =>
        applicant.SchoolGrade < FromGrade ? $"山の学校は、小学{FromGrade}年生から参加できます。" : null;

    public IEnumerable<ProgramTypePage> PagesFor(Guid courseId) => [new("山の学校のしおり", $"/staff/mountain-village/{courseId}")];
}
