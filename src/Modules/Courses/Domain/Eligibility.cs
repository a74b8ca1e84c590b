using Kominkan.Courses.Contracts;

namespace Kominkan.Courses.Domain;

/// <summary>Who may apply. Ages are full years on the day of the first session, grades those of the fiscal year.</summary>
internal sealed record Eligibility
{
    /// <summary>Only who lives, works or studies in the city (市内在住・在勤・在学).</summary>
    public bool CityOnly { get; init; }

    public int? MinAge { get; init; }

    public int? MaxAge { get; init; }

    /// <summary>1 to 12: 小1 to 高3.</summary>
    public int? MinGrade { get; init; }

    public int? MaxGrade { get; init; }

    /// <summary>Who it is for, beyond what can be checked: 「親子」「手話の初心者」.</summary>
    public string Words { get; init; } = "";

    /// <summary>Why the person may not apply, as a sentence, or null.</summary>
    public string? WhyNot(ApplicantFacts person, CityTie tie) => this switch
    {
        { CityOnly: true } when tie == CityTie.None => "この講座は、市内に住んでいる・勤めている・通学している方が対象です。",
        { MinGrade: { } min } when (person.SchoolGrade ?? 13) < min => $"この講座は、{GradesInWords}が対象です。",
        { MaxGrade: { } max } when (person.SchoolGrade ?? 13) > max => $"この講座は、{GradesInWords}が対象です。",
        { MinAge: { } min } when person.Age < min => $"この講座は、{AgesInWords}の方が対象です。",
        { MaxAge: { } max } when person.Age > max => $"この講座は、{AgesInWords}の方が対象です。",
        _ => null,
    };

    public string InWords
    {
        get
        {
            string[] parts = [Words, GradesInWords, AgesInWords, CityOnly ? "市内在住・在勤・在学の方" : ""];
            var words = string.Join("、", parts.Where(p => p.Length > 0));
            return words.Length > 0 ? words : "どなたでも";
        }
    }

    private string GradesInWords => (MinGrade, MaxGrade) switch
    {
        (null, null) => "",
        ({ } min, null) => $"{SchoolGrade.InWords(min)}以上",
        (null, { } max) => $"{SchoolGrade.InWords(max)}まで",
        ({ } min, { } max) when min == max => SchoolGrade.InWords(min),
        ({ } min, { } max) => $"{SchoolGrade.InWords(min)}から{SchoolGrade.InWords(max)}まで",
    };

    private string AgesInWords => (MinAge, MaxAge) switch
    {
        (null, null) => "",
        ({ } min, null) => $"{min}歳以上",
        (null, { } max) => $"{max}歳以下",
        ({ } min, { } max) => $"{min}歳から{max}歳まで",
    };

    public void Check()
    {
        if (MinAge > MaxAge)
        {
            throw new RuleBroken("年齢の下限が上限より大きくなっています。", "Input.MaxAge");
        }

        if (MinGrade > MaxGrade)
        {
            throw new RuleBroken("学年の下限が上限より大きくなっています。", "Input.MaxGrade");
        }
    }
}

/// <summary>What binds a person to the city, as they declare it.</summary>
internal enum CityTie
{
    None,
    Lives,
    Works,
    Studies,
}

/// <summary>Years of school. A school year's children are born from 2 April to 1 April (School Education Act art. 17, age counting act).</summary>
internal static class SchoolGrade
{
    /// <summary>1 to 12 for 小1 to 高3, 0 below school age, null above.</summary>
    public static int? In(int fiscalYear, DateOnly birth)
    {
        var bornInSchoolYear = (birth.Month, birth.Day).CompareTo((4, 2)) >= 0 ? birth.Year : birth.Year - 1;
        var grade = fiscalYear - bornInSchoolYear - 6;
        return grade switch
        {
            < 1 => 0,
            > 12 => null,
            _ => grade,
        };
    }

    public static string InWords(int grade) => grade switch
    {
        <= 6 => $"小学{grade}年生",
        <= 9 => $"中学{grade - 6}年生",
        _ => $"高校{grade - 9}年生",
    };

    /// <summary>The band a head is counted in; grades count until 31 March.</summary>
    public static string AgeBand(DateOnly? birth, DateOnly day)
    {
        if (birth is not { } born)
        {
            return AgeBands.Unknown;
        }

        var age = AgeOn(born, day);
        return In(SharedKernel.FiscalYear.Of(day).Year, born) switch
        {
            0 => "未就学",
            1 or 2 => "小1-2",
            3 or 4 => "小3-4",
            5 or 6 => "小5-6",
            >= 7 and <= 9 => "中学生",
            >= 10 => "高校生",
            _ when age < 20 => "10代その他",
            _ when age >= 80 => "80以上",
            _ => $"{age / 10 * 10}代",
        };
    }

    public static int AgeOn(DateOnly birth, DateOnly day)
    {
        var age = day.Year - birth.Year;
        return birth.AddYears(age) > day ? age - 1 : age;
    }
}
