using Kominkan.Audit;
using Kominkan.Privacy.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Privacy.Tests;

public sealed class ErasureTests
{
    private const string Access = "本人からの開示の請求";
    private const string Erasure = "本人からの消去の請求";

    [Fact]
    public async Task Everything_about_a_person_is_found_in_every_class_of_data_and_the_reason_is_audited()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.HallAsync();
        var person = await app.PlantAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        await office.OpenAsync($"/staff/people/{person}");

        var data = await office.SubmitAsync(await office.OpenAsync($"/staff/privacy/{person}"), new { Reason = Access });

        foreach (var part in new[] { "利用者の記録（1件）", "講座の申し込み（4件）", "お知らせ（5件）", "閲覧記録（" })
        {
            Assert.True(data.Text.Contains(part, StringComparison.Ordinal), $"{part}: {data.Text}");
        }

        Assert.Contains(Planted.Phone, data.Text, StringComparison.Ordinal);
        foreach (var format in new[] { "json", "csv" })
        {
            var file = (await office.OpenAsync(data.Find($"a[href$='format={format}']").GetAttribute("href")!)).Html;
            Assert.Contains(Planted.Given, file, StringComparison.Ordinal);
            Assert.Contains(Planted.Mail, file, StringComparison.Ordinal);
            Assert.Contains("席が決まりました", file, StringComparison.Ordinal);
        }

        var audited = await office.OpenAsync($"/staff/audit?subject={person}");
        Assert.Contains(Access, audited.Text, StringComparison.Ordinal);
        Assert.Contains("出力", audited.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_reason_nothing_is_put_together()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.HallAsync();
        var person = await app.PlantAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);

        Assert.Equal($"/staff/privacy/{person}", (await office.OpenAsync($"/staff/privacy/{person}/data?reason=なんとなく&format=csv")).Url.AbsolutePath);
        Assert.NotEmpty((await office.SubmitAsync(await office.OpenAsync($"/staff/privacy/{person}/erase"), new { Checked = "true" })).Errors);
        Assert.NotEmpty(await app.LeftAsync());
    }

    [Fact]
    public async Task Who_was_erased_is_nowhere_on_the_disk_and_nobody_else_is_missing()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.HallAsync();
        var person = await app.PlantAsync();
        var others = await app.CourseAsync();
        await app.ApplicationAsync(others);
        Assert.NotEmpty(await app.LeftAsync());

        using var office = await EraseAsync(app, person);

        Assert.Empty(await app.LeftAsync());
        Assert.Contains("中村", (await office.OpenAsync($"/staff/courses/{others}/roster")).Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await office.OpenAsync($"/staff/privacy/{person}")).Status);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task An_older_backup_that_is_put_back_does_not_bring_them_to_life()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.HallAsync();
        var person = await app.PlantAsync();
        var backup = Path.Combine(app.Folder, "backup.zip");
        Assert.Equal(0, (await KominkanProcess.RunAsync(app.Settings, "backup", backup)).ExitCode);
        using var office = await EraseAsync(app, person);
        var list = app.Services.GetRequiredService<ErasureList>().File;

        Assert.Equal(0, await FoundAfterRestoreAsync(backup, list));
        // Without the list they would be back.
        Assert.NotEqual(0, await FoundAfterRestoreAsync(backup, Path.Combine(app.Folder, "lost.erased")));
    }

    [Fact]
    public async Task A_list_that_was_lost_is_written_anew_from_the_database()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.HallAsync();
        using var office = await EraseAsync(app, await app.PlantAsync());
        var list = app.Services.GetRequiredService<ErasureList>();
        var before = list.Read();
        File.Delete(list.File);

        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Kominkan.Host.Migrator>().MigrateAsync();
        }

        Assert.NotEmpty(before);
        Assert.Equal(before.Order(), list.Read().Order());
    }

    private static async Task<int> FoundAfterRestoreAsync(string backup, string list)
    {
        await using var elsewhere = await TestDatabase.CreateEmptyAsync();
        var settings = new Dictionary<string, string?>(elsewhere.Settings) { ["Privacy:ErasureList"] = list };
        var (code, _, errors) = await KominkanProcess.RunAsync(settings, "restore", backup);
        Assert.True(code == 0, errors);
        await using var app = await KominkanApp.StartAsync(b =>
        {
            foreach (var (key, value) in settings)
            {
                b.Configuration[key] = value;
            }
        });
        return (await app.LeftAsync()).Count;
    }

    private static async Task<Browser> EraseAsync(KominkanApp app, Guid person)
    {
        var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var done = await office.SubmitAsync(await office.OpenAsync($"/staff/privacy/{person}/erase"), new { Reason = Erasure, Checked = "true" });
        Assert.Empty(done.Errors);
        Assert.Equal("/staff/people", done.Url.AbsolutePath);
        return office;
    }
}
