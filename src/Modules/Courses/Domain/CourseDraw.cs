using System.Text.Json;

namespace Kominkan.Courses.Domain;

/// <summary>One draw of a course: the frozen entries and their hash, then the seed and what came of it.</summary>
internal sealed class CourseDraw
{
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
        EntriesHash = Draw.Hash(seats, SeedSource, entries);
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

    public PublishedDraw Publish(string courseTitle) =>
        new(Draw.Format, courseTitle, Round, Seats, Rule, SeedSource, EntriesHash, Entries(), Seed, ResultsJson is null ? null : Results());

    internal void Hold(string seed, DateTime nowUtc)
    {
        if (Seed is not null)
        {
            throw new RuleBroken("この抽選はもう終わっています。");
        }

        if (seed.Length == 0)
        {
            throw new RuleBroken("公開の数（乱数の種）を入力してください。", "Input.Seed");
        }

        if (DrandRound.TimeOf(SeedSource) is { } comes)
        {
            seed = seed.ToLowerInvariant();
            if (nowUtc < comes)
            {
                throw new RuleBroken("この回の数は、まだ公開されていません。公開の時刻を過ぎてから入れてください。", "Input.Seed");
            }

            if (!DrandRound.IsRandomness(seed))
            {
                throw new RuleBroken("drand の randomness は、0から9とaからfの64文字です。そのまま写してください。", "Input.Seed");
            }
        }

        (Seed, DrawnAt) = (seed, nowUtc);
        ResultsJson = JsonSerializer.Serialize(Draw.Allot(Seats, Draw.Order(seed, Entries())));
    }
}
