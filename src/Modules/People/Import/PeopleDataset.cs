using Kominkan.People.Contracts;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.SharedKernel.Tables;

namespace Kominkan.People.Import;

/// <summary>
/// A 名簿 somebody kept until now. It only adds: who is on record already stays as they are, and what differs is said, so
/// that the same file may be read again and again.
/// </summary>
internal sealed class PeopleDataset(PeopleDb db, KeepPerson keep, TimeProvider clock) : IImportDataset
{
    public const string Name_ = "氏名", Family = "姓", Given = "名", Kana = "フリガナ", FamilyKana = "セイ", GivenKana = "メイ", Birth = "生年月日", Gender = "性別", PostalCode = "郵便番号",
        Address = "住所", Phone = "電話番号", Mobile = "携帯電話", Mail = "メール", Contact = "連絡方法", Residency_ = "市内とのつながり", CardName = "在留カード名", Alias = "通称";

    public string Name => "people";

    public string Label => "名簿";

    public IReadOnlyList<ImportColumn> Columns =>
    [
        new(Name_, false, "名前", "お名前", "氏名（漢字）", "漢字氏名", "利用者名", "会員名", "受講者氏名"),
        new(Family, false, "苗字", "名字"),
        new(Given, false),
        new(Kana, false, "ふりがな", "カナ", "かな", "氏名カナ", "氏名（カナ）", "氏名フリガナ", "カナ氏名", "よみ", "よみがな", "読み仮名", "ヨミ"),
        new(FamilyKana, false, "せい", "姓カナ", "姓（カナ）"),
        new(GivenKana, false, "めい", "名カナ", "名（カナ）"),
        new(Birth, false, "誕生日", "生年月", "生まれた日"),
        new(Gender, false, "男女"),
        new(PostalCode, false, "〒", "郵便", "郵便No", "〒番号"),
        new(Address, false, "現住所", "所在地", "ご住所", "自宅住所"),
        new(Phone, false, "電話", "TEL", "Tel", "tel", "電話1", "自宅電話", "固定電話", "連絡先", "連絡先電話"),
        new(Mobile, false, "携帯", "携帯番号", "携帯電話番号", "電話2", "スマホ"),
        new(Mail, false, "メールアドレス", "E-mail", "e-mail", "Email", "email", "Eメール", "mail"),
        new(Contact, false, "希望連絡方法"),
        new(Residency_, false, "在住・在勤・在学", "区分（在住・在勤・在学）"),
        new(CardName, false, "在留カード氏名", "ローマ字氏名"),
        new(Alias, false, "通名"),
    ];

    public async Task<IImportRun> BeginAsync(CancellationToken cancellation)
    {
        // First the row of the series: who takes the same file at this moment waits, and then knows everybody of it.
        await keep.NextNumberAsync(0, cancellation);
        return new PeopleRun(db, keep, await KnownPeople.ReadAsync(db, cancellation), clock.UtcNow());
    }

    /// <summary>The details a row tells; what is wrong is refused on the row.</summary>
    internal static PersonDetails Read(ImportRow row)
    {
        var (family, given) = row.IsEmpty(Family) ? Split(row.OptionalText(Name_, 100) ?? "") : (row.OptionalText(Family, 100) ?? "", row.OptionalText(Given, 100) ?? "");
        var (familyKana, givenKana) = row.IsEmpty(FamilyKana) ? Split(row.OptionalText(Kana, 100) ?? "") : (row.OptionalText(FamilyKana, 100) ?? "", row.OptionalText(GivenKana, 100) ?? "");
        var (phone, mobile) = (row.OptionalText(Phone, 40) ?? "", row.OptionalText(Mobile, 40) ?? "");
        var mail = row.OptionalText(Mail, 254) ?? "";
        return new PersonDetails
        {
            FamilyName = family,
            GivenName = given,
            FamilyKana = familyKana,
            GivenKana = givenKana,
            CardName = row.OptionalText(CardName, 100) ?? "",
            Alias = row.OptionalText(Alias, 100) ?? "",
            Birth = row.OptionalDate(Birth),
            Gender = row.OptionalOneOf(Gender, Genders) ?? PersonDetails.Unknown,
            Residency = row.OptionalOneOf(Residency_, Residencies),
            PostalCode = row.OptionalText(PostalCode, 20) ?? "",
            Town = row.OptionalText(Address, 200) ?? "",
            Phone = phone.Length > 0 ? phone : mobile,
            Phone2 = phone.Length > 0 ? mobile : "",
            Mail = mail,
            Contact = row.OptionalOneOf(Contact, Contacts),
        };
    }

    private static (string First, string Second) Split(string text)
    {
        var at = text.IndexOfAny([' ', '　']);
        return at < 0 ? (text, "") : (text[..at], text[at..].Trim(' ', '　'));
    }

    private static readonly Dictionary<string, string> Genders = new() { ["男"] = "男", ["女"] = "女", ["男性"] = "男", ["女性"] = "女", ["M"] = "男", ["F"] = "女", ["不明"] = PersonDetails.Unknown, ["その他"] = PersonDetails.Unknown };

    private static readonly Dictionary<string, Residency> Residencies = new() { ["在住"] = Residency.Lives, ["市内在住"] = Residency.Lives, ["在勤"] = Residency.Works, ["市内在勤"] = Residency.Works, ["在学"] = Residency.Studies, ["市内在学"] = Residency.Studies, ["市外"] = Residency.None };

    private static readonly Dictionary<string, ContactWay> Contacts = new() { ["電話"] = ContactWay.Phone, ["メール"] = ContactWay.Mail, ["はがき"] = ContactWay.Postcard, ["郵送"] = ContactWay.Postcard };
}
