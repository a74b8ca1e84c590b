using Kominkan.Courses.Contracts;

namespace Kominkan.Courses.ProgramTypes;

/// <summary>Every program type that is installed, by key.</summary>
internal sealed class ProgramTypeList(IEnumerable<IProgramType> types)
{
    private readonly Dictionary<string, IProgramType> byKey = types.ToDictionary(t => t.Key);

    public IReadOnlyList<IProgramType> All { get; } = [.. types];

    public IProgramType? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The type of a course; a type whose plugin was taken out keeps its courses, without rules of its own.</summary>
    public IProgramType Of(string key) => Find(key) ?? new Unknown(key);

    public string LabelOf(string key) => Of(key).Label;

    private sealed record Unknown(string Key) : IProgramType
    {
        public string Label => Key;

        public IReadOnlyList<Intake> Intakes => [Intake.FirstCome, Intake.Draw, Intake.None];
    }
}
