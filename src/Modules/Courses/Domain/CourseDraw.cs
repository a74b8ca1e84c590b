using System.Text.Json;

namespace Kominkan.Courses.Domain;

/// <summary>One draw of a course: the frozen entries and their hash, then the seed and what came of it.</summary>
internal sealed class CourseDraw
{
    public const int SeedLength = DrandRound.SeedLength;

    private CourseDraw()
    {
    }

    public CourseDraw(Course course, int round, int seats, string rule, IReadOnlyList<DrawEntry> entries, DateTime nowUtc)
    {
        Id = Guid.CreateVersion7();
        (CourseId, Round, Seats, Rule, SeedSource, ClosedAt) = (course.Id, round, seats, rule, course.Recruitment.SeedSource, nowUtc);
        // A round that is public already could be chosen for its result: who closes late draws by a later one.
        SeedSource = DrandRound.TimeOf(SeedSource) <= nowUtc ? DrandRound.Propose(nowUtc) : SeedSource;
        EntriesJson = JsonSerializer.Serialize(entries.OrderBy(e => e.Code, StringComparer.Ordinal));
        EntriesHash = Draw.Hash(Draw.Format, seats, SeedSource, rule, entries);
    }

    public Guid Id { get; private set; }

    public Guid CourseId { get; private set; }

    public int Round { get; private set; }

    public int Seats { get; private set; }

    public string Rule { get; private set; } = "";

    public string SeedSource { get; private set; } = "";

    public DateTime ClosedAt { get; private set; }

    public string EntriesHash { get; private set; } = "";

    public string EntriesJson { get; private set; } = "";

    public string? Seed { get; private set; }

    public DateTime? DrawnAt { get; private set; }

    /// <summary>As published when it was held; the page recomputes it and says whether both agree.</summary>
    public string? ResultsJson { get; private set; }

    public IReadOnlyList<DrawEntry> Entries() => JsonSerializer.Deserialize<List<DrawEntry>>(EntriesJson)!;

    public IReadOnlyList<DrawResult> Results() => ResultsJson is null ? [] : JsonSerializer.Deserialize<List<DrawResult>>(ResultsJson)!;

    /// <summary>The format is the one the published hash was made by.</summary>
    private string Format => EntriesHash == Draw.Hash(Draw.FirstFormat, Seats, SeedSource, Rule, Entries()) ? Draw.FirstFormat : Draw.Format;

    /// <summary>True where somebody types a number that only its source can confirm; a drand round is known by its form.</summary>
    public bool AsksTwice => DrandRound.TimeOf(SeedSource) is null;

    public PublishedDraw Publish(string courseTitle) =>
        new(Format, courseTitle, Round, Seats, Rule, SeedSource, EntriesHash, Entries(), Seed, ResultsJson is null ? null : Results());

    /// <exception cref="RuleBroken">The draw is over, or the number cannot be what its source publishes.</exception>
    public void Check(string seed, DateTime nowUtc)
    {
        if (Seed is not null)
        {
            throw new RuleBroken("この抽選はもう終わっています。");
        }

        DrandRound.Demand(SeedSource, seed, nowUtc);
    }

    /// <exception cref="RuleBroken">Typed again it was another number.</exception>
    public void CheckAgain(string seed, string again)
    {
        if (again.Length == 0 || Written(again) != Written(seed))
        {
            throw new RuleBroken("上の数と違います。公開元の数を確かめて、入れ直してください。", "Input.Seed");
        }
    }

    internal void Hold(string seed, DateTime nowUtc)
    {
        Check(seed, nowUtc);
        (Seed, DrawnAt) = (Written(seed), nowUtc);
        ResultsJson = JsonSerializer.Serialize(Draw.Allot(Seats, Draw.Order(Seed, Entries())));
    }

    private string Written(string seed) => DrandRound.Written(SeedSource, seed);
}
