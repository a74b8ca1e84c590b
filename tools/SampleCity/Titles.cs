namespace Kominkan.SampleCity;

/// <summary>Names of courses as a city's listing carries them, with the theme as a tag.</summary>
internal static class Titles
{
    private static readonly (string Theme, string[] Topics, string[] Forms)[] Themes =
    [
        ("健康", ["ヨガ", "太極拳", "ストレッチ", "ウォーキング", "健康体操", "ピラティス", "フラダンス", "リズム体操", "気功", "転倒予防体操"], ["{0}", "はじめての{0}", "やさしい{0}", "シニアの{0}", "夜の{0}", "男性のための{0}", "{1}から始める{0}"]),
        ("料理", ["そば打ち", "パン作り", "みそ作り", "和菓子", "おせち料理", "郷土料理", "減塩料理", "魚のさばき方", "梅しごと", "漬物", "イタリア料理"], ["{0}教室", "はじめての{0}", "{1}の{0}", "男の{0}", "親子で{0}", "家庭でできる{0}"]),
        ("趣味", ["絵手紙", "水彩画", "書道", "陶芸", "生け花", "俳句", "短歌", "写真", "折り紙", "ペン習字", "トールペイント", "囲碁", "民謡", "ウクレレ", "コーラス", "茶道", "ちぎり絵", "編み物", "ハーモニカ"], ["{0}教室", "はじめての{0}", "{0}入門", "楽しい{0}", "{1}の{0}", "{0}体験"]),
        ("手しごと", ["リース作り", "寄せ植え", "布ぞうり", "しめ縄作り", "門松作り", "つまみ細工", "草木染め", "キャンドル作り", "パッチワーク", "竹細工", "木工", "ハーバリウム"], ["{0}", "{1}の{0}", "はじめての{0}", "楽しい{0}", "親子で{0}"]),
        ("歴史", ["城下町", "古文書", "細川家", "加藤清正", "西南戦争", "石橋", "豊前街道", "古墳", "夏目漱石と熊本", "地名"], ["{0}を学ぶ", "{0}のはなし", "{0}をたずねて", "{2}と{0}", "{0}入門"]),
        ("文学", ["万葉集", "源氏物語", "奥の細道", "方丈記", "近代文学", "朗読", "川柳"], ["{0}を読む", "やさしい{0}", "声に出して{0}", "{0}の楽しみ"]),
        ("現代的課題", ["消費生活", "成年後見", "防災", "地球温暖化", "ごみ減量", "男女共同参画", "人権", "年金", "相続と遺言", "認知症サポーター養成", "インターネットの安全", "地域の見守り"], ["{0}講座", "くらしと{0}", "知って得する{0}", "{2}の{0}", "いま考える{0}"]),
        ("食育", ["朝ごはん", "野菜", "だし", "地産地消", "お弁当", "米粉", "牛乳・乳製品"], ["{0}の食育教室", "親子で学ぶ{0}", "{0}のひみつ", "{1}の{0}"]),
        ("語学", ["英会話", "韓国語", "中国語", "フランス語", "旅行英語"], ["はじめての{0}", "やさしい{0}", "{0}入門", "{1}の{0}サロン"]),
        ("環境", ["江津湖の自然", "地下水", "金峰山の植物", "野鳥観察", "星空観察", "有明海の干潟", "緑のカーテン"], ["{0}", "{0}を守る", "{1}の{0}", "親子で{0}"]),
        ("園芸", ["家庭菜園", "バラ", "菊づくり", "盆栽", "多肉植物", "庭木の剪定", "花壇づくり"], ["{0}", "はじめての{0}", "{1}の{0}", "{0}の手入れ"]),
        ("高齢社会", ["エンディングノート", "介護", "口腔ケア", "脳トレ", "シニアライフ", "うたごえ"], ["{0}講座", "{0}のいろは", "元気に{0}", "{2}の{0}サロン"]),
    ];

