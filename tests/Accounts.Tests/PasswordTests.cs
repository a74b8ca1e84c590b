using Kominkan.Accounts.Domain;

namespace Kominkan.Accounts.Tests;

public class PasswordTests
{
    [Theory]
    [InlineData("みじかい")]
    [InlineData("14moji-desu-yo")]
    [InlineData("passwordpassword")]
    [InlineData("kumamoto-kominkan-2026")]
    [InlineData("熊本市公民館熊本市公民館熊本市公民館")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("123456789012345678")]
    [InlineData("yamada-yamada-yamada")]
    public void Short_or_common_passwords_are_refused(string password) => Assert.NotNull(PasswordRules.WhyNot(password, "yamada"));

    [Theory]
    [InlineData("umi-no-mieru-heya-de")]
    [InlineData("あさごはんはたまごとみそしるでした")]
    [InlineData("kumamoto no ame wa yasashii")]
    public void A_sentence_of_ones_own_is_taken(string password) => Assert.Null(PasswordRules.WhyNot(password, "yamada"));

    [Fact]
    public void A_novel_is_refused() => Assert.NotNull(PasswordRules.WhyNot(string.Concat(Enumerable.Repeat("umi no ", 30)), "yamada"));

    [Fact]
    public async Task A_new_password_ends_the_sessions_elsewhere()
    {
        await using var app = await Start.AppAsync();
        var account = await app.AccountAsync("yamada", "kaze-ga-fuku-asa-no-michi", RoleKeys.HeadOffice);
        var (here, elsewhere) = (await app.BrowserOfAsync(account), await app.BrowserOfAsync(account));
        Assert.Equal("パスワードを変える", (await elsewhere.OpenAsync("/staff/password")).Heading);

        var wrong = await here.SubmitAsync(await here.OpenAsync("/staff/password"), new { Current = "chigau-kotoba-wo-ireta", New = "umi-no-mieru-heya-de", Again = "umi-no-mieru-heya-de" });
        Assert.Equal(["いまのパスワードが違います。"], wrong.Errors);
        await here.SubmitAsync(await here.OpenAsync("/staff/password"), new { Current = "kaze-ga-fuku-asa-no-michi", New = "umi-no-mieru-heya-de", Again = "umi-no-mieru-heya-de" });

        Assert.Equal("パスワードを変える", (await here.OpenAsync("/staff/password")).Heading);
        Assert.Equal("職員サインイン", (await elsewhere.OpenAsync("/staff/password")).Heading);
    }
}
