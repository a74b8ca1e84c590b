using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Accounts.Tests;

/// <summary>A resident's account that nobody uses is not kept for ever.</summary>
public class RetentionTests
{
    [Fact]
    public async Task Who_has_not_come_in_for_two_years_is_forgotten_and_may_come_anew()
    {
        var (app, post) = await Postbox.AppAsync();
        await using var running = app;
        using var gone = app.NewBrowser();
        using var stays = app.NewBrowser();
        await post.ComeInAsync(app, gone, "keiko@example.jp");
        await gone.SubmitAsync(await gone.OpenAsync("/my/family/new"), new Dictionary<string, string>
        {
            ["FamilyName"] = "中村",
            ["GivenName"] = "恵子",
            ["FamilyKana"] = "ナカムラ",
            ["GivenKana"] = "ケイコ",
            ["Birth.Era"] = "昭和",
            ["Birth.Year"] = "30",
            ["Birth.Month"] = "4",
            ["Birth.Day"] = "5",
        });
        await post.ComeInAsync(app, stays, "hanako@example.jp");
        app.Clock.Advance(TimeSpan.FromDays(400));
        await post.ComeInAsync(app, stays, "hanako@example.jp");
        app.Clock.Advance(TimeSpan.FromDays(400));
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        Assert.Equal("1件", await DueAsync(office));

        await app.RunJobAsync("privacy.retention");

        Assert.Equal("0件", await DueAsync(office));
        var left = await app.DoAsync(s => s.GetRequiredService<AccountsDb>().Users.Where(a => a.Kind == AccountKind.Resident).OrderBy(a => a.CreatedAt).Select(a => a.Email).ToListAsync());
        Assert.Equal([null, "hanako@example.jp"], left);
        using var again = app.NewBrowser();
        Assert.Equal("マイページ", (await post.ComeInAsync(app, again, "keiko@example.jp")).Heading);
        Assert.Contains("まだ登録がありません", (await again.OpenAsync("/my/family")).Text, StringComparison.Ordinal);
        await Rules.HoldAsync(app);
    }

    private static async Task<string> DueAsync(Browser office) =>
        (await office.OpenAsync("/staff/privacy/retention")).Find("tbody tr:has([href$='accounts.residents']) [data-label=次に消える件数]").TextContent;
}
