using System.Text;
using Kominkan.People;
using Kominkan.People.Contracts;
using Kominkan.People.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.EndToEnd;

/// <summary>The pages of people and groups with the longest names there are, wide and narrow.</summary>
[Trait("Category", "Look")]
public sealed class StaffPeoplePagesTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Long = "アレクサンドラマリアテレジアクリスティーナ";

    [Fact]
    public async Task Are_accessible_and_fit_at_any_width()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.FillSampleAsync();
        var person = await app.DoAsync(async s => (await s.GetRequiredService<KeepPerson>().AddAsync(new PersonDetails
        {
            FamilyName = Long,
            GivenName = Long,
            FamilyKana = Long,
            GivenKana = Long,
            CardName = "ALEXANDRA MARIA THERESIA CHRISTINA SOPHIE ELISABETH",
            Birth = new(1955, 4, 5),
            Phone = "090-0000-0001",
            Phone2 = "096-000-0002",
            Mail = "alexandra.maria.theresia.christina.sophie.elisabeth@example.jp",
            PostalCode = "8600806",
            Town = "熊本県熊本市中央区花畑町",
            Street = "1丁目2番3号くまもと花畑町中央ビルディング1203号室",
        })).Id);
        var found = await app.DoAsync(async s =>
        {
            var db = s.GetRequiredService<PeopleDb>();
            var child = await db.Guardianships.FirstAsync();
            var group = await db.Groups.Include(g => g.Members).OrderBy(g => g.NameKey).FirstAsync();
            return (child.ChildId, Link: child.Id, child.GuardianId, Group: group.Id, Member: group.Members[2].Id, Pair: (await db.Suspects.FirstAsync()).Id, Purpose: (await db.Purposes.FirstAsync()).Id,
                Relative: (await db.FamilyMembers.FirstAsync(m => m.PersonId == child.ChildId)).Id);
        });
        using var clerk = await app.SignInWithAsync(RoleKeys.HeadOffice, RoleKeys.Counter);
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var import = await clerk.UploadAsync(await clerk.OpenAsync("/staff/people/import"), "名簿.csv", Encoding.UTF8.GetBytes($"氏名,フリガナ,電話\n{Long} {Long},{Long} {Long},090-0000-0009\n佐藤,,\n"));
        await clerk.SubmitAsync(import);
        string[] urls =
        [
            "/staff/people", "/staff/people/new", $"/staff/people/{person}", $"/staff/people/{person}/edit", $"/staff/people/{found.ChildId}", $"/staff/people/{found.GuardianId}", $"/staff/people/{person}/consents",
            $"/staff/people/{person}/identity/new", $"/staff/people/{person}/guardians/new", $"/staff/people/{found.ChildId}/guardians/{found.Link}/end", $"/staff/people/{person}/family/new",
            $"/staff/people/{found.GuardianId}/family/{found.Relative}/leave", $"/staff/people/{person}/same", $"/staff/people/{person}/courses", "/staff/people/duplicates", $"/staff/people/duplicates/{found.Pair}",
            $"/staff/people/duplicates/{found.Pair}/different", "/staff/people/purposes", "/staff/people/purposes/new", $"/staff/people/purposes/{found.Purpose}/revise", "/staff/people/import",
            import.Url.AbsolutePath, import.Url.AbsolutePath + "/check", "/staff/groups", "/staff/groups?q=ありません", "/staff/groups/new", $"/staff/groups/{found.Group}", $"/staff/groups/{found.Group}/edit",
            $"/staff/groups/{found.Group}/members/new", $"/staff/groups/{found.Group}/members/{found.Member}/leave", $"/staff/groups/{found.Group}/renew", $"/staff/groups/{found.Group}/hand-over",
        ];
        await chromium.LookAsync(app, clerk, urls);
        await chromium.LookAsync(app, office, [$"/staff/people/{person}", $"/staff/people/{person}/reveal"]);
        foreach (var width in new[] { 1280, 320 })
        {
            await using var visit = await chromium.VisitAsync(app, width: width);
            await visit.SignInAsync(app, clerk);
            await visit.OpenAsync("/staff/people");
            await visit.Page.FillAsync("#Q", "な");
            await visit.Page.ClickAsync("main button[type=submit]");
            await visit.CheckAsync();
        }
    }
}
