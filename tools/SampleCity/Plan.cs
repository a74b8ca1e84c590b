namespace Kominkan.SampleCity;

/// <summary>One sub-program of a year: how many courses, how many people, where, when and for whom.</summary>
/// <param name="Program">Key of the program type.</param>
/// <param name="Tags">Tags every course of it carries.</param>
/// <param name="People">延べ of all held sessions together; at least one a session.</param>
/// <param name="Title">Name and further tags of the n-th course in a hall beginning in a month.</param>
internal sealed record Plan(string Program, IReadOnlyList<string> Tags, int Courses, int People, Audience Audience, Func<Random, Hall, int, int, Title> Title)
{
    /// <summary>Held sessions of all courses together; null when only their spread matters.</summary>
    public int? Sessions { get; init; }

    /// <summary>How many sessions a course has: one of these at random.</summary>
    public IReadOnlyList<int> SessionCounts { get; init; } = [1];

    /// <summary>Halls it takes place in; every main hall gets its share before chance decides.</summary>
    public required IReadOnlyList<Hall> Halls { get; init; }

    /// <summary>Weight of each weekday, from Sunday.</summary>
    public double[] Weekdays { get; init; } = [0.3, 0, 1, 1, 1, 1, 0.8];

    public IReadOnlyList<int> Months { get; init; } = [];

    public string Intake { get; init; } = Format.FirstCome;

    /// <summary>People on the roll of all courses together, where the report prints them.</summary>
    public int? Enrolled { get; init; }

    /// <summary>Courses of which every session was called off: they count in no figure.</summary>
    public int CalledOff { get; init; }
}

/// <param name="Tags">Tags of this course beside those of its plan.</param>
/// <param name="Audience">Who comes to this one, when not those of the plan.</param>
internal sealed record Title(string Text, IReadOnlyList<string> Tags, Audience? Audience = null);

internal static class Shares
{
    /// <summary>Splits a total in proportion to weights, whole numbers, each at least the minimum.</summary>
    public static int[] Split(int total, IReadOnlyList<double> weights, int minimum)
    {
        var parts = new int[weights.Count];
        var spare = total - (minimum * weights.Count);
        if (spare < 0)
        {
            throw new InvalidOperationException($"{total} people do not fill {weights.Count} sessions.");
        }

        var sum = weights.Sum();
        var rests = new (double Left, int At)[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var exact = spare * weights[i] / sum;
            parts[i] = minimum + (int)exact;
            rests[i] = (exact - (int)exact, i);
        }

        foreach (var (_, at) in rests.OrderByDescending(r => r.Left).ThenBy(r => r.At).Take(total - parts.Sum()))
        {
            parts[at]++;
        }

        return parts;
    }
}
