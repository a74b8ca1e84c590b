using Kominkan.Courses.Contracts;
using Kominkan.Courses.Domain;

namespace Kominkan.Courses.Sample;

/// <summary>What a sample course is about.</summary>
internal sealed record SamplePlan(string Title, string Description, Intake Intake, int Seats, int Sessions, TimeOnly From, int Minutes)
{
    public string Type { get; init; } = "hosted-course";

    public string Easy { get; init; } = "";

    public int Materials { get; init; }

    public string Bring { get; init; } = "筆記用具";

    public Childcare Childcare { get; init; }

    public int Group { get; init; } = 1;

    public Eligibility For { get; init; } = new() { CityOnly = true, MinAge = 18 };

    public string[] Tags { get; init; } = [];

    public string[] Bands { get; init; } = ["40代", "60代", "70代"];

    private static readonly SamplePlan[] All =
    [
        new("はじめての陶芸　湯のみをつくる", "土をこねるところから始めて、自分の湯のみをつくります。焼き上がりは1か月後にお渡しします。", Intake.Draw, 16, 3, new(10, 0), 120) { Materials = 1500, Bring = "エプロン、タオル", Easy = "つちで ゆのみを つくります。はじめての ひとも だいじょうぶです。" },
        new("親子リズム遊び（0～2歳）", "音楽に合わせて体を動かし、ほかの親子と仲よくなる時間です。", Intake.FirstCome, 20, 1, new(10, 30), 60) { Childcare = Childcare.WatchedOver, Group = 2, For = new() { Words = "0～2歳の子どもと保護者" }, Bands = ["未就学", "30代"], Tags = ["子育て"] },
        new("教養講演会「くまもとの水をまもる」", "地下水のしくみと、まちの水を守る取り組みを専門家が話します。手話通訳があります。", Intake.None, 120, 1, new(14, 0), 120) { Type = "public-lecture", Bands = ["50代", "60代", "70代", "80以上"], For = new(), Tags = ["環境"] },
        new("スマートフォン入門", "電話、写真、地図の使い方を、ゆっくりくり返し練習します。機械は貸し出します。", Intake.FirstCome, 12, 4, new(13, 30), 120) { For = new() { CityOnly = true, MinAge = 60 }, Easy = "スマートフォンの つかいかたを ゆっくり おしえます。", Tags = ["IT"] },
        new("健康づくりヨガ", "呼吸と姿勢を整える、やさしいヨガです。体のかたい方も歓迎します。", Intake.FirstCome, 20, 5, new(19, 0), 90) { Bring = "ヨガマット、飲み物" },
        new("子ども科学実験　空気の力", "身近な道具で空気の力を確かめる実験を、自分の手でします。", Intake.Draw, 24, 1, new(10, 0), 120) { For = new() { MinGrade = 3, MaxGrade = 6 }, Materials = 300, Bands = ["小3-4", "小5-6"], Tags = ["子ども"] },
        new("親子でそば打ち", "粉からこねて、打ちたてのそばを親子で味わいます。", Intake.Draw, 20, 1, new(10, 0), 150) { Group = 3, Materials = 800, For = new() { Words = "小学生と保護者" }, Bands = ["小3-4", "30代", "40代"], Bring = "エプロン、三角きん", Tags = ["食育"] },
        new("郷土史を歩く　城下町の道", "古い地図を手に、城下町に残る道と建物をたずねます。雨のときは室内で話を聞きます。", Intake.FirstCome, 25, 2, new(9, 30), 150) { Bring = "歩きやすい靴、帽子", Tags = ["歴史"] },
        new("手話入門", "あいさつと自己紹介から始める、はじめての手話です。", Intake.FirstCome, 20, 8, new(18, 30), 90) { For = new() { CityOnly = true, MinAge = 15 }, Tags = ["ボランティア", "福祉"] },
        new("防災講座　わが家の備え", "地震のあと3日間をどうすごすか、家族で考えます。", Intake.None, 60, 1, new(10, 0), 90) { For = new(), Tags = ["防災"] },
        new("季節の和菓子", "練り切りの和菓子を2つつくり、お茶といっしょにいただきます。", Intake.Draw, 16, 1, new(13, 30), 120) { Materials = 700, Bring = "エプロン、持ち帰りの箱" },
        new("教養講演会「落語でたのしむ江戸のくらし」", "落語を聞きながら、江戸の町のくらしを知る会です。", Intake.None, 100, 1, new(13, 30), 90) { Type = "public-lecture", Bands = ["60代", "70代", "80以上"], For = new() },
        new("読み聞かせボランティア養成", "絵本の選び方と読み方を学び、学校や児童室で活動します。", Intake.FirstCome, 15, 4, new(10, 0), 120) { Childcare = Childcare.HandedOver, Tags = ["ボランティア"] },
    ];

    public static IEnumerable<SamplePlan> Some(Random random, int count)
    {
        var from = random.Next(All.Length);
        return Enumerable.Range(0, count).Select(i => All[(from + i) % All.Length]);
    }
}
