using Kominkan.People.Contracts;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.People.Tests;

/// <summary>What residents' own pages will ask for.</summary>
public sealed class FamilyRecordsTests
{
    private static readonly Guid Account = Guid.NewGuid();

    private static readonly PersonDetails Child = Clerk.Nakamura with { GivenName = "陽菜", GivenKana = "ヒナ", Birth = new(2018, 5, 5) };

    [Fact]
    public async Task A_family_under_one_sign_in_is_its_holder_and_those_they_act_for()
    {
        await using var app = await KominkanApp.StartAsync();
        var holder = await DoAsync(app, f => f.BeginAsync(Account, Clerk.Nakamura));
        var child = await DoAsync(app, f => f.AddAsync(Account, Child, "母"));
        var family = await DoAsync(app, f => f.OfAsync(Account));
        Assert.Equal([(holder, true), (child, false)], family.Select(m => (m.PersonId, m.IsHolder)));
        var guardian = await app.DoAsync(s => s.GetRequiredService<PeopleDb>().Guardianships.SingleAsync());
        Assert.Equal((child, holder, "母"), (guardian.ChildId, guardian.GuardianId, guardian.Relation));
        await Assert.ThrowsAsync<RuleBroken>(() => DoAsync(app, f => f.BeginAsync(Account, Clerk.Nakamura)));
    }

    [Fact]
    public async Task A_family_is_full_at_fifteen_however_many_are_added_at_once()
    {
        await using var app = await KominkanApp.StartAsync();
        await DoAsync(app, f => f.BeginAsync(Account, Clerk.Nakamura));
        var refused = 0;
        await Task.WhenAll(Enumerable.Range(1, Family.Most.Initial + 5).Select(async n =>
        {
            try
            {
                await DoAsync(app, f => f.AddAsync(Account, Child with { GivenName = $"{n}子", Phone = "" }, null));
            }
            catch (RuleBroken)
            {
                Interlocked.Increment(ref refused);
            }
        }));
        Assert.Equal((Family.Most.Initial, 6), ((await DoAsync(app, f => f.OfAsync(Account))).Count, refused));
    }

    [Fact]
    public async Task How_many_a_family_holds_is_the_citys_to_decide_from_a_day_on()
    {
        await using var app = await KominkanApp.StartAsync();
        var staff = await app.HeadOfficeAsync();
        await staff.SubmitAsync(await staff.OpenAsync("/staff/rules/people.family-most"), new { Value = 2, From = "2026-11-24" });
        await DoAsync(app, f => f.BeginAsync(Account, Clerk.Nakamura));
        await DoAsync(app, f => f.AddAsync(Account, Child, "母"));
        await DoAsync(app, f => f.AddAsync(Account, Child with { GivenName = "葵", GivenKana = "アオイ" }, "母"));
        app.Clock.Advance(TimeSpan.FromDays(1));
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => DoAsync(app, f => f.AddAsync(Account, Child with { GivenName = "蓮", GivenKana = "レン" }, "母")));
        Assert.Equal("1つの家族に入れるのは2人までです。", refused.Message);
    }

    [Fact]
    public async Task Nobody_outside_the_family_is_found()
    {
        await using var app = await KominkanApp.StartAsync();
        await DoAsync(app, f => f.BeginAsync(Account, Clerk.Nakamura));
        var stranger = await app.PersonAsync(Clerk.Nakamura with { FamilyName = "佐藤", FamilyKana = "サトウ", Phone = "" });
        await app.DoAsync(async s =>
        {
            s.GetRequiredService<PeopleDb>().Purposes.Add(ConsentPurpose.Begin("photo", "写真", "載ります。", new(2026, 4, 1)));
            await s.GetRequiredService<PeopleDb>().SaveChangesAsync();
        });
        Assert.False(await DoAsync(app, f => f.ChangeAsync(Account, stranger, 1, Clerk.Nakamura)));
        Assert.False(await DoAsync(app, f => f.RemoveAsync(Account, stranger)));
        Assert.False(await DoAsync(app, f => f.AnswerAsync(Account, stranger, "photo", true)));
        Assert.Empty(await DoAsync(app, f => f.ConsentsAsync(Account, stranger)));
        Assert.Empty(await DoAsync(app, f => f.OfAsync(Guid.NewGuid())));
    }

    [Fact]
    public async Task A_change_over_a_newer_one_is_refused_and_the_holder_cannot_leave()
    {
        await using var app = await KominkanApp.StartAsync();
        var holder = await DoAsync(app, f => f.BeginAsync(Account, Clerk.Nakamura));
        Assert.True(await DoAsync(app, f => f.ChangeAsync(Account, holder, 1, Clerk.Nakamura with { Mail = "a@example.jp" })));
        await Assert.ThrowsAsync<RuleBroken>(() => DoAsync(app, f => f.ChangeAsync(Account, holder, 1, Clerk.Nakamura)));
        await Assert.ThrowsAsync<RuleBroken>(() => DoAsync(app, f => f.RemoveAsync(Account, holder)));
    }

    [Fact]
    public async Task Consent_is_answered_per_purpose_and_can_be_withdrawn()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.DoAsync(async s =>
        {
            s.GetRequiredService<PeopleDb>().Purposes.Add(ConsentPurpose.Begin("photo", "写真", "載ります。", new(2026, 4, 1)));
            await s.GetRequiredService<PeopleDb>().SaveChangesAsync();
        });
        var holder = await DoAsync(app, f => f.BeginAsync(Account, Clerk.Nakamura));
        Assert.Null((await DoAsync(app, f => f.ConsentsAsync(Account, holder))).Single().Given);
        Assert.True(await DoAsync(app, f => f.AnswerAsync(Account, holder, "photo", true)));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await DoAsync(app, f => f.AnswerAsync(Account, holder, "photo", false)));
        Assert.False((await DoAsync(app, f => f.ConsentsAsync(Account, holder))).Single().Given);
        Assert.False(await DoAsync(app, f => f.AnswerAsync(Account, holder, "unknown", true)));
    }

    [Fact]
    public async Task Somebody_on_record_gets_an_account_and_brings_the_family_staff_had_put_together()
    {
        await using var app = await KominkanApp.StartAsync();
        var person = await app.PersonAsync();
        var child = await app.PersonAsync(Child);
        var staff = await app.HeadOfficeAsync();
        await staff.SubmitAsync(await staff.OpenAsync($"/staff/people/{person}/family/new"), new { Who__Text = "陽菜" });
        await DoAsync(app, async f => { await f.JoinAccountAsync(Account, person); return true; });
        Assert.Equal([person, child], (await DoAsync(app, f => f.OfAsync(Account))).Select(m => m.PersonId));
        await Assert.ThrowsAsync<RuleBroken>(() => DoAsync(app, async f => { await f.JoinAccountAsync(Guid.NewGuid(), person); return true; }));
        await DoAsync(app, async f => { await f.LeaveAccountAsync(Account); return true; });
        Assert.Empty(await DoAsync(app, f => f.OfAsync(Account)));
    }

    private static Task<T> DoAsync<T>(KominkanApp app, Func<IFamilyRecords, Task<T>> act) => app.DoAsync(s => act(s.GetRequiredService<IFamilyRecords>()));
}
