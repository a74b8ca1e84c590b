using Kominkan.People.Contracts;

namespace Kominkan.People.Tests.Pages;

/// <summary>Columns by role: what a record hides is seen by who says why, for a while, and the audit keeps the reason.</summary>
public sealed class VeilTests
{
    private static readonly PersonDetails Known = Clerk.Nakamura with { Mail = "keiko@example.jp", PostalCode = "860-0806", Town = "熊本市中央区花畑町", Street = "1番" };

    private static readonly string[] Contact = ["090-0000-0001", "keiko@example.jp"];
    private static readonly string[] Home = ["昭和30年", "花畑町"];

    [Theory]
    [InlineData(RoleKeys.Counter, true, true)]
    [InlineData(RoleKeys.HallManager, true, false)]
    [InlineData(RoleKeys.HeadOffice, false, false)]
    public async Task Each_role_sees_its_columns_at_once_and_no_others(string role, bool contact, bool home)
    {
        await using var app = await KominkanApp.StartAsync();
        var person = await app.PersonAsync(Known);
        var staff = await app.SignInAsync(role);

        var page = await staff.OpenAsync($"/staff/people/{person}");
        var list = await staff.SubmitAsync(await staff.OpenAsync("/staff/people"), new { Q = "ナカムラ" });

        Assert.All(Contact, word => Assert.Equal(contact, page.Text.Contains(word, StringComparison.Ordinal)));
        Assert.All(Home, word => Assert.Equal(home, page.Text.Contains(word, StringComparison.Ordinal)));
        Assert.Equal(contact, list.Text.Contains(Contact[0], StringComparison.Ordinal));
        Assert.Equal(home, list.Text.Contains("花畑町", StringComparison.Ordinal));
        Assert.Contains("ナカムラ", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_says_why_sees_it_for_a_quarter_of_an_hour_and_nobody_else_does()
    {
        await using var app = await KominkanApp.StartAsync();
        var person = await app.PersonAsync(Known);
        var staff = await app.SignInAsync(RoleKeys.HeadOffice);

        Assert.Contains("理由を選んで、電話・メール・生年月日・住所を見る", (await staff.OpenAsync($"/staff/people/{person}")).Text, StringComparison.Ordinal);
        var shown = await staff.SubmitAsync(await staff.OpenAsync($"/staff/people/{person}/reveal"), new { Reason = "けが・急病・災害" });

        Assert.All([.. Contact, .. Home], word => Assert.Contains(word, shown.Text, StringComparison.Ordinal));
        var colleague = await app.SignInAsync(RoleKeys.HeadOffice);
        Assert.DoesNotContain(Contact[0], (await colleague.OpenAsync($"/staff/people/{person}")).Text, StringComparison.Ordinal);
        var other = await app.PersonAsync(Known with { GivenName = "誠", Phone = "090-0000-0003" });
        Assert.DoesNotContain("090-0000-0003", (await staff.OpenAsync($"/staff/people/{other}")).Text, StringComparison.Ordinal);

        app.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.DoesNotContain(Contact[0], (await staff.OpenAsync($"/staff/people/{person}")).Text, StringComparison.Ordinal);
        Assert.Contains("けが・急病・災害", (await staff.OpenAsync("/staff/audit")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("なんとなく")]
    public async Task Without_a_reason_of_the_list_nothing_is_seen(string reason)
    {
        await using var app = await KominkanApp.StartAsync();
        var person = await app.PersonAsync(Known);
        var staff = await app.SignInAsync(RoleKeys.HeadOffice);

        var page = await staff.SubmitAsync(await staff.OpenAsync($"/staff/people/{person}/reveal"), new { Reason = reason });

        Assert.Contains("見る理由", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain(Contact[0], (await staff.OpenAsync($"/staff/people/{person}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correcting_a_record_begins_with_the_reason_where_something_is_hidden()
    {
        await using var app = await KominkanApp.StartAsync();
        var person = await app.PersonAsync(Known);
        var manager = await app.SignInAsync(RoleKeys.HallManager);

        var asked = await manager.OpenAsync($"/staff/people/{person}/edit");
        Assert.EndsWith("/reveal", asked.Url.AbsolutePath, StringComparison.Ordinal);
        var form = await manager.SubmitAsync(asked, new { Reason = "記録の訂正" });

        Assert.EndsWith("/edit", form.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains(form.Document.QuerySelectorAll("input"), i => i.GetAttribute("value") == "1番");
    }

    [Fact]
    public async Task Who_saves_without_seeing_empties_nothing()
    {
        await using var app = await KominkanApp.StartAsync();
        var person = await app.PersonAsync(Known);
        var staff = await app.SignInAsync(RoleKeys.HeadOffice);
        var form = await staff.SubmitAsync(await staff.OpenAsync($"/staff/people/{person}/edit"), new { Reason = "記録の訂正" });
        app.Clock.Advance(TimeSpan.FromMinutes(15));

        var saved = await staff.SubmitAsync(form, new Dictionary<string, string> { ["FamilyName"] = "仲村", ["Phone"] = "", ["Mail"] = "", ["Town"] = "", ["Street"] = "", ["PostalCode"] = "", ["Birth.Year"] = "", ["Birth.Month"] = "", ["Birth.Day"] = "" });

        Assert.Equal("仲村　恵子", saved.Heading);
        var known = (await app.ReadAsync(person)).Details;
        Assert.Equal((Known.Phone, Known.Mail, Known.Birth, "熊本市中央区花畑町1番"), (known.Phone, known.Mail, known.Birth, known.Address));
    }

    [Fact]
    public async Task A_groups_roster_leaves_out_what_the_role_does_not_see()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.PersonAsync(Known);
        var group = await GroupTests.RegisterAsync(await app.HeadOfficeAsync(), "水彩の会");
        async Task<string> RosterAsync(string role) => await (await app.SignInAsync(role)).Http.GetStringAsync(new Uri($"{group}/roster.csv", UriKind.Relative));

        Assert.Contains(Contact[0], await RosterAsync(RoleKeys.Counter), StringComparison.Ordinal);
        var hidden = await RosterAsync(RoleKeys.HeadOffice);
        Assert.Contains("ナカムラ", hidden, StringComparison.Ordinal);
        Assert.DoesNotContain(Contact[0], hidden, StringComparison.Ordinal);
    }
}
