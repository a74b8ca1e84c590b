using Kominkan.Courses.Contracts;
using Microsoft.Playwright;

namespace Kominkan.EndToEnd;

/// <summary>Pages of head office and of the draw, and what residents see of a cancelled course, wide and narrow.</summary>
[Trait("Category", "Look")]
public sealed class OfficePagesTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Are_accessible_and_fit(int width)
    {
        await using var app = await KominkanApp.StartAsync();
        var drawn = await app.CourseAsync(new() { Intake = Intake.Draw, Capacity = 1, ClosesInDays = 0 });
        foreach (var i in new[] { 1, 2 })
        {
            await app.ApplicationAsync(drawn, new() { People = [["田中", $"{i}", "タナカ", new string('ア', i)]], Phone = $"090-0000-010{i}" });
        }

        var off = await app.CourseAsync(new() { Title = "中止になる講座", GroupLimit = 3 });
        await using var resident = await chromium.VisitAsync(app, width: width);
        var receipt = await ApplyAsync(app, off);
        app.Clock.Advance(TimeSpan.FromHours(6));
        using var headOffice = await app.SignInAsync(RoleKeys.HeadOffice);
        await using var office = await chromium.VisitAsync(app, width: width);
        await office.SignInAsync(app, headOffice);

        await office.OpenAsync("/staff/halls/new");
        await office.OpenAsync("/staff/halls");
        await office.OpenAsync("/staff/imports");
        await office.OpenAsync("/staff/imports/halls");
        await office.Page.Locator("[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "館の一覧.csv",
            MimeType = "text/csv",
            Buffer = "館番号,種類,名称,区,所在地,有効開始日,電話\n81,館,朝日公民館,中央区,中央区朝日1番,2026-04-01,096\n公民館,館,番号のない館,月区,どこか,2026-13-01,\n"u8.ToArray(),
        });
        await PressAsync(office, "調べる");
        await Assertions.Expect(office.Page.GetByText("エラーが1行あります。")).ToBeVisibleAsync();
        await PressAsync(office, "1行を取り込む");
        await Assertions.Expect(office.Page.Locator(".error-summary")).ToBeVisibleAsync();
        await office.OpenAsync("/staff/reports/close?fiscalYear=2026&month=12");

        await office.OpenAsync($"/staff/courses/{drawn}/draw");
        await PressAsync(office, "一覧を固定して締め切る");
        await office.Page.FillAsync("[name='Input.Seed']", "第1234回 当せん番号 567890");
        await PressAsync(office, "この数を確かめる");
        await office.Page.FillAsync("[name='Input.Seed']", "第1234回 当せん番号 567890");
        await PressAsync(office, "この数で抽選する");
        await resident.OpenAsync((await office.Page.Locator("a[href^='/draws/']").First.GetAttributeAsync("href"))!);

        await resident.OpenAsync($"/courses/{off}/apply?people=3");
        await office.OpenAsync($"/staff/courses/{off}/cancel");
        await office.Page.FillAsync("[name='Input.Reason']", "講師の急病のため");
        await PressAsync(office, "講座を中止する");
        await resident.OpenAsync($"/courses/{off}");
        await resident.OpenAsync($"/courses/{off}/apply");
        await resident.OpenAsync("/courses");
        await resident.OpenAsync("/applications");
        await resident.Page.FillAsync("[name='Input.Number']", receipt);
        await resident.Page.FillAsync("[name='Input.Phone']", "090-0000-0001");
        await PressAsync(resident, "照会する");
        await Assertions.Expect(resident.Page.GetByText("講師の急病のため").First).ToBeVisibleAsync();
    }

    private static async Task<string> ApplyAsync(KominkanApp app, Guid course)
    {
        using var browser = app.NewBrowser();
        return (await browser.ApplyAsync(course)).ReceiptNumber();
    }

    private static async Task PressAsync(Visit visit, string button)
    {
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await visit.CheckAsync();
    }
}
