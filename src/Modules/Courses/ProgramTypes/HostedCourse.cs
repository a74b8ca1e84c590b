using Kominkan.Courses.Contracts;

namespace Kominkan.Courses.ProgramTypes;

/// <summary>主催講座・主催短期講座: planned and paid for by the hall.</summary>
internal sealed class HostedCourse : IProgramType
{
    public string Key => "hosted-course";

    public string Label => "主催講座";

    public IReadOnlyList<Intake> Intakes => [Intake.FirstCome, Intake.Draw, Intake.None];
}
