using Kominkan.People.Contracts;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.SharedKernel.Tables;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Sample;

/// <summary>People who do not exist, their families and groups: common names, reserved telephone numbers, addresses of example.jp.</summary>
internal sealed class SamplePeople(PeopleDb db, KeepPerson keep, TimeProvider clock) : ISampleLife
{
    private const string Clerk = "見本";

    private static readonly (string Name, string Kana)[] Families =
    [
        ("佐藤", "サトウ"), ("鈴木", "スズキ"), ("髙橋", "タカハシ"), ("田中", "タナカ"), ("伊藤", "イトウ"), ("渡邊", "ワタナベ"), ("山本", "ヤマモト"), ("中村", "ナカムラ"),
        ("小林", "コバヤシ"), ("加藤", "カトウ"), ("𠮷田", "ヨシダ"), ("山﨑", "ヤマサキ"),
    ];

    private static readonly (string Name, string Kana, string Gender)[] Grown =
    [
        ("恵子", "ケイコ", "女"), ("誠", "マコト", "男"), ("由美", "ユミ", "女"), ("健一", "ケンイチ", "男"), ("洋子", "ヨウコ", "女"), ("大輔", "ダイスケ", "男"),
    ];

    private static readonly (string Name, string Kana, string Gender)[] Children = [("陽菜", "ヒナ", "女"), ("翔太", "ショウタ", "男"), ("美咲", "ミサキ", "女"), ("蓮", "レン", "男")];

    private static readonly (string Name, string Kana, GroupKind Kind, string Purpose)[] Groups =
    [
        ("花畑水彩画の会", "ハナバタスイサイガノカイ", GroupKind.Circle, "水彩画を描き、年に1回の展示会を開きます。"),
        ("ひごコーラス", "ヒゴコーラス", GroupKind.Circle, "合唱を楽しみます。"),
        ("水前寺卓球クラブ", "スイゼンジタッキュウクラブ", GroupKind.Club, "卓球の練習をします。"),
        ("読み聞かせの会あおば", "ヨミキカセノカイアオバ", GroupKind.VolunteerGroup, "子どもに本を読み聞かせます。"),
    ];

    public int Order => ISampleLife.Life + 5;

    public async Task FillAsync(DateOnly today, CancellationToken cancellation)
    {
        await FillTownsAsync(cancellation);
        await FillPurposesAsync(today, cancellation);
        var towns = await db.PostalTowns.AsNoTracking().OrderBy(t => t.Code).ToListAsync(cancellation);
        var random = new Random(20260401);
        List<Person> grown = [];
        for (var i = 0; i < 4 * Families.Length; i++)
        {
            grown.Add(await keep.AddAsync(OneOf(Families[i % Families.Length], Grown[(i + (i / Families.Length)) % Grown.Length], today.AddYears(-30 - random.Next(50)).AddDays(-random.Next(365)), i, towns[random.Next(towns.Count)]), cancellation));
        }

        foreach (var (parent, i) in grown.Take(12).Select((p, i) => (p, i)))
        {
            var child = await keep.AddAsync(OneOf((parent.Details.FamilyName, parent.Details.FamilyKana), Children[i % Children.Length], today.AddYears(-6 - (i % 8)).AddDays(-random.Next(300)), i, null) with
            {
                Phone = parent.Details.Phone,
                Mail = "",
                Contact = ContactWay.Phone,
                Residency = Residency.Lives,
                PostalCode = parent.Details.PostalCode,
                Town = parent.Details.Town,
                Street = parent.Details.Street,
            }, cancellation);
            var family = new Family(null, clock.UtcNow());
            family.Add(parent.Id, Family.Most.Initial, isHolder: true);
            family.Add(child.Id, Family.Most.Initial);
            db.Families.Add(family);
            db.Guardianships.Add(Guardianship.Of(child, parent, parent.Details.Gender == "女" ? "母" : "父", today));
        }

        await keep.AddAsync(new PersonDetails
        {
            FamilyName = "NGUYEN THI AN",
            FamilyKana = "グエン",
            GivenKana = "ティ　アン",
            CardName = "NGUYEN THI AN",
            Alias = "田中　安",
            Shown = NameShown.Alias,
            Birth = new(1998, 3, 3),
            Gender = "女",
            Residency = Residency.Works,
            Phone = "090-0000-0777",
            Mail = "an@example.jp",
            Contact = ContactWay.Mail,
            Language = "vi",
        }, cancellation);
        // The same lady twice, as a counter and a postcard write her: for 「同じ方かもしれない記録」.
        await keep.AddAsync(grown[7].Details with { FamilyName = "仲村", Mail = "", PostalCode = "", Town = "", Street = "", Contact = ContactWay.Phone }, cancellation);
        FillGroups(grown, today);
        await db.SaveChangesAsync(cancellation);
    }

