namespace Kominkan.Courses.Domain;

/// <summary>Where one person stands. In the order of the best for a group of several.</summary>
internal enum EnrolmentState
{
    /// <summary>確定・当選: holds a place.</summary>
    Enrolled,

    /// <summary>繰上げ案内中: a freed place is held until they answer.</summary>
    Offered,

    /// <summary>抽選待ち</summary>
    InDraw,

    /// <summary>キャンセル待ち; after a draw those who lost it wait in its order.</summary>
    Waiting,

    /// <summary>期限切れ: did not answer an offer in time.</summary>
    Lapsed,

    /// <summary>取消</summary>
    Withdrawn,
}

/// <summary>One person on a course's roll.</summary>
internal sealed class Enrolment
{
    private Enrolment()
    {
    }

    public Enrolment(Application application, Applicant person)
    {
        Id = Guid.CreateVersion7();
        (ApplicationId, CourseId, Person) = (application.Id, application.CourseId, person);
        KanaKey = JapaneseText.SearchKey(person.FamilyKana + person.GivenKana);
        State = EnrolmentState.Withdrawn;
    }

    public Guid Id { get; private set; }

    public Guid ApplicationId { get; private set; }

    public Guid CourseId { get; private set; }

    public Applicant Person { get; private set; } = new();

    /// <summary>Folded kana: with the birth date it tells the same person on paper and on the web.</summary>
    public string KanaKey { get; private set; } = "";

    public EnrolmentState State { get; internal set; }

    /// <summary>The record of the People module, once staff have said who it is; never set by itself.</summary>
    public Guid? PersonId { get; private set; }

    public void LinkTo(Guid? personId) => PersonId = personId;

    public bool IsErased => Person.FamilyName == Applicant.ErasedName;

    /// <summary>Somebody was here, and nothing tells who: counts, the draw and the age bands of attendance stay true.</summary>
    public void Erase() => (Person, KanaKey, PersonId) = (new() { FamilyName = Applicant.ErasedName }, "", null);
}

/// <summary>Who takes part, byte for byte as it was written.</summary>
internal sealed record Applicant
{
    public const string ErasedName = "（消去済み）";

    public string FamilyName { get; init; } = "";

    public string GivenName { get; init; } = "";

    public string FamilyKana { get; init; } = "";

    public string GivenKana { get; init; } = "";

    public DateOnly? Birth { get; init; }

    /// <summary>男, 女 or 不明 (not answered).</summary>
    public string Gender { get; init; } = "不明";

    public CityTie Tie { get; init; }

    public string Name => GivenName.Length == 0 ? FamilyName : $"{FamilyName}　{GivenName}";

    public string Kana => $"{FamilyKana}　{GivenKana}".Trim('　');
}
