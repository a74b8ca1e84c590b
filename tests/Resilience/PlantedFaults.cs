using System.Text.Json;
using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kominkan.Resilience;

/// <summary>What <c>verify</c> is for: somebody, or something, changed the data behind the program's back.</summary>
[Collection(Processes.Name)]
public class PlantedFaults
{
    private static readonly bool IsSqlite = TestDatabase.Provider == Provider.Sqlite;

    [Fact]
    public async Task Verify_calls_sound_data_sound_and_names_every_fault_with_how_many()
    {
        await using var app = await CityAsync();
        var (exitCode, output, errors) = await KominkanProcess.RunAsync(app.Settings, "verify");
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("の規則はすべて守られています。", output, StringComparison.Ordinal);
        Assert.DoesNotContain("×", output, StringComparison.Ordinal);

        await PlantAsync(app);
        (exitCode, output, errors) = await KominkanProcess.RunAsync(app.Settings, "verify");
        Assert.Equal((1, ""), (exitCode, errors));
        Assert.Contains("が守られていません。", output, StringComparison.Ordinal);
        Assert.All(
            [
                "× 定員を超えた講座がない: 1件（例: V-1）",
                "× 講座の人数が名簿と一致する: 1件（例: V-2）",
                "× 出席は開催した回にだけある: 1件",
                "× ない行を指す行がない（外部キー）: 1件",
                "× 抽選は公開した数から計算し直せる: 1件",
            ],
            sentence => Assert.Contains(sentence, output, StringComparison.Ordinal));
    }

    private static async Task PlantAsync(KominkanApp app)
    {
        await ExecuteAsync(app, $"""UPDATE {Table("Courses")} SET "Recruitment_Capacity" = 1 WHERE "Number" = 'V-1'""");
        await ExecuteAsync(app, $"""UPDATE {Table("Courses")} SET "Waiting" = "Waiting" + 1 WHERE "Number" = 'V-2'""");
        await ExecuteAsync(app, $"""UPDATE {Table("Sessions")} SET "State" = {(int)SessionState.Cancelled} WHERE "Id" IN (SELECT "SessionId" FROM {Table("Attendance")})""");
        await ExecuteAsync(app, $"""DELETE FROM {Table("Applications")} WHERE "Id" = (SELECT a."Id" FROM {Table("Applications")} a JOIN {Table("Draws")} d ON d."CourseId" = a."CourseId" LIMIT 1)""");
        var results = await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Draws.Select(d => d.ResultsJson).SingleAsync());
        var lines = JsonSerializer.Deserialize<List<DrawResult>>(results!)!;
        (lines[0], lines[^1]) = (lines[0] with { Seats = 0 }, lines[^1] with { Seats = 1 });
        await ExecuteAsync(app, $"""UPDATE {Table("Draws")} SET "ResultsJson" = '{JsonSerializer.Serialize(lines)}'""");
    }

    /// <summary>One full course of two with heads at its first session, and one draw that was held.</summary>
    private static async Task<KominkanApp> CityAsync()
    {
        var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { Number = "V-1", Capacity = 2, SessionsInDays = [0, 14] });
        var draw = await app.CourseAsync(new() { Number = "V-2", Capacity = 1, Intake = Intake.Draw });
        for (var n = 1; n <= 2; n++)
        {
            await app.ApplicationAsync(course, new() { Phone = $"090-0000-{n:0000}" });
            await app.ApplicationAsync(draw, new() { Phone = $"090-0000-{n:0000}" });
        }

        await app.DoAsync(async services =>
        {
            var db = services.GetRequiredService<CoursesDb>();
            var session = await db.Sessions.Where(s => s.CourseId == course).OrderBy(s => s.Number).FirstAsync();
            session.Hold(app.Clock.Today());
            db.Attendance.Add(new Attendance(session, "60代", "女", 2));
            await db.SaveChangesAsync();
        });
        app.Clock.Advance(TimeSpan.FromDays(8));
        await app.RunJobAsync("courses.settle");
        await app.DoAsync(async services =>
        {
            var db = services.GetRequiredService<CoursesDb>();
            var entries = await db.Applications.Where(a => a.CourseId == draw).ToListAsync();
            (await db.Courses.SingleAsync(c => c.Id == draw)).HoldDraw(await db.Draws.SingleAsync(), "熊本", entries, app.Clock.UtcNow());
            await db.SaveChangesAsync();
        });
        return app;
    }

    private static string Table(string name) => IsSqlite ? $"\"courses_{name}\"" : $"courses.\"{name}\"";

    /// <summary>Behind the program's back: the engine itself does not look at keys either.</summary>
    private static async Task ExecuteAsync(KominkanApp app, string sql)
    {
        var connectionString = app.Services.GetRequiredService<DatabaseSettings>().ConnectionString;
        await using System.Data.Common.DbConnection connection = IsSqlite
            ? new SqliteConnection(connectionString)
            : new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = (IsSqlite ? "PRAGMA foreign_keys = OFF; " : "SET session_replication_role = replica; ") + sql;
        await command.ExecuteNonQueryAsync();
        command.CommandText = IsSqlite ? "PRAGMA foreign_keys = ON" : "SET session_replication_role = DEFAULT";
        await command.ExecuteNonQueryAsync();
    }
}
