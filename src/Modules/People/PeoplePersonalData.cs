using System.Globalization;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.People.Import;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People;

/// <summary>The person's own record and those merged into it, their consents, identity checks, family and groups.</summary>
internal sealed class PeoplePersonalData(PeopleDb db, ErasePerson erase, ReadRoster rosters) : IPersonalData, IPersonTraits
{
    public string Key => "people";

    public string Title => "利用者の記録";

    public async Task<PersonTraits?> FindAsync(Guid person, CancellationToken cancellation = default)
    {
        var key = await db.KeyAsync(person, cancellation);
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == key.Id && p.State == PersonState.Active, cancellation) is not { } found)
        {
            return null;
        }

        var accounts = await db.Families.AsNoTracking().Where(f => f.AccountId != null && f.Members.Any(m => key.Ids.Contains(m.PersonId) && m.IsHolder)).Select(f => f.AccountId!.Value).ToListAsync(cancellation);
        var records = await db.People.AsNoTracking().Where(p => key.Ids.Contains(p.Id) && p.State != PersonState.Erased).ToListAsync(cancellation);
        var traits = new PersonTraits(key, found.Details.Name, accounts)
        {
            Names = [.. records.Select(r => r.Details.Name).Distinct()],
            KanaKeys = [.. records.Select(r => r.KanaKey).Where(k => k.Length > 0).Distinct()],
            Births = [.. records.Select(r => r.Details.Birth).OfType<DateOnly>().Distinct()],
            PhoneKeys = [.. records.SelectMany(r => r.PhoneKeys).Distinct()],
        };
        return await WithMailsAsync(traits, records.Select(r => r.Details.Mail), cancellation);
    }

    public async Task<PersonTraits> WithMailsAsync(PersonTraits person, IEnumerable<string> mails, CancellationToken cancellation = default)
    {
        var all = person with { Mails = [.. person.Mails.Concat(mails).Where(m => m.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)] };
        var terms = all.Mails.Concat(all.PhoneKeys).Distinct().ToLookup(c => SearchTerm.Cut(JapaneseText.SearchKey(c), SearchTerm.MaxLength));
        var asked = terms.Select(t => t.Key).ToList();
        var others = await (from t in db.Terms join p in db.People on t.PersonNumber equals p.Number where asked.Contains(t.Term) && p.State == PersonState.Active && !all.Key.Ids.Contains(p.Id) select t.Term).Distinct().ToListAsync(cancellation);
        return all with { Shared = [.. others.SelectMany(t => terms[t])] };
    }

    public async Task<IReadOnlyCollection<Guid>> HeldAsync(IReadOnlyCollection<Guid> accounts, CancellationToken cancellation = default) =>
        await db.Families.Where(f => f.AccountId != null && accounts.Contains(f.AccountId.Value)).Select(f => f.AccountId!.Value).ToListAsync(cancellation);

    public async Task<IReadOnlyList<PersonalRecord>> FindAsync(PersonTraits person, CancellationToken cancellation = default)
    {
        var ids = person.Key.Ids;
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id) && p.State != PersonState.Erased).OrderBy(p => p.RegisteredAt).ToListAsync(cancellation);
        var consents = await db.Consents.AsNoTracking().Where(c => ids.Contains(c.PersonId)).OrderBy(c => c.At).ToListAsync(cancellation);
        var checks = await db.IdentityChecks.AsNoTracking().Where(c => ids.Contains(c.PersonId)).OrderBy(c => c.SeenOn).ToListAsync(cancellation);
        var groups = await (from m in db.GroupMembers join g in db.Groups on m.GroupId equals g.Id where ids.Contains(m.PersonId) orderby m.JoinedOn select new { g.Details.Name, m.JoinedOn, m.LeftOn }).AsNoTracking().ToListAsync(cancellation);
        return
        [
            .. people.Select(Record),
            .. consents.Select(c => new PersonalRecord(Guid.Empty, "同意", [new("目的", $"{c.PurposeKey} 第{c.PurposeVersion}版"), new("答え", c.Given ? "同意する" : "同意しない"), new("日時", c.At.InJapan().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))])),
            .. checks.Select(c => new PersonalRecord(Guid.Empty, "本人確認", [new("書類", c.Document), new("確かめた日", Iso(c.SeenOn))])),
            .. groups.Select(g => new PersonalRecord(Guid.Empty, "団体", [new("団体", g.Name), new("入会", Iso(g.JoinedOn)), new("退会", Iso(g.LeftOn))])),
            .. await RostersAsync(person, cancellation),
        ];
    }

    public async Task EraseAsync(IReadOnlyCollection<Guid> records, CancellationToken cancellation = default)
    {
        await db.RosterFiles.Where(f => records.Contains(f.Id)).ExecuteDeleteAsync(cancellation);
        await erase.EraseAsync(records, cancellation);
    }

    /// <summary>A 名簿 on its way in that names the person goes whole: whoever uploaded it has it still.</summary>
    private async Task<IReadOnlyList<PersonalRecord>> RostersAsync(PersonTraits person, CancellationToken cancellation)
    {
        var found = new List<PersonalRecord>();
        foreach (var file in await db.RosterFiles.AsNoTracking().Where(f => f.TakenAt == null).OrderBy(f => f.UploadedAt).ToListAsync(cancellation))
        {
            if (await rosters.NamesAsync(file, person))
            {
                found.Add(new PersonalRecord(file.Id, "取り込む前の名簿", [new("ファイル", file.Name), new("日時", file.UploadedAt.InJapan().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))]));
            }
        }

        return found;
    }

    private static PersonalRecord Record(Person p) => new(p.Id, p.State == PersonState.Merged ? "統合した記録" : "利用者の記録",
    [
        new("番号", p.ShownNumber), new("姓", p.Details.FamilyName), new("名", p.Details.GivenName), new("セイ", p.Details.FamilyKana), new("メイ", p.Details.GivenKana),
        new("在留カード名", p.Details.CardName), new("通称", p.Details.Alias), new("生年月日", Iso(p.Details.Birth)), new("性別", p.Details.Gender),
        new("郵便番号", p.Details.PostalCode), new("住所", p.Details.Address), new("電話番号", string.Join("、", p.Details.Phones)), new("メール", p.Details.Mail), new("言葉", p.Details.Language),
        new("登録", p.RegisteredAt.InJapan().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
    ]);

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>同意の答え that count no more: answered anew since, or to a text that is not asked any more. What counts is kept as long as the person.</summary>
internal sealed class OldConsents(PeopleDb db, AppDatabase database) : IRetention
{
    public string Key => "people.consents";

    public string Label => "いまは効かない同意の答え";

    public int Months => 60;

    public Task<int> CountAsync(DateTime before, CancellationToken cancellation = default) => Old(before).CountAsync(cancellation);

    public Task<int> ApplyAsync(DateTime before, CancellationToken cancellation = default) =>
        database.InTransactionAsync(() => Old(before).ExecuteDeleteAsync(cancellation), cancellation);

    /// <summary>Counted from when they ceased to count.</summary>
    private IQueryable<Consent> Old(DateTime before)
    {
        var day = DateOnly.FromDateTime(before.InJapan());
        return db.Consents.Where(c => db.Consents.Any(o => o.PersonId == c.PersonId && o.PurposeKey == c.PurposeKey && o.At > c.At && o.At < before)
            || db.Purposes.Any(p => p.Key == c.PurposeKey && p.Version == c.PurposeVersion && p.Until != null && p.Until < day));
    }
}