    private static readonly string[] Lectures =
    [
        "ふるさと{2}の歴史を語る", "脳を元気にする暮らし方", "笑いは心のくすり", "落語で楽しむ人権", "ピアノとバイオリンの夕べ", "地下水都市のこれから", "災害に強いまちづくり", "子どもの心によりそう",
        "クラシックギター演奏会", "阿蘇の自然と草原", "細川家の美術品", "加藤清正の実像", "くまもとの食文化", "邦楽の調べ", "映画に見る昭和", "裁判のしくみ", "宇宙の果てをさぐる", "江津湖の生きもの",
        "人生を楽しむ片付け術", "認知症とともに生きる", "オペラへの招待", "世界遺産をめぐる旅", "気象予報士が語る異常気象", "スポーツと私", "声楽アンサンブル演奏会", "健康寿命をのばす食事", "ジャズの夕べ", "俳句と漱石",
    ];

    private static readonly string[] Visits =
    [
        "読み聞かせ", "昔遊び", "紙芝居", "健康体操", "マジックショー", "民謡を楽しむ", "ハーモニカ演奏", "絵手紙", "交通安全教室", "手品と腹話術", "折り紙", "コーラス", "フラダンス", "しめ縄作り", "人形劇", "竹とんぼ作り", "銭太鼓", "大正琴", "地域の歴史", "うたごえ",
    ];

    private static readonly string[] Salons = ["ベビービクス", "マミービクス", "ファミリービクス", "親子リズム遊び", "ふれあい元気体操", "子育て座談会", "身体測定と育児相談", "歯みがき指導", "離乳食の相談", "育児講座", "子育て講演会", "手形アート", "絵本とわらべうた", "ベビーマッサージ", "おもちゃ作り", "七夕かざり", "クリスマス会", "ママのリフレッシュヨガ"];

    private static readonly string[] Openings = ["サタデーワンダーホール", "おはなし会", "卓球開放", "テニス開放", "囲碁・将棋クラブ", "算数教室", "バドミントン開放", "昔あそびの広場", "映画会", "図書室たんけん", "自習室開放", "けん玉広場"];

    private static readonly string[] Lessons = ["少年少女民謡教室", "キッズ英会話", "子ども絵画教室", "子ども茶道", "おもしろ科学実験", "さかあがり教室", "子ども書道教室", "かけっこ教室", "キッズダンス", "子ども料理教室", "親子陶芸", "親子でおやつ作り", "夏休み工作教室", "子ども将棋教室", "親子パン教室", "子ども生け花", "紙ひこうき大会", "プラネタリウム教室", "子ども和太鼓", "ミニ四駆工作"];

    private static readonly string[] Adventures = ["青少年教育施設で自然体験", "山の家に泊まろう", "福岡青少年科学館見学", "動物とふれあおう", "テーマパーク探検", "みんなでカレー作り", "陶芸にチャレンジ", "川の生きもの調べ", "秋まつりを企画しよう", "ピザ窯で焼こう"];

    private static readonly string[] Computers = ["はじめてのパソコン", "ワード入門", "ワードで作る広報誌", "ワードで作る案内状", "エクセル入門", "エクセルで家計簿", "エクセルで住所録", "インターネットとメール", "デジタルカメラの写真整理", "タブレット入門", "ワード活用", "エクセル活用", "名刺とラベル作り", "写真入りカレンダー作り"];

    private static readonly string[] Volunteers = ["読み聞かせボランティア養成講座", "手話入門", "ステップアップ手話", "{2}案内ボランティア養成講座", "託児ボランティア養成講座", "傾聴ボランティア講座", "点字入門", "音訳ボランティア講座"];

