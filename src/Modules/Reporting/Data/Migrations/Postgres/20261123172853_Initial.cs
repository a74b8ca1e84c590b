using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Kominkan.Reporting.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "reporting");

            migrationBuilder.CreateTable(
                name: "closing",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FiscalYear = table.Column<int>(type: "integer", nullable: false),
                    Month = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ClosedBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ReopenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReopenedBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    IsInForce = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_closing", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "figure_definition",
                schema: "reporting",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ValidFromYear = table.Column<int>(type: "integer", nullable: false),
                    ValidToYear = table.Column<int>(type: "integer", nullable: true),
                    Label = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Unit = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Section = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Measure = table.Column<string>(type: "text", nullable: true),
                    Programs = table.Column<string>(type: "text", nullable: false),
                    Tags = table.Column<string>(type: "text", nullable: false),
                    Genders = table.Column<string>(type: "text", nullable: false),
                    AgeBands = table.Column<string>(type: "text", nullable: false),
                    Parts = table.Column<string>(type: "text", nullable: false),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_figure_definition", x => new { x.Key, x.ValidFromYear });
                });

            migrationBuilder.CreateTable(
                name: "frozen_figure",
                schema: "reporting",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Place = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ClosingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_frozen_figure", x => new { x.ClosingId, x.Place, x.Key });
                    table.ForeignKey(
                        name: "FK_frozen_figure_closing_ClosingId",
                        column: x => x.ClosingId,
                        principalSchema: "reporting",
                        principalTable: "closing",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "restatement",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Place = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Before = table.Column<long>(type: "bigint", nullable: true),
                    After = table.Column<long>(type: "bigint", nullable: true),
                    ClosingId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_restatement", x => x.Id);
                    table.ForeignKey(
                        name: "FK_restatement_closing_ClosingId",
                        column: x => x.ClosingId,
                        principalSchema: "reporting",
                        principalTable: "closing",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                schema: "reporting",
                table: "figure_definition",
                columns: new[] { "Key", "ValidFromYear", "AgeBands", "Genders", "Kind", "Label", "Measure", "Note", "Order", "Parts", "Programs", "Section", "Tags", "Unit", "ValidToYear" },
                values: new object[,]
                {
                    { "childrensChallenge.centreHalls", 1946, "", "", "NotYet", "中心館", null, null, 360, "", "*", "Ⅰ-2(1)カ 子どもチャレンジ公民館", "", "館", null },
                    { "childrensChallenge.courses", 1946, "", "", "NotYet", "講座数", null, null, 330, "", "*", "Ⅰ-2(1)カ 子どもチャレンジ公民館", "", "講座", null },
                    { "childrensChallenge.participants", 1946, "", "", "NotYet", "参加者数", null, null, 340, "", "*", "Ⅰ-2(1)カ 子どもチャレンジ公民館", "", "人", null },
                    { "childrensChallenge.planners", 1946, "", "", "NotYet", "プランナー数", null, null, 350, "", "*", "Ⅰ-2(1)カ 子どもチャレンジ公民館", "", "人", null },
                    { "childrensHoliday.courses", 1946, "", "", "NotYet", "講座数", null, null, 420, "", "*", "Ⅰ-2(1)ク 子ども充実ホリデー事業", "", "件", null },
                    { "childrensHoliday.participants", 1946, "", "", "NotYet", "参加者数", null, null, 430, "", "*", "Ⅰ-2(1)ク 子ども充実ホリデー事業", "", "人", null },
                    { "citizenPlanned.courses", 1946, "", "", "NotYet", "市民企画講座 講座数", null, null, 170, "", "*", "Ⅰ-2(1)エ 市民企画講座", "", "件", null },
                    { "citizenPlanned.genre.agingSociety", 1946, "", "", "NotYet", "市民企画講座 課題のジャンル別 高齢社会", null, null, 250, "", "*", "Ⅰ-2(1)エ 市民企画講座", "", "件", null },
                    { "citizenPlanned.genre.environment", 1946, "", "", "NotYet", "市民企画講座 課題のジャンル別 環境", null, null, 210, "", "*", "Ⅰ-2(1)エ 市民企画講座", "", "件", null },
                    { "citizenPlanned.genre.family", 1946, "", "", "NotYet", "市民企画講座 課題のジャンル別 家庭", null, null, 220, "", "*", "Ⅰ-2(1)エ 市民企画講座", "", "件", null },
                    { "citizenPlanned.genre.health", 1946, "", "", "NotYet", "市民企画講座 課題のジャンル別 健康", null, null, 190, "", "*", "Ⅰ-2(1)エ 市民企画講座", "", "件", null },
                    { "citizenPlanned.genre.internationalUnderstanding", 1946, "", "", "NotYet", "市民企画講座 課題のジャンル別 国際理解", null, null, 240, "", "*", "Ⅰ-2(1)エ 市民企画講座", "", "件", null },
                    { "citizenPlanned.genre.natureExperience", 1946, "", "", "NotYet", "市民企画講座 課題のジャンル別 自然体験", null, null, 230, "", "*", "Ⅰ-2(1)エ 市民企画講座", "", "件", null },
                    { "citizenPlanned.genre.other", 1946, "", "", "NotYet", "市民企画講座 課題のジャンル別 その他", null, null, 280, "", "*", "Ⅰ-2(1)エ 市民企画講座", "", "件", null },
                    { "citizenPlanned.genre.parenting", 1946, "", "", "NotYet", "市民企画講座 課題のジャンル別 子育て", null, null, 200, "", "*", "Ⅰ-2(1)エ 市民企画講座", "", "件", null },
                    { "citizenPlanned.genre.volunteer", 1946, "", "", "NotYet", "市民企画講座 課題のジャンル別 ボランティア", null, null, 270, "", "*", "Ⅰ-2(1)エ 市民企画講座", "", "件", null },
                    { "citizenPlanned.genre.welfare", 1946, "", "", "NotYet", "市民企画講座 課題のジャンル別 福祉", null, null, 260, "", "*", "Ⅰ-2(1)エ 市民企画講座", "", "件", null },
                    { "citizenPlanned.participants", 1946, "", "", "NotYet", "市民企画講座 参加者数", null, null, 180, "", "*", "Ⅰ-2(1)エ 市民企画講座", "", "人", null },
                    { "familyClass.classes", 1946, "", "", "NotYet", "家庭（教育）学級数", null, null, 290, "", "*", "Ⅰ-2(1)オ 家庭教育学級", "", "学級", null },
                    { "familyClass.closed", 1946, "", "", "NotYet", "開設学級 減", null, null, 320, "", "*", "Ⅰ-2(1)オ 家庭教育学級", "", "学級", null },
                    { "familyClass.members", 1946, "", "", "NotYet", "学級生数", null, "学級生の実人数。", 300, "", "*", "Ⅰ-2(1)オ 家庭教育学級", "", "人", null },
                    { "familyClass.opened", 1946, "", "", "NotYet", "開設学級 増", null, null, 310, "", "*", "Ⅰ-2(1)オ 家庭教育学級", "", "学級", null },
                    { "festival.daysCancelled", 1946, "", "", "NotYet", "台風接近による中止", null, null, 540, "", "*", "Ⅰ-2(1)シ ふれあいフェスティバル", "", "日", null },
                    { "festival.daysHeld", 1946, "", "", "NotYet", "開催日", null, null, 530, "", "*", "Ⅰ-2(1)シ ふれあいフェスティバル", "", "日間", null },
                    { "festival.groups", 1946, "", "", "NotYet", "参加団体", null, null, 550, "", "*", "Ⅰ-2(1)シ ふれあいフェスティバル", "", "団体", null },
                    { "festival.performers", 1946, "", "", "NotYet", "実出演者数", null, "出演者の実人数。", 560, "", "*", "Ⅰ-2(1)シ ふれあいフェスティバル", "", "人", null },
                    { "halls.branches", 1946, "", "", "Branches", "分館", null, "現在の公民館一覧による。", 640, "", "*", "公民館一覧", "", "館", null },
                    { "halls.count", 1946, "", "", "Halls", "公民館", null, "現在の公民館一覧による。", 630, "", "*", "公民館一覧", "", "館", null },
                    { "hosted.courses", 1946, "", "", "Sum", "主催事業講座数", "course.held", "年度内に1回以上開催した講座。すべての種別を含み、区分が重なっても1件と数えます。", 110, "", "*", "Ⅰ-2(1)ア 主催事業の概要", "", "件", null },
                    { "hosted.participants", 1946, "", "", "Sum", "主催事業 参加者数", "course.attendance", "延べ人数。すべての種別を含みます。", 120, "", "*", "Ⅰ-2(1)ア 主催事業の概要", "", "人", null },
                    { "hosted.sessions", 1946, "", "", "Sum", "主催事業 開催回数", "course.sessions", null, 650, "", "*", "", "", "回", null },
                    { "it.courses", 1946, "", "", "NotYet", "ＩＴ講座 講座数", null, null, 470, "", "*", "Ⅰ-2(1)コ ＩＴ講座実施状況", "", "件", null },
                    { "it.participants", 1946, "", "", "NotYet", "ＩＴ講座 受講者数", null, "受講者の実人数。", 490, "", "*", "Ⅰ-2(1)コ ＩＴ講座実施状況", "", "人", null },
                    { "it.sessions", 1946, "", "", "NotYet", "ＩＴ講座 開催回数", null, null, 480, "", "*", "Ⅰ-2(1)コ ＩＴ講座実施状況", "", "回", null },
                    { "lecture.courses", 1946, "", "", "Sum", "教養講演会 講座数", "course.held", "年度内に1回以上開催した講座。", 130, "", "public-lecture", "Ⅰ-2(1)イ 教養講演会", "", "件", null },
                    { "lecture.participants", 1946, "", "", "Sum", "教養講演会 参加者数", "course.attendance", "延べ人数。", 140, "", "public-lecture", "Ⅰ-2(1)イ 教養講演会", "", "人", null },
                    { "library.borrowers", 1946, "", "", "NotYet", "貸出者数", null, null, 610, "", "*", "Ⅰ-2(3) 公民館図書室利用者数", "", "人", null },
                    { "library.holdings", 1946, "", "", "NotYet", "蔵書冊数", null, null, 590, "", "*", "Ⅰ-2(3) 公民館図書室利用者数", "", "冊", null },
                    { "library.loans", 1946, "", "", "NotYet", "貸出冊数", null, null, 600, "", "*", "Ⅰ-2(3) 公民館図書室利用者数", "", "冊", null },
                    { "outreach.participants", 1946, "", "", "NotYet", "お出かけ公民館講座 参加者数", null, "延べ人数。", 160, "", "*", "Ⅰ-2(1)ウ お出かけ公民館講座", "", "人", null },
                    { "outreach.sessions", 1946, "", "", "NotYet", "お出かけ公民館講座 開催回数", null, "開催した回の数。", 150, "", "*", "Ⅰ-2(1)ウ お出かけ公民館講座", "", "件", null },
                    { "parentingSalon.childcareSessions", 1946, "", "", "NotYet", "託児", null, null, 390, "", "*", "Ⅰ-2(1)キ 子育てサロン", "", "回", null },
                    { "parentingSalon.courses", 1946, "", "", "NotYet", "講座数", null, null, 370, "", "*", "Ⅰ-2(1)キ 子育てサロン", "", "件", null },
                    { "parentingSalon.halls", 1946, "", "", "NotYet", "児童館・児童室を有する公民館", null, null, 410, "", "*", "Ⅰ-2(1)キ 子育てサロン", "", "館", null },
                    { "parentingSalon.participants", 1946, "", "", "NotYet", "参加者数", null, null, 380, "", "*", "Ⅰ-2(1)キ 子育てサロン", "", "人", null },
                    { "parentingSalon.supervisedPlaySessions", 1946, "", "", "NotYet", "見守り保育", null, null, 400, "", "*", "Ⅰ-2(1)キ 子育てサロン", "", "回", null },
                    { "profile.age.juniorHighAndUnder", 1946, "未就学;小1-2;小3-4;小5-6;中学生", "", "Share", "中学生以下の割合", "course.attendance", "年齢の分かる延べ人数に対する割合。", 90, "", "*", "Ⅰ-1(2) 公民館利用者概要（一般貸館を除く、主催講座及び自主講座）", "", "%", null },
                    { "profile.age.sixtyPlus", 1946, "60代;70代;80以上", "", "Share", "60代以上の割合", "course.attendance", "年齢の分かる延べ人数に対する割合。", 100, "", "*", "Ⅰ-1(2) 公民館利用者概要（一般貸館を除く、主催講座及び自主講座）", "", "%", null },
                    { "profile.gender.female", 1946, "", "女", "Share", "女性の割合", "course.attendance", "性別の分かる延べ人数に対する割合。", 70, "", "*", "Ⅰ-1(2) 公民館利用者概要（一般貸館を除く、主催講座及び自主講座）", "", "%", null },
                    { "profile.gender.male", 1946, "", "男", "Share", "男性の割合", "course.attendance", "性別の分かる延べ人数に対する割合。", 80, "", "*", "Ⅰ-1(2) 公民館利用者概要（一般貸館を除く、主催講座及び自主講座）", "", "%", null },
                    { "selfRun.attendance", 1946, "", "", "NotYet", "自主講座 利用者数", null, null, 670, "", "*", "", "", "人", null },
                    { "selfRun.classes", 1946, "", "", "NotYet", "自主講座 講座数", null, null, 570, "", "*", "Ⅰ-2(2)ア 自主講座の概要", "", "件", null },
                    { "selfRun.members", 1946, "", "", "NotYet", "自主講座 在籍者数", null, "在籍者の実人数。", 580, "", "*", "Ⅰ-2(2)ア 自主講座の概要", "", "人", null },
                    { "selfRun.sessions", 1946, "", "", "NotYet", "自主講座 開催回数", null, null, 660, "", "*", "", "", "回", null },
                    { "survey.satisfaction", 1946, "", "", "NotYet", "講座満足度（満足・概ね満足）", null, null, 620, "", "*", "Ⅰ-3(1) アクションプランの充実", "", "%", null },
                    { "universityLecture.courses", 1946, "", "", "NotYet", "市民大学講座 コース数", null, null, 500, "", "*", "Ⅰ-2(1)サ 市民大学講座", "", "コース", null },
                    { "universityLecture.sessionsPerCourse.chikyu", 1946, "", "", "NotYet", "「地球と人を考えよう」（熊本大学）", null, null, 520, "", "*", "Ⅰ-2(1)サ 市民大学講座", "", "回", null },
                    { "universityLecture.sessionsPerCourse.kusuri", 1946, "", "", "NotYet", "「くすりに頼らない健康法」（熊本保健科学大学）", null, null, 510, "", "*", "Ⅰ-2(1)サ 市民大学講座", "", "回", null },
                    { "usage.hire.events", 1946, "", "", "NotYet", "一般貸館 件数", null, null, 30, "", "*", "Ⅰ-1(1) 公民館利用者（延べ人数）", "", "件", null },
                    { "usage.hire.users", 1946, "", "", "NotYet", "一般貸館 利用者数", null, "延べ人数。", 40, "", "*", "Ⅰ-1(1) 公民館利用者（延べ人数）", "", "人", null },
                    { "usage.program.events", 1946, "", "", "Composite", "公民館事業（主催事業と自主講座）講座件数", null, "開催した回の数。主催事業と自主講座がそろうまでは集計しません。", 10, "hosted.sessions;selfRun.sessions", "*", "Ⅰ-1(1) 公民館利用者（延べ人数）", "", "件", null },
                    { "usage.program.users", 1946, "", "", "Composite", "公民館事業 利用者数", null, "延べ人数。主催事業と自主講座がそろうまでは集計しません。", 20, "hosted.participants;selfRun.attendance", "*", "Ⅰ-1(1) 公民館利用者（延べ人数）", "", "人", null },
                    { "usage.total.events", 1946, "", "", "Composite", "合計 件数", null, "公民館事業は回、一般貸館は使用許可の件数です。", 50, "usage.program.events;usage.hire.events", "*", "Ⅰ-1(1) 公民館利用者（延べ人数）", "", "件", null },
                    { "usage.total.users", 1946, "", "", "Composite", "合計 利用者数", null, "延べ人数。", 60, "usage.program.users;usage.hire.users", "*", "Ⅰ-1(1) 公民館利用者（延べ人数）", "", "人", null },
                    { "volunteer.courses", 1946, "", "", "NotYet", "ボランティア関連講座", null, null, 440, "", "*", "Ⅰ-2(1)ケ ボランティア関連講座", "", "講座", null },
                    { "volunteer.participants", 1946, "", "", "NotYet", "ボランティア関連講座 参加者", null, null, 450, "", "*", "Ⅰ-2(1)ケ ボランティア関連講座", "", "人", null },
                    { "volunteer.placements", 1946, "", "", "NotYet", "公民館がコーディネートしたボランティア活動（延べ）", null, null, 460, "", "*", "Ⅰ-2(1)ケ ボランティア関連講座", "", "人", null }
                });

            migrationBuilder.CreateIndex(
                name: "IX_closing_FiscalYear_Month_Version",
                schema: "reporting",
                table: "closing",
                columns: new[] { "FiscalYear", "Month", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_restatement_ClosingId",
                schema: "reporting",
                table: "restatement",
                column: "ClosingId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "figure_definition",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "frozen_figure",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "restatement",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "closing",
                schema: "reporting");
        }
    }
}
