using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Kominkan.EndToEnd;

/// <summary>
/// A family from its first visit to the seat of a child, on a telephone and without scripts but the one a passkey needs; and
/// the clerk who keys the same for somebody who has no mail.
/// </summary>
public sealed class FamilyTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_family_registers_with_a_passkey_and_applies_for_a_child_and_a_clerk_keys_the_same_for_somebody_without_mail()
    {
        var (app, post) = await Postbox.AppAsync(b => b.Configuration["Site:BaseUrl"] = "http://localhost");
        await using var running = app;
        var course = await app.CourseAsync(new() { Title = "親子の陶芸" });
        await using var visit = await (await chromium.VisitAsync(app, javaScript: false, width: 320)).WithAuthenticatorAsync();
        await visit.Page.Context.RouteAsync(new Regex("/js/passkey"), route => route.ContinueAsync());

        var signUp = await SignUpAsync(app, post, visit);
        var family = await RegisterFamilyAsync(visit);
        var apply = await ApplyAsync(app, visit, course);
        var clerk = await KeyAsync(app, course);

        Console.WriteLine($"Sign-up with a passkey {signUp.Told}. Family of two {family.Told}. Application for the child {apply.Told}. The clerk {clerk.Told}.");
        Assert.All([signUp, family, apply, clerk], part => Assert.True(part.Time < Minute, part.Told));
    }

    /// <summary>By a mailed code; a passkey is made, and opens the door from then on.</summary>
    private static async Task<Hand> SignUpAsync(KominkanApp app, Postbox post, Visit visit)
    {
        var hand = new Hand(visit);
        await visit.OpenAsync(Authenticator.At(app, "/sign-in"));
        await hand.TypeAsync("Input.Mail", "keiko@example.jp");
        await hand.PressAsync("確認コードを送る");
        await hand.TypeAsync("Input.Code", await post.CodeAsync(app, "keiko@example.jp"));
        await hand.PressAsync("サインイン");
        await hand.FollowAsync("サインインの設定");
        await hand.FollowAsync("パスキーを作る");
        await hand.PressAsync("パスキーを作る");
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("サインインの設定");

        await visit.Page.Context.ClearCookiesAsync();
        await visit.OpenAsync(Authenticator.At(app, "/sign-in"));
        await hand.FollowAsync("パスキーで入る");
        await hand.PressAsync("パスキーで入る");
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("マイページ");
        return hand;
    }

    private static async Task<Hand> RegisterFamilyAsync(Visit visit)
    {
        var hand = new Hand(visit);
        await hand.FollowAsync("家族");
        await hand.FollowAsync("あなたを登録する");
        await PersonAsync(hand, ("𠮷田", "よしだ"), ("恵子", "けいこ"), ("昭和", "60", "5", "6"));
        await hand.TypeAsync("Input.Phone", "09000000001");
        await hand.PressAsync("登録する");
        await hand.FollowAsync("家族を加える");
        await PersonAsync(hand, ("𠮷田", "よしだ"), ("翼", "つばさ"), ("平成", "30", "7", "8"));
        await hand.TypeAsync("Input.Relation", "母", "はは");
        await hand.PressAsync("登録する");
        await Assertions.Expect(visit.Page.GetByText("𠮷田 翼").First).ToBeVisibleAsync();
        return hand;
    }

    private static async Task<Hand> ApplyAsync(KominkanApp app, Visit visit, Guid course)
    {
        var hand = new Hand(visit);
        await visit.OpenAsync(Authenticator.At(app, $"/courses/{course}"));
        await hand.FollowAsync("申し込む");
        await hand.FollowAsync("𠮷田 翼");
        Assert.Equal("翼", await visit.Page.InputValueAsync("[name='Input.People[0].GivenName']"));
        await hand.TickAsync("Input.Agree");
        await hand.PressAsync("確認へ進む");
        await hand.PressAsync("この内容で申し込む");
        await Assertions.Expect(visit.Page.GetByText("参加が決まりました").First).ToBeVisibleAsync();
        return hand;
    }

    /// <summary>For a child whose mother telephones and has no mail.</summary>
    private async Task<Hand> KeyAsync(KominkanApp app, Guid course)
    {
        await using var visit = await chromium.VisitAsync(app);
        using var counter = await app.SignInAsync(RoleKeys.Counter, "1");
        await visit.SignInAsync(app, counter);
        var hand = new Hand(visit);
        await visit.OpenAsync($"/staff/courses/{course}");
        await hand.FollowAsync("代行で申し込む");
        await hand.TypeAsync("Input.People[0].FamilyName", "中村", "なかむら");
        await hand.TypeAsync("Input.People[0].GivenName", "海", "うみ");
        await hand.TypeAsync("Input.People[0].FamilyKana", "なかむら", "なかむら");
        await hand.TypeAsync("Input.People[0].GivenKana", "うみ", "うみ");
        await hand.TypeAsync("Input.People[0].Birth", "H30.3.1");
        await hand.TypeAsync("Input.Phone", "0960000001");
        await hand.PressAsync("申し込む");
        await Assertions.Expect(visit.Page.GetByText("申し込みを受け付けました")).ToBeVisibleAsync();

        // Both stand in one list, however they came.
        await visit.OpenAsync($"/staff/courses/{course}/applications");
        foreach (var name in new[] { "𠮷田 翼", "中村 海" })
        {
            await Assertions.Expect(visit.Page.GetByText(name).First).ToBeVisibleAsync();
        }

        return hand;
    }

    private static async Task PersonAsync(Hand hand, (string Name, string Kana) family, (string Name, string Kana) given, (string Era, string Year, string Month, string Day) birth)
    {
        await hand.TypeAsync("Input.FamilyName", family.Name, family.Kana);
        await hand.TypeAsync("Input.GivenName", given.Name, given.Kana);
        await hand.TypeAsync("Input.FamilyKana", family.Kana, family.Kana);
        await hand.TypeAsync("Input.GivenKana", given.Kana, given.Kana);
        await hand.ChooseAsync("Input.Birth.Era", birth.Era);
        await hand.TypeAsync("Input.Birth.Year", birth.Year);
        await hand.TypeAsync("Input.Birth.Month", birth.Month);
        await hand.TypeAsync("Input.Birth.Day", birth.Day);
    }
}