    private static readonly Dictionary<string, string[]> CitizenTopics = new()
    {
        ["健康"] = ["みんなの健康体操", "姿勢を整えるヨガ", "笑いヨガで元気", "歩いて健康{2}めぐり", "食べて元気になる講座", "腰痛予防教室", "からだに良い呼吸法"],
        ["子育て"] = ["いっしょに子育てトーク"],
        ["環境"] = ["ごみを減らす暮らし", "{2}の水と緑", "廃油で石けん作り"],
        ["家庭"] = ["家族の写真でアルバム作り", "くらしの片付け術", "家計を見直す"],
        ["自然体験"] = ["里山を歩こう", "干潟の生きもの観察"],
        ["国際理解"] = ["世界の台所", "留学生と語ろう", "韓国の文化と言葉", "フェアトレードを知る", "やさしい日本語"],
        ["高齢社会"] = ["元気に暮らす知恵"],
        ["福祉"] = ["福祉わくわく体操"],
        ["ボランティア"] = ["ボランティアはじめの一歩", "手話で話そう", "おもちゃの修理人になろう", "傾聴を学ぶ", "まちの案内人"],
        ["その他"] = ["{2}の昔話を語る", "落語の楽しみ", "写真で見る{2}", "みんなのうたごえ", "手作り紙芝居"],
    };

    public static Title General(Random random, Hall hall, int n, int month)
    {
        var (theme, topics, forms) = Themes[random.Next(Themes.Length)];
        var topic = topics[random.Next(topics.Length)];
        var text = Write(forms[random.Next(forms.Length)], topic, hall, month);
        return new(text, [theme], text.StartsWith("親子", StringComparison.Ordinal) ? Audience.Family : null);
    }

    public static Title Lecture(Random random, Hall hall, int n, int month) =>
        new($"教養講演会「{Write(Any(random, Lectures), "", hall, month)}」", []);

    public static Title Outreach(Random random, Hall hall, int n, int month)
    {
        var school = random.Next(100) < 40;
        var place = school ? Any(random, ["小学校", "小学校", "小学校", "幼稚園", "中学校"]) : Any(random, ["地域公民館", "老人会", "婦人会", "自治会", "デイサービス"]);
        return new($"お出かけ公民館講座「{Any(random, Visits)}」（{hall.Place}地区の{place}）", [school ? "学校" : "地域"], school ? Audience.School : null);
    }

    public static Title FamilyClass(Random random, Hall hall, int n, int month) =>
        new($"{hall.Place}地区第{(n / 19) + 1}{Any(random, ["小学校", "小学校", "中学校", "幼稚園", "保育園"])}家庭教育学級", []);

    public static Title Challenge(Random random, Hall hall, int n, int month) => new($"子どもチャレンジ公民館「{Adventures[n % Adventures.Length]}」", []);

    public static Title Salon(Random random, string? care) => new($"子育てサロン「{Any(random, Salons)}」", care is null ? [] : [care]);

    public static Title Holiday(Random random, Hall hall, int n, int month) => n % 5 < 2
        ? new(Any(random, Openings), ["公民館開放"])
        : new(Any(random, Lessons), ["子ども講座"]);

    public static Title It(Random random, Hall hall, int n, int month) => new(month switch
    {
        6 or 7 when random.Next(3) == 0 => "ワードで作る暑中見舞い",
        11 or 12 when random.Next(2) == 0 => "ワードで作る年賀状",
        _ => Any(random, Computers),
    }, []);

    public static Title University(Random random, Hall hall, int n, int month) => (n % 2) switch
    {
        0 => new("市民大学講座「くすりに頼らない健康法」", ["熊本保健科学大学"]),
        _ => new("市民大学講座「地球と人を考えよう」", ["熊本大学"]),
    };

    public static Title Volunteer(Random random, Hall hall, int n, int month) => new(Write(Volunteers[n % Volunteers.Length], "", hall, month), []);

    public static Func<Random, Hall, int, int, Title> Citizen(string genre) => (_, hall, n, month) =>
        new(Write(CitizenTopics[genre][n % CitizenTopics[genre].Length], "", hall, month), []);

    private static string Any(Random random, string[] texts) => texts[random.Next(texts.Length)];

    private static string Write(string form, string topic, Hall hall, int month) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, form, topic, Season(month), hall.Place);

    private static string Season(int month) => month switch
    {
        >= 3 and <= 5 => "春",
        >= 6 and <= 8 => "夏",
        >= 9 and <= 11 => "秋",
        _ => "冬",
    };
}
