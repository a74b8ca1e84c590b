namespace Kominkan.SampleCity;

/// <summary>Who comes: a weight for each age band, and how many of the grown-ups are women.</summary>
internal sealed record Audience(double Women, double[] Bands)
{
    // Bands:                                              未就 小12 小34 小56 中学 高校 10他 20代 30代 40代 50代 60代 70代 80上
    public static readonly Audience Lecture = new(0.72, [0, 0, 1, 2, 2, 2, 1, 3, 5, 9, 14, 34, 22, 6]);
    public static readonly Audience School = new(0.8, [2, 22, 26, 26, 12, 0, 0, 0, 3, 4, 2, 2, 1, 0]);
    public static readonly Audience Community = new(0.82, [1, 1, 1, 1, 0, 0, 0, 1, 2, 4, 9, 36, 34, 12]);
    public static readonly Audience Salon = new(0.93, [50, 0, 0, 0, 0, 0, 0, 17, 28, 4, 0, 1, 0, 0]);
    public static readonly Audience Children = new(0.8, [6, 24, 28, 24, 6, 0, 0, 1, 5, 4, 1, 1, 0, 0]);
    public static readonly Audience Parents = new(0.94, [3, 0, 0, 0, 0, 0, 0, 6, 44, 42, 4, 1, 0, 0]);
    public static readonly Audience Computer = new(0.55, [0, 0, 0, 0, 0, 0, 0, 2, 6, 9, 17, 42, 21, 3]);
    public static readonly Audience GrownUp = new(0.83, [0, 0, 1, 1, 1, 1, 1, 3, 8, 12, 16, 35, 18, 3]);
    public static readonly Audience Family = new(0.78, [12, 16, 16, 12, 3, 0, 0, 2, 16, 14, 3, 4, 2, 0]);

    /// <summary>Picks an age band and a sex; children are boys and girls alike.</summary>
    public (int Band, bool IsWoman) Pick(Random random)
    {
        var at = random.NextDouble() * Bands.Sum();
        var band = 0;
        while (band < Bands.Length - 1 && (at -= Bands[band]) >= 0)
        {
            band++;
        }

        return (band, random.NextDouble() < (band < Format.AfterJuniorHigh ? 0.5 : Women));
    }
}

/// <summary>The heads of one held session, by age band (the last one is unknown) and sex (0 women, 1 men, 2 unknown).</summary>
internal sealed class Heads
{
    public const int UnknownBand = 14;

    private readonly int[,] cells = new int[UnknownBand + 1, 3];

    public int this[int band, int sex] => cells[band, sex];

    public static Heads Fill(int people, Audience audience, Random random)
    {
        var heads = new Heads();
        // Where a hand counter was all there was, some of the crowd have no age, fewer no sex.
        var hurried = people > 40 && random.Next(8) == 0;
        for (var i = 0; i < people; i++)
        {
            var (band, isWoman) = audience.Pick(random);
            var blind = hurried && random.Next(6) == 0;
            heads.cells[blind ? UnknownBand : band, blind && random.Next(2) == 0 ? 2 : isWoman ? 0 : 1]++;
        }

        return heads;
    }

    public bool Move((int Band, int Sex) from, (int Band, int Sex) to)
    {
        if (cells[from.Band, from.Sex] == 0)
        {
            return false;
        }

        cells[from.Band, from.Sex]--;
        cells[to.Band, to.Sex]++;
        return true;
    }

    /// <summary>Nobody asked for ages: all of them are unknown.</summary>
    public void ForgetAges()
    {
        for (var band = 0; band < UnknownBand; band++)
        {
            for (var sex = 0; sex < 3; sex++)
            {
                (cells[UnknownBand, sex], cells[band, sex]) = (cells[UnknownBand, sex] + cells[band, sex], 0);
            }
        }
    }

    public IEnumerable<(string Band, string Sex, int People)> Rows()
    {
        for (var band = 0; band <= UnknownBand; band++)
        {
            for (var sex = 0; sex < 3; sex++)
            {
                if (cells[band, sex] > 0)
                {
                    yield return (band == UnknownBand ? Format.Unknown : Format.Bands[band], sex switch { 0 => Format.Female, 1 => Format.Male, _ => Format.Unknown }, cells[band, sex]);
                }
            }
        }
    }
}

/// <summary>Moves single heads between neighbouring bands and sexes until the year's shares are what they have to be.</summary>
internal static class Steering
{
    public static void ToShare(IReadOnlyList<Heads> all, int percent, Func<int, int, bool> inside, Func<int, int, bool> known, IReadOnlyList<((int Band, int Sex) Outside, (int Band, int Sex) Inside)> moves, Random random)
    {
        long Count(Func<int, int, bool> which) => all.Sum(h => Enumerable.Range(0, Heads.UnknownBand + 1).Sum(b => Enumerable.Range(0, 3).Where(s => which(b, s)).Sum(s => (long)h[b, s])));
        var missing = (long)Math.Round(Count(known) * percent / 100.0) - Count(inside);
        var order = Enumerable.Range(0, all.Count).ToArray();
        for (var idle = 0; missing != 0 && idle < 3;)
        {
            random.Shuffle(order);
            var before = missing;
            foreach (var heads in order.Select(i => all[i]))
            {
                if (missing == 0)
                {
                    return;
                }

                var (outside, into) = moves[random.Next(moves.Count)];
                if (missing > 0 ? heads.Move(outside, into) : heads.Move(into, outside))
                {
                    missing -= Math.Sign(missing);
                }
            }

            idle = before == missing ? idle + 1 : 0;
        }
    }
}
