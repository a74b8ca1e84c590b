using Kominkan.SharedKernel.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.SharedKernel.Tests.Tables;

public sealed class ImporterTests : IDisposable
{
    private const string Good = "番号,名前,備考\n1,花子,x\n2,太郎,\n";
    private const string Mixed = "番号,名前\n1,花子\n,名無し\n3,次郎\n3,三郎\n";

    private readonly TableFiles files = new();

    [Fact]
    public async Task A_good_file_is_taken_and_the_second_time_nothing_changes()
    {
        await using var app = await StartAsync();
        var path = files.Write("a.csv", Good);
        var first = await ImportAsync(app, path);
        Assert.Equal((2, 2, 0, 0, 0, 2), (first.Rows, first.New, first.Update, first.Check, first.Error, first.Taken));
        Assert.Equal(["備考"], first.UnknownColumns);
        Assert.Equal("\uFEFF番号,名前,備考,結果,理由\r\n1,花子,x,新規,\r\n2,太郎,,新規,\r\n", await ResultAsync(first));
        var second = await ImportAsync(app, path);
        Assert.Equal((0, 2, 2), (second.New, second.Update, second.Unchanged));
        Assert.Equal(["1花子", "2太郎"], await ThingsAsync(app));
    }

    [Fact]
    public async Task A_file_with_one_bad_row_is_not_taken_at_all()
    {
        await using var app = await StartAsync();
        var report = await ImportAsync(app, files.Write("a.csv", Mixed));
        Assert.Equal((2, 2, 0), (report.New, report.Error, report.Taken));
        Assert.Equal([new ImportMessage(3, "エラー", "番号がありません。"), new ImportMessage(5, "エラー", "番号「3」は2度目です。")], report.Messages);
        Assert.Empty(await ThingsAsync(app));
        Assert.Contains("\r\n,名無し,エラー,番号がありません。\r\n", await ResultAsync(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepting_valid_rows_leaves_out_the_bad_ones()
    {
        await using var app = await StartAsync();
        var report = await ImportAsync(app, files.Write("a.csv", Mixed), new ImportOptions(AcceptValid: true));
        Assert.Equal((2, 2), (report.Error, report.Taken));
        Assert.Equal(["1花子", "3次郎"], await ThingsAsync(app));
    }

    [Fact]
    public async Task A_dry_run_judges_everything_and_takes_nothing()
    {
        await using var app = await StartAsync();
        var report = await ImportAsync(app, files.Write("a.csv", Good), new ImportOptions(DryRun: true));
        Assert.Equal((2, 0), (report.New, report.Taken));
        Assert.Empty(await ThingsAsync(app));
    }

    [Fact]
    public async Task A_workbook_comes_back_as_a_workbook_that_can_be_mended_and_read_again()
    {
        await using var app = await StartAsync();
        await using (var file = File.Create(files.PathOf("a.xlsx")))
        {
            await TableWriter.WriteAsync(file, TableFormat.Xlsx, new Table("表", ["番号", "名前", "日"], [["001", "花子", new DateOnly(2014, 4, 1)], [null, "名無し", null]]));
        }

        var report = await ImportAsync(app, files.PathOf("a.xlsx"));
        Assert.Equal(files.PathOf("a.result.xlsx"), report.ResultFile);
        using var result = TableReader.Open(report.ResultFile, [new("番号", true), new("結果", true), new("理由", true)], new());
        Assert.Equal([("001", "新規", ""), ("", "エラー", "番号がありません。")], result.Rows().Select(r => (r.Text("番号"), r.Text("結果"), r.Text("理由"))));
        Assert.Equal(new DateTime(2014, 4, 1), result.Rows().First().Values[2]);
        Assert.DoesNotContain("結果", (await ImportAsync(app, report.ResultFile)).UnknownColumns);
    }

    [Fact]
    public async Task A_failure_in_the_middle_leaves_neither_rows_nor_a_result()
    {
        await using var app = await StartAsync();
        await Assert.ThrowsAsync<InvalidDataException>(() => ImportAsync(app, files.Write("a.csv", "番号,名前\n1,花子\n2,爆発\n")));
        Assert.Empty(await ThingsAsync(app));
        Assert.Equal(["a.csv"], Directory.GetFiles(Path.GetDirectoryName(files.PathOf("a"))!).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_hundred_thousand_rows_pass()
    {
        await using var app = await StartAsync();
        var path = files.Write("a.csv", "番号,名前\n" + string.Concat(Enumerable.Range(1, 100_000).Select(i => $"{i},花子{i}\n")));
        var report = await ImportAsync(app, path, new ImportOptions(DryRun: true));
        Assert.Equal((100_000, 100_000), (report.Rows, report.New));
    }

    public void Dispose() => files.Dispose();

    private static async Task<string> ResultAsync(ImportReport report) => System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(report.ResultFile));

    private static async Task<KominkanApp> StartAsync()
    {
        var app = await KominkanApp.StartAsync(b => b.Services.AddScoped<ThingsDataset>());
        await app.DoAsync(async s => await s.GetRequiredService<ThingsDataset>().ExecuteAsync("CREATE TABLE things (no varchar(20) NOT NULL PRIMARY KEY, name varchar(50) NOT NULL)"));
        return app;
    }

    private static async Task<ImportReport> ImportAsync(KominkanApp app, string path, ImportOptions? options = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Importer>().RunAsync(scope.ServiceProvider.GetRequiredService<ThingsDataset>(), path, options ?? new());
    }

    private static Task<List<string>> ThingsAsync(KominkanApp app) => app.DoAsync(s => s.GetRequiredService<ThingsDataset>().ReadAsync());
}

/// <summary>The smallest dataset: a table of its own, saved row by row.</summary>
internal sealed class ThingsDataset(AppDatabase database) : IImportDataset, IImportRun
{
    private readonly HashSet<string> seen = [];
    private Dictionary<string, string> known = [];

    public string Name => "things";

    public string Label => "もの";

    public IReadOnlyList<ImportColumn> Columns { get; } = [new("番号", true), new("名前", true)];

    public async Task<IImportRun> BeginAsync(CancellationToken cancellation)
    {
        known = (await ReadAsync()).ToDictionary(t => t[..^2], t => t[^2..]);
        return this;
    }

    public async ValueTask<Verdict> TakeAsync(ImportRow row, CancellationToken cancellation)
    {
        var (no, name) = (row.Code("番号", 20), row.Text("名前", 50));
        if (no.Length > 0 && !seen.Add(no))
        {
            row.Refuse($"番号「{no}」は2度目です。");
        }

        if (row.IsWrong)
        {
            return row.Settle(default);
        }

        if (name == "爆発")
        {
            throw new InvalidDataException("a fault of the program");
        }

        if (known.GetValueOrDefault(no) == name)
        {
            return Verdict.Unchanged;
        }

        await ExecuteAsync($"INSERT INTO things VALUES ('{no}', '{name}')");
        return row.Settle(Verdict.New);
    }

    public Task FinishAsync(CancellationToken cancellation) => Task.CompletedTask;

    public async Task ExecuteAsync(string sql)
    {
        await using var command = database.Connection.CreateCommand();
#pragma warning disable CA2100 // Texts of this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    public async Task<List<string>> ReadAsync()
    {
        await using var command = database.Connection.CreateCommand();
        command.CommandText = "SELECT no, name FROM things ORDER BY no";
        await using var reader = await command.ExecuteReaderAsync();
        var things = new List<string>();
        while (await reader.ReadAsync())
        {
            things.Add(reader.GetString(0) + reader.GetString(1));
        }

        return things;
    }
}
