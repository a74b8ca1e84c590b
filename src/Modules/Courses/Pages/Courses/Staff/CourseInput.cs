using System.ComponentModel.DataAnnotations;
using Kominkan.Courses.Contracts;
using Kominkan.Courses.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>The form of a course; days and times as Japan's clock shows them.</summary>
internal sealed class CourseInput
{
    private const string Letters = "、,，;；\n";

    [HiddenInput]
    public int Version { get; set; }

    [Display(Name = "講座名")]
    [Required]
    [StringLength(100)]
    public string Title { get; set; } = "";

    [Display(Name = "内容")]
    [StringLength(4000)]
    [DataType(DataType.MultilineText)]
    public string? Description { get; set; }

    [Display(Name = "やさしい日本語")]
    [StringLength(4000)]
    [DataType(DataType.MultilineText)]
    public string? EasyText { get; set; }

    [Display(Name = "分類")]
    [StringLength(200)]
    public string? Tags { get; set; }

    [Display(Name = "申込方法")]
    public Intake Intake { get; set; }

    [Display(Name = "受付の始まり")]
    public DateTime? OpensAt { get; set; }

    [Display(Name = "締切")]
    public DateTime? ClosesAt { get; set; }

    [Display(Name = "定員")]
    public int? Capacity { get; set; }

    [Display(Name = "最少人数")]
    [Range(1, 10_000)]
    public int? Minimum { get; set; }

    [Display(Name = "開講を決める日")]
    public DateOnly? DecideOn { get; set; }

    [Display(Name = "いっしょに申し込める人数")]
    [Range(1, 10)]
    public int GroupLimit { get; set; } = 1;

    [Display(Name = "窓口・電話のために取り置く席")]
    [Range(0, 10_000)]
    public int? KeptForDesk { get; set; }

    [Display(Name = "はがきのために取り置く席")]
    [Range(0, 10_000)]
    public int? KeptForPostcard { get; set; }

    [Display(Name = "いつまで取り置くか")]
    public DateOnly? KeptUntil { get; set; }

    [Display(Name = "空いた席")]
    public FreedSeats FreedSeats { get; set; }

    [Display(Name = "案内への返事を待つ日数")]
    [Range(1, 30)]
    public int OfferDays { get; set; } = 3;

    [Display(Name = "抽選に使う公開の数")]
    [StringLength(300)]
    [DataType(DataType.MultilineText)]
    public string? SeedSource { get; set; }

    [Display(Name = "市内に住んでいる方の口数")]
    [Range(1, 10)]
    public int ResidentWeight { get; set; } = 1;

    [Display(Name = "1年以内に外れた方の口数")]
    [Range(1, 10)]
    public int LostBeforeWeight { get; set; } = 1;

    [Display(Name = "市内に住む・勤める・通学する方だけ")]
    public bool CityOnly { get; set; }

    [Display(Name = "年齢の下限")]
    [Range(0, 120)]
    public int? MinAge { get; set; }

    [Display(Name = "年齢の上限")]
    [Range(0, 120)]
    public int? MaxAge { get; set; }

    [Display(Name = "学年の下限")]
    [Range(1, 12)]
    public int? MinGrade { get; set; }

    [Display(Name = "学年の上限")]
    [Range(1, 12)]
    public int? MaxGrade { get; set; }

    [Display(Name = "対象（ことばで）")]
    [StringLength(100)]
    public string? Words { get; set; }

    [Display(Name = "受講料")]
    [Range(0, 1_000_000)]
    public int? Fee { get; set; }

    [Display(Name = "教材費")]
    [Range(0, 1_000_000)]
    public int? MaterialsFee { get; set; }

    [Display(Name = "持ち物")]
    [StringLength(500)]
    public string? Bring { get; set; }

    [Display(Name = "保育")]
    public Childcare Childcare { get; set; }

    public static CourseInput From(Course c) => new()
    {
        Version = c.Version,
        Title = c.Title,
        Description = c.Description,
        EasyText = c.EasyText,
        Tags = string.Join("、", c.Tags),
        Intake = c.Recruitment.Intake,
        OpensAt = c.Recruitment.OpensAt?.InJapan(),
        ClosesAt = c.Recruitment.ClosesAt?.InJapan(),
        Capacity = c.Recruitment.Capacity,
        Minimum = c.Recruitment.Minimum,
        DecideOn = c.Recruitment.DecideOn,
        GroupLimit = c.Recruitment.GroupLimit,
        KeptForDesk = c.Recruitment.KeptForDesk,
        KeptForPostcard = c.Recruitment.KeptForPostcard,
        KeptUntil = c.Recruitment.KeptUntil,
        FreedSeats = c.Recruitment.FreedSeats,
        OfferDays = c.Recruitment.OfferDays,
        SeedSource = c.Recruitment.SeedSource,
        ResidentWeight = c.Recruitment.ResidentWeight,
        LostBeforeWeight = c.Recruitment.LostBeforeWeight,
        CityOnly = c.Eligibility.CityOnly,
        MinAge = c.Eligibility.MinAge,
        MaxAge = c.Eligibility.MaxAge,
        MinGrade = c.Eligibility.MinGrade,
        MaxGrade = c.Eligibility.MaxGrade,
        Words = c.Eligibility.Words,
        Fee = c.Fee,
        MaterialsFee = c.MaterialsFee,
        Bring = c.Bring,
        Childcare = c.Childcare,
    };

    public void WriteTo(Course course)
    {
        course.Edit(Version, JapaneseText.Clean(Title), RecruitmentOf(course.Recruitment), Eligibility(), TagList());
        (course.Description, course.EasyText, course.Bring) = (JapaneseText.Clean(Description), JapaneseText.Clean(EasyText), JapaneseText.Clean(Bring));
        (course.Fee, course.MaterialsFee, course.Childcare) = (Fee ?? 0, MaterialsFee ?? 0, Childcare);
    }

    private Recruitment RecruitmentOf(Recruitment before) => before with
    {
        Intake = Intake,
        OpensAt = Utc(OpensAt),
        ClosesAt = Utc(ClosesAt),
        Capacity = Capacity,
        Minimum = Minimum,
        DecideOn = DecideOn,
        GroupLimit = GroupLimit,
        KeptForDesk = KeptForDesk ?? 0,
        KeptForPostcard = KeptForPostcard ?? 0,
        KeptUntil = KeptUntil,
        FreedSeats = FreedSeats,
        OfferDays = OfferDays,
        SeedSource = Seed(before),
        ResidentWeight = ResidentWeight,
        LostBeforeWeight = LostBeforeWeight,
    };

    /// <summary>What staff wrote; where they wrote nothing, or left the proposal standing, the round that fits the closing time.</summary>
    private string Seed(Recruitment before)
    {
        var typed = JapaneseText.Clean(SeedSource);
        var proposed = before.ClosesAt is { } old && typed == DrandRound.Propose(old);
        return Intake == Intake.Draw && Utc(ClosesAt) is { } closing && (typed.Length == 0 || proposed) ? DrandRound.Propose(closing) : typed;
    }

    private Eligibility Eligibility() => new()
    {
        CityOnly = CityOnly,
        MinAge = MinAge,
        MaxAge = MaxAge,
        MinGrade = MinGrade,
        MaxGrade = MaxGrade,
        Words = JapaneseText.Clean(Words),
    };

    private IEnumerable<string> TagList() => JapaneseText.Clean(Tags).Split(Letters.ToCharArray(), StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct();

    private static DateTime? Utc(DateTime? japan) => japan is { } t ? DateOnly.FromDateTime(t).ToUtc(TimeOnly.FromDateTime(t)) : null;
}
