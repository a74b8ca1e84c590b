using Kominkan.People.Contracts;
using Kominkan.People.Domain;
using Kominkan.SharedKernel.Ui;

namespace Kominkan.People;

/// <summary>Words for what is an enum in the code, and the choices of forms.</summary>
internal static class Wording
{
    public static IReadOnlyList<Choice> Genders { get; } = [new("女", "女"), new("男", "男"), new(PersonDetails.Unknown, "答えない・聞いていない")];

    public static IReadOnlyList<Choice> Contacts { get; } = Choices<ContactWay>(Of);

    public static IReadOnlyList<Choice> Residencies { get; } = Choices<Residency>(Of);

    public static IReadOnlyList<Choice> NamesShown { get; } = Choices<NameShown>(Of);

    public static IReadOnlyList<Choice> GroupKinds { get; } = Choices<GroupKind>(Of);

    public static IReadOnlyList<Choice> Languages { get; } = [new("", "日本語"), new("ja-easy", "やさしい日本語"), new("en", "英語"), new("zh", "中国語"), new("ko", "韓国・朝鮮語"), new("vi", "ベトナム語"), new("tl", "タガログ語"), new("ne", "ネパール語"), new("id", "インドネシア語")];

    public static IReadOnlyList<Choice> MemberRoles { get; } = [new(nameof(GroupRole.Member), "会員"), new(nameof(GroupRole.Deputy), "副代表")];

    public static string Of(ContactWay way) => way switch
    {
        ContactWay.Mail => "メール",
        ContactWay.Postcard => "はがき",
        _ => "電話",
    };

    public static string Of(Residency tie) => tie switch
    {
        Residency.Lives => "市内に住んでいる",
        Residency.Works => "市内で働いている",
        Residency.Studies => "市内の学校に通っている",
        Residency.None => "市外",
        _ => "聞いていない",
    };

    public static string Of(NameShown name) => name switch
    {
        NameShown.CardName => "在留カード名",
        NameShown.Alias => "通称",
        _ => "氏名",
    };

    public static string Of(GroupKind kind) => kind switch
    {
        GroupKind.Circle => "サークル",
        GroupKind.Club => "クラブ・少年団",
        GroupKind.School => "学校・園",
        GroupKind.ParentTeacherAssociation => "PTA",
        GroupKind.Company => "会社・事業所",
        GroupKind.VolunteerGroup => "ボランティア団体",
        _ => "そのほか",
    };

    public static string Of(GroupRole role) => role switch
    {
        GroupRole.Representative => "代表者",
        GroupRole.Deputy => "副代表",
        _ => "会員",
    };

    public static string Of(SuspectReason reason) => reason switch
    {
        SuspectReason.KanaAndBirth => "フリガナと生年月日が同じ",
        SuspectReason.KanaAndPhone => "フリガナと電話番号が同じ",
        SuspectReason.NameAndPhone => "氏名と電話番号が同じ",
        _ => "職員が同じ方と考えた",
    };

    public static string LanguageOf(string language) => Languages.FirstOrDefault(l => l.Value == language)?.Label ?? language;

    /// <summary>昭和30年（1955年）4月5日・71歳</summary>
    public static string Birth(DateOnly? birth, DateOnly today) => birth is { } b ? $"{b.Both()}・{Age(b, today)}歳" : "－";

    public static int Age(DateOnly birth, DateOnly today) => today.Year - birth.Year - (birth.AddYears(today.Year - birth.Year) > today ? 1 : 0);

    /// <summary>R8.11.28 17:00, of Japan</summary>
    public static string Moment(DateTime utc) => $"{DateOnly.FromDateTime(utc.InJapan()).Short()} {utc.InJapan():H\\:mm}";

    private static List<Choice> Choices<T>(Func<T, string> label)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new Choice(v.ToString(), label(v)))];
}
