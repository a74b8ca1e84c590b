using Kominkan.Courses.Domain;

namespace Kominkan.Courses.Sample;

/// <summary>People who do not exist: common names, reserved telephone numbers, addresses of example.jp.</summary>
internal sealed class SamplePeople(Random random)
{
    private static readonly (string Name, string Kana)[] Families =
    [
        ("佐藤", "サトウ"), ("鈴木", "スズキ"), ("高橋", "タカハシ"), ("田中", "タナカ"), ("伊藤", "イトウ"), ("渡辺", "ワタナベ"), ("山本", "ヤマモト"), ("中村", "ナカムラ"),
        ("小林", "コバヤシ"), ("加藤", "カトウ"), ("吉田", "ヨシダ"), ("山田", "ヤマダ"), ("松本", "マツモト"), ("井上", "イノウエ"), ("木村", "キムラ"), ("清水", "シミズ"),
        ("村上", "ムラカミ"), ("髙木", "タカギ"), ("山﨑", "ヤマサキ"), ("𠮷村", "ヨシムラ"),
    ];

    private static readonly (string Name, string Kana, string Gender)[] Given =
    [
        ("恵子", "ケイコ", "女"), ("和子", "カズコ", "女"), ("洋子", "ヨウコ", "女"), ("美咲", "ミサキ", "女"), ("陽菜", "ヒナ", "女"), ("由美", "ユミ", "女"), ("直美", "ナオミ", "女"),
        ("誠", "マコト", "男"), ("健一", "ケンイチ", "男"), ("大輔", "ダイスケ", "男"), ("翔太", "ショウタ", "男"), ("清", "キヨシ", "男"),
    ];

    public Contact Contact() => new()
    {
        Phone = $"090-0000-{random.Next(10_000):0000}",
        By = random.Next(3) == 0 ? ContactBy.Mail : ContactBy.Phone,
        Mail = $"user{random.Next(100_000)}@example.jp",
    };

    /// <summary>One person, or a parent and child where the course takes groups.</summary>
    public IReadOnlyList<Applicant> Some(int groupLimit, SamplePlan plan, Course course)
    {
        var family = Families[random.Next(Families.Length)];
        return [.. Enumerable.Range(0, groupLimit > 1 ? random.Next(1, groupLimit + 1) : 1).Select(_ => One(family, plan, course))];
    }

    private Applicant One((string Name, string Kana) family, SamplePlan plan, Course course)
    {
        var given = Given[random.Next(Given.Length)];
        // Whole school years, so that grade and age fit whatever the course asks.
        var age = plan.For is { MinGrade: { } low, MaxGrade: { } high } ? random.Next(low, high + 1) + 6 : random.Next(Math.Max(plan.For.MinAge ?? 20, 1), Math.Min(plan.For.MaxAge ?? 85, 90) + 1);
        var birth = plan.For.MinGrade is null
            ? (course.FirstDate ?? new FiscalYear(course.FiscalYear).FirstDay).AddYears(-age).AddDays(-random.Next(1, 300))
            : new DateOnly(course.FiscalYear - age, 4, 2).AddDays(random.Next(0, 364));
        return new Applicant
        {
            FamilyName = family.Name,
            FamilyKana = family.Kana,
            GivenName = given.Name,
            GivenKana = given.Kana,
            Gender = given.Gender,
            Birth = birth,
            Tie = CityTie.Lives,
        };
    }
}
