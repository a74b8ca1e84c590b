using System.Globalization;

namespace Kominkan.Booking.Domain;

/// <summary>Where somebody with a tie may ask for a room.</summary>
internal enum TieAccess
{
    /// <summary>ウェブでも窓口でも</summary>
    Anywhere,

    /// <summary>窓口と電話だけ: a clerk asks first.</summary>
    Desk,

    /// <summary>借りられない</summary>
    Nowhere,
}

/// <summary>市内とのつながり: what ties who hires to the city, whether it lets them hire, on what evidence, and what is added to the fee.</summary>
internal sealed class TieRule : DatedRule
{
    public const int LongestName = 40;
    public const int LongestPapers = 100;
    public const int LongestPaper = 20;

    private TieRule()
    {
    }

    /// <summary>1 to 99: stays the same when the name changes, and says where it stands in the list.</summary>
    public int Code { get; private init; }

    /// <summary>市内に住んでいる</summary>
    public string Name { get; private init; } = "";

    public TieAccess Access { get; private init; }

    /// <summary>So many months what was seen stays valid; null where nothing need be seen.</summary>
    public int? EvidenceMonths { get; private init; }

    /// <summary>What may be seen: 運転免許証、住民票. Empty where nothing need be.</summary>
    public string Papers { get; private init; } = "";

    /// <summary>Name of the <see cref="Surcharge"/> that goes with it; empty for most.</summary>
    public string Surcharge { get; private init; } = "";

    public string Article { get; private init; } = "";

    public IReadOnlyList<string> PaperList => Papers.Split('、', StringSplitOptions.RemoveEmptyEntries);

    public HirerTie Tie => new() { Code = Code, Name = Name, EvidenceMonths = EvidenceMonths, Surcharge = Surcharge };

    public override string Subject => Code.ToString(CultureInfo.InvariantCulture);

    /// <param name="papers">Divided by 、; needed with the months, and only then.</param>
    /// <exception cref="RuleBroken">A number is out of range, a text is missing, or something is said of who may not hire.</exception>
    public static TieRule Set(int code, string? name, TieAccess access, int? evidenceMonths, string? papers, string? surcharge, string? article, DateOnly validFrom, bool isSample = false)
    {
        var list = JapaneseText.Clean(papers).Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (code is < 1 or > 99)
        {
            throw new RuleBroken("番号は1から99までで入力してください。", "Input.Code");
        }

        if (access == TieAccess.Nowhere && (evidenceMonths is not null || list.Length > 0 || !string.IsNullOrEmpty(surcharge)))
        {
            throw new RuleBroken("借りられないときは、書類と加算を空けておいてください。", "Input.Access");
        }

        if (evidenceMonths is < 1 or > 60 || (evidenceMonths is null && list.Length > 0))
        {
            throw new RuleBroken("書類が有効な月数を、1から60までで入力してください。", "Input.EvidenceMonths");
        }

        if (evidenceMonths is not null && (list.Length == 0 || list.Any(p => JapaneseText.Length(p) > LongestPaper) || list.Sum(p => JapaneseText.Length(p) + 1) > LongestPapers))
        {
            throw new RuleBroken($"書類の名前を1つ{LongestPaper}字までで、「、」で分けて入力してください。", "Input.Papers");
        }

        return new TieRule
        {
            Code = code,
            Name = Words(name, LongestName, $"名前を{LongestName}字までで入力してください。", "Input.Name"),
            Access = access,
            EvidenceMonths = evidenceMonths,
            Papers = string.Join('、', list.Distinct()),
            Surcharge = surcharge ?? "",
            Article = Written(article),
            ValidFrom = validFrom,
            IsSample = isSample,
        };
    }

    /// <summary>Why nobody with this tie may ask in this way, as a sentence, or null.</summary>
    public string? WhyNot(HireChannel channel) => Access switch
    {
        TieAccess.Nowhere => $"「{Name}」の方には、部屋を貸せません（{Article}）。",
        TieAccess.Desk when channel == HireChannel.Web => $"「{Name}」の方は、館の窓口か電話で申し込んでください。",
        _ => null,
    };
}

/// <summary>The tie of who hires, as the rule of the day they asked said it: later rules do not change what it asks of them.</summary>
internal sealed record HirerTie
{
    public static readonly HirerTie None = new();

    /// <summary>0 where the city asked for none.</summary>
    public int Code { get; init; }

    public string Name { get; init; } = "";

    /// <summary>Evidence must be seen before the permit, and stays valid so long; null where none need be.</summary>
    public int? EvidenceMonths { get; init; }

    public string Surcharge { get; init; } = "";

    /// <summary>What it adds to a fee that nobody was asked about.</summary>
    public Wishes Wishes => Surcharge.Length == 0 ? Wishes.None : Wishes.None with { Extras = [Surcharge] };
}
