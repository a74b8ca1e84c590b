using Kominkan.Facilities.Data;
using Kominkan.SharedKernel.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Facilities.Tests;

public sealed class ImportTests : IDisposable
{
    private const string Halls = """
        館番号,種類,名称,区,所在地,所在施設,有効開始日
        17,館,熊本市北部公民館,北区,熊本市北区鹿子木町66番地,北部総合出張所内,2012/4/1
        17-1,分館,北部東分館,北区,熊本市北区鶴羽田2丁目13番9号,,平成24年4月1日
        1,館,熊本市中央公民館,中央区,熊本市中央区草葉町5番1号,白川公園内,2012-04-01
        1,館,熊本市中央交流館,中央区,熊本市中央区草葉町5番1号,白川公園内,2026-10-01
        """;

    private readonly string file = Path.Combine(Directory.CreateTempSubdirectory("kominkan-import-").FullName, "table.csv");

    [Fact]
    public async Task Halls_come_into_an_empty_database_once_however_often_the_file_is_read()
    {
        await using var app = await KominkanApp.StartAsync();
        var first = await ImportAsync(app, "halls", Halls);
        Assert.Equal((3, 1, 0, 4), (first.New, first.Update, first.Error, first.Taken));
        var second = await ImportAsync(app, "halls", Halls);
        Assert.Equal((0, 4, 4), (second.New, second.Update, second.Unchanged));
        var halls = await app.DoAsync(async s => await s.GetRequiredService<IHallDirectory>().GetAsync());
        Assert.Equal(["1", "17", "17-1"], halls.All.Select(h => h.No));
        Assert.Equal("中央交流館", halls.FindByNo("1")!.ShortName);
        Assert.Contains("中央交流館", (await app.Visitor.OpenAsync("/halls")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_bad_row_of_halls_gets_a_sentence_and_nothing_is_taken()
    {
        await using var app = await City.StartAsync();
        var report = await ImportAsync(app, "halls", """
            館番号,種類,名称,区,所在地,所在施設,有効開始日
            20,館,新しい館,港区,どこか,,2026/4/1
            20,館,新しい館,東区,どこか,,2026/2/30
            21-1,分館,親のない分館,東区,どこか,,2026/4/1
            17,分館,北部公民館,北区,どこか,,2026/4/1
            あ,館,名前,東区,どこか,,2026/4/1
            20,館,新しい館,東区,どこか,,2026/4/1
            20,館,新しい館,東区,どこか,,2026/4/1
            """);
        Assert.Equal((6, 0), (report.Error, report.Taken));
        Assert.Equal(
            ["区「港区」はありません。", "有効開始日「2026/2/30」という日付はありません。", "館番号「21-1」の親の館がありません。親の館を先の行に書いてください。", "種類「分館」は、登録されている館と違います。", "館番号は「17」、分館は「17-1」のように入力してください。", "7行目と館番号・有効開始日が同じです。"],
            report.Messages.Select(m => m.Reason));
        Assert.Equal(21, await app.DoAsync(s => s.GetRequiredService<FacilitiesDb>().Halls.CountAsync()));
    }

    [Fact]
    public async Task An_imported_version_keeps_owner_and_telephone()
    {
        await using var app = await City.StartAsync();
        await ImportAsync(app, "halls", """
            館番号,種類,名称,区,所在地,所在施設,有効開始日
            1,館,熊本市中央交流館,中央区,熊本市中央区草葉町5番1号,,2026/11/1
            """);
        Assert.Contains("096-000-0101", (await app.Visitor.OpenAsync("/halls/1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rooms_come_with_their_partition_and_twice_changes_nothing()
    {
        const string rooms = """
            館番号,室番号,室名,定員,親室番号
            17-1,301,多目的室,80,
            17-1,301-1,多目的室（東）,40,301
            17-1,301-2,多目的室（西）,40,301
            17-1,102,和室,18,
            """;
        await using var app = await City.StartAsync();
        var first = await ImportAsync(app, "rooms", rooms);
        Assert.Equal((3, 1, 0), (first.New, first.Update, first.Error));
        Assert.Equal(4, (await ImportAsync(app, "rooms", rooms)).Unchanged);
        var all = await app.DoAsync(async s => await s.GetRequiredService<IRooms>().OfHallAsync((await s.GetRequiredService<IHallDirectory>().GetAsync()).FindByNo("17-1")!.Id));
        var (whole, parts) = (all.Single(r => r.No == "301"), all.Where(r => r.No.StartsWith("301-", StringComparison.Ordinal)));
        Assert.Equal(whole.Spaces.Order(), parts.SelectMany(p => p.Spaces).Order());
        Assert.Equal(18, all.Single(r => r.No == "102").Capacity);
    }

    [Fact]
    public async Task Each_bad_row_of_rooms_gets_a_sentence()
    {
        await using var app = await City.StartAsync();
        var report = await ImportAsync(app, "rooms", """
            館番号,室番号,室名,定員,親室番号
            99,101,ホール,100,
            2,301,ホール,-5,
            2,301,ホール,多数,
            2,302,小部屋,10,399
            2,303,小部屋,10,
            2,303,小部屋,10,
            2,201,研修室1,36,101
            """);
        Assert.Equal(
            ["館番号「99」の館はありません。", "定員「-5」は負の数です。", "定員「多数」は整数ではありません。", "親室番号「399」の部屋がありません。親の部屋を先の行に書いてください。", "6行目と館番号・室番号が同じです。", "登録されている部屋と親室番号が違います。仕切りは後から変えられません。"],
            report.Messages.Select(m => m.Reason));
        Assert.Equal(0, report.Taken);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

    private async Task<ImportReport> ImportAsync(KominkanApp app, string dataset, string rows)
    {
        await File.WriteAllTextAsync(file, rows);
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<HallScope>().OpenEverywhere();
        var importer = scope.ServiceProvider.GetRequiredService<Importer>();
        return await importer.RunAsync(importer.Find(dataset)!, file, new ImportOptions());
    }
}