    private static PersonDetails OneOf((string Name, string Kana) family, (string Name, string Kana, string Gender) given, DateOnly birth, int n, PostalTown? town) => new()
    {
        FamilyName = family.Name,
        GivenName = given.Name,
        FamilyKana = family.Kana,
        GivenKana = given.Kana,
        Gender = given.Gender,
        Birth = birth,
        Residency = n % 9 == 0 ? Residency.Works : n % 13 == 0 ? Residency.None : Residency.Lives,
        PostalCode = town?.Code ?? "",
        Town = town?.Whole ?? "",
        Street = town is null ? "" : $"{1 + (n % 5)}丁目{1 + (n % 20)}番{1 + n}号",
        Phone = $"090-0000-{1000 + n:0000}",
        Mail = n % 3 == 0 ? $"hito{n}@example.jp" : "",
        Contact = n % 3 == 0 ? ContactWay.Mail : ContactWay.Phone,
    };

    private void FillGroups(List<Person> people, DateOnly today)
    {
        foreach (var (about, i) in Groups.Select((g, i) => (g, i)))
        {
            var details = new GroupDetails
            {
                Name = about.Name,
                Kana = about.Kana,
                Kind = about.Kind,
                Purpose = about.Purpose,
                Rules = "第1条　この会は、会員が学び合うことを目的とします。",
                Phone = $"090-0000-{2000 + i:0000}",
                ValidFrom = today.AddMonths(-11),
                ValidUntil = i == 0 ? today.AddDays(20) : FiscalYear.Of(today.AddMonths(4)).LastDay,
            };
            var group = new Group(details, people[i * 9].Id, today.AddMonths(-11), clock.UtcNow(), Clerk);
            for (var m = 1; m < 9; m++)
            {
                group.Join(people[(i * 9) + m].Id, m == 1 ? GroupRole.Deputy : GroupRole.Member, today.AddMonths(-10));
            }

            db.Groups.Add(group);
        }
    }

    private async Task FillPurposesAsync(DateOnly today, CancellationToken cancellation)
    {
        var from = FiscalYear.Of(today).FirstDay;
        db.Purposes.AddRange(
            ConsentPurpose.Begin("news", "次の講座の案内", "新しい講座が決まったとき、選んだ連絡方法でお知らせします。", from),
            ConsentPurpose.Begin("photo", "写真の掲載", "講座の写真が、館だよりとホームページに載ることがあります。", from));
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The small extract of Japan Post's list that comes with the module, through the import any city would use.</summary>
    private async Task FillTownsAsync(CancellationToken cancellation)
    {
        var run = await new Import.PostalDataset(db).BeginAsync(cancellation);
        using var reader = new StreamReader(typeof(SamplePeople).Assembly.GetManifestResourceStream("postal-codes.csv")!);
        var heads = new Import.PostalDataset(db).FixedHeads;
        for (var number = 1; await reader.ReadLineAsync(cancellation) is { } line; number++)
        {
            var cells = line.Split(',').Select(c => c.Trim('"')).ToList();
            await run.TakeAsync(new ImportRow(number, column => cells[heads.ToList().IndexOf(column)]), cancellation);
        }

        await run.FinishAsync(cancellation);
    }
}
