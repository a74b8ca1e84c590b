using System.Text.Json;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>A person's places on courses: those staff linked to them, and those of the same kana with the birth date or telephone number.</summary>
internal sealed class CoursePersonalData(CoursesDb db) : IPersonalData
{
    public string Key => "courses";

    public string Title => "講座の申し込み";

    public async Task<IReadOnlyList<PersonalRecord>> FindAsync(PersonTraits person, CancellationToken cancellation = default)
    {
        var found = await (from e in db.Enrolments
                           join a in db.Applications.IgnoreQueryFilters() on e.ApplicationId equals a.Id
                           join c in db.Courses.IgnoreQueryFilters() on e.CourseId equals c.Id
                           where (e.PersonId != null && person.Key.Ids.Contains(e.PersonId.Value)) || person.KanaKeys.Contains(e.KanaKey)
                           orderby a.AppliedAt
                           select new { Enrolment = e, Application = a, c.Title, c.Number }).IgnoreAutoIncludes().AsNoTracking().ToListAsync(cancellation);
        var theirs = found.Where(f => f.Enrolment.PersonId is { } id && person.Key.Ids.Contains(id) || person.IsSame(f.Enrolment.KanaKey, f.Enrolment.Person.Birth, f.Application.PhoneKey)).ToList();
        var slips = theirs.Select(f => f.Application.Id).Distinct().ToList();
        var contacts = await db.Applications.IgnoreQueryFilters().AsNoTracking().Where(a => slips.Contains(a.Id)).ToListAsync(cancellation);
        return
        [
            .. theirs.Select(f => Record(f.Enrolment, f.Application, $"{f.Number} {f.Title}")),
            .. contacts.Where(a => IsContactOf(a, person)).Select(Contact),
            .. await DraftsAsync(person, cancellation),
        ];
    }

    public async Task EraseAsync(IReadOnlyCollection<Guid> records, CancellationToken cancellation = default)
    {
        await db.Drafts.Where(d => records.Contains(d.Id)).ExecuteDeleteAsync(cancellation);
        var people = await db.Enrolments.Where(e => records.Contains(e.Id)).ToListAsync(cancellation);
        people.ForEach(e => e.Erase());
        await db.SaveChangesAsync(cancellation);
        var slips = people.Select(e => e.ApplicationId).Distinct().ToList();
        foreach (var slip in await db.Applications.IgnoreQueryFilters().Where(a => slips.Contains(a.Id) || records.Contains(a.Id)).ToListAsync(cancellation))
        {
            slip.Erase(contact: records.Contains(slip.Id));
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>What was typed and not sent yet: kept for a day, found by its text.</summary>
    private async Task<IEnumerable<PersonalRecord>> DraftsAsync(PersonTraits person, CancellationToken cancellation)
    {
        var drafts = await db.Drafts.AsNoTracking().Where(d => d.Json != "").ToListAsync(cancellation);
        return drafts.Where(d => Texts(JsonDocument.Parse(d.Json).RootElement).ToList() is var texts
                && (person.PhoneKeys.Any(k => texts.Any(t => JapaneseText.PhoneKey(t) == k)) || person.KanaKeys.Any(k => JapaneseText.SearchKey(string.Concat(texts)).Contains(k, StringComparison.Ordinal))))
            .Select(d => new PersonalRecord(d.Id, "送る前の申し込み", [new("入力", string.Join(' ', Texts(JsonDocument.Parse(d.Json).RootElement).Where(t => t.Length > 0)))]));
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Texts(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [element.GetString() ?? ""],
        _ => [],
    };

    private static PersonalRecord Record(Enrolment e, Application a, string course) => new(e.Id, "講座の申し込み",
    [
        new("講座", course), new("受付番号", a.ReceiptNumber), new("受付", a.AppliedAt.InJapan().ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)),
        new("氏名", e.Person.Name), new("フリガナ", e.Person.Kana), new("生年月日", e.Person.Birth?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? ""), new("性別", e.Person.Gender),
        new("メモ", a.Note),
    ],
    a.Id);

    /// <summary>By the id of the slip: whose contact is another's keeps it when one of them is erased.</summary>
    private static PersonalRecord Contact(Application a) => new(a.Id, "申し込みの連絡先", [new("受付番号", a.ReceiptNumber), new("電話番号", a.Contact.Phone), new("メール", a.Contact.Mail), new("住所", a.Contact.Address)]);

    /// <summary>The number, address or account on it is theirs, or nobody else is on the slip.</summary>
    private static bool IsContactOf(Application a, PersonTraits person) =>
        person.PhoneKeys.Contains(a.PhoneKey) || person.Mails.Contains(a.Contact.Mail, StringComparer.OrdinalIgnoreCase) || (a.AccountId is { } account && person.Accounts.Contains(account)) || a.People.Count(p => !p.IsErased) == 1;
}

/// <summary>申し込み: the people on them are blanked when the city need not keep them any longer; counts and age bands stay.</summary>
internal sealed class OldApplications(CoursesDb db, AppDatabase database, CoursePersonalData data) : IRetention
{
    private const int Batch = 500;

    public string Key => "courses.applications";

    public string Label => "講座の申し込み（氏名、連絡先、メモ）";

    public int Months => 60;

    public Task<int> CountAsync(DateTime before, CancellationToken cancellation = default) => Old(before).CountAsync(cancellation);

    public async Task<int> ApplyAsync(DateTime before, CancellationToken cancellation = default)
    {
        var done = 0;
        while (await Old(before).OrderBy(e => e.Id).Take(Batch).Select(e => e.Id).ToListAsync(cancellation) is { Count: > 0 } some)
        {
            await database.InTransactionAsync(() => data.EraseAsync(some, cancellation), cancellation);
            done += some.Count;
        }

        return done;
    }

    /// <summary>Those of courses that ended before; of courses without a day, by the day of application.</summary>
    private IQueryable<Enrolment> Old(DateTime before)
    {
        var day = DateOnly.FromDateTime(before);
        return from e in db.Enrolments
               join a in db.Applications.IgnoreQueryFilters() on e.ApplicationId equals a.Id
               join c in db.Courses.IgnoreQueryFilters() on e.CourseId equals c.Id
               where a.AppliedAt < before && (c.LastDate == null || c.LastDate < day) && e.Person.FamilyName != Applicant.ErasedName
               select e;
    }
}
