using Kominkan.Courses.Contracts;

namespace Kominkan.Courses.ProgramTypes;

/// <summary>教養講演会: a talk or performance, mostly walk-in, counted by heads.</summary>
internal sealed class PublicLecture : IProgramType
{
    public string Key => "public-lecture";

    public string Label => "教養講演会";

    public IReadOnlyList<Intake> Intakes => [Intake.None, Intake.FirstCome, Intake.Draw];

    public RollCall RollCall => RollCall.Tally;
}
