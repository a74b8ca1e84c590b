using Kominkan.People.Contracts;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.SharedKernel.Tables;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Import;

/// <summary>One 名簿 on its way in.</summary>
internal sealed class PeopleRun(PeopleDb db, KeepPerson keep, KnownPeople known, DateTime now) : IImportRun
{
    private const int Batch = 500;

    private readonly List<PersonDetails> pending = [];

    public async ValueTask<Verdict> TakeAsync(ImportRow row, CancellationToken cancellation)
    {
        var details = PersonRules.Clean(PeopleDataset.Read(row));
        try
        {
            PersonRules.Check(details, DateOnly.FromDateTime(now.InJapan()));
        }
        catch (RuleBroken broken) when (!row.IsWrong)
        {
            row.Refuse(broken.Message);
        }
        catch (RuleBroken)
        {
        }

        if (row.IsWrong)
        {
            return row.Settle(Verdict.New);
        }

        var asked = KnownPeople.Of(details, row.Number);
        switch (known.Same(asked))
        {
            case []:
                break;
            case [{ Number: 0, Row: var other }]:
                return Verdict.Check($"{other}行目と同じ方です。1人として扱います。");
            case [var same]:
                return await CompareAsync(row, details, same.Number, cancellation);
            case var several:
                return Verdict.Check($"同じ方かもしれない記録が{several.Count}つあるので、登録しませんでした。");
        }

        var namesakes = known.Namesakes(asked);
        known.Add(asked);
        pending.Add(details);
        if (pending.Count == Batch)
        {
            await SaveAsync(cancellation);
        }

        return namesakes.Count == 0 ? Verdict.New : Verdict.Check($"同じフリガナの方がいます（{Named(namesakes[0])}）。別の方として登録します。");
    }

    public Task FinishAsync(CancellationToken cancellation) => SaveAsync(cancellation);

    /// <summary>Says what the file has otherwise; the record stays as it is.</summary>
    private async Task<Verdict> CompareAsync(ImportRow row, PersonDetails told, int number, CancellationToken cancellation)
    {
        var kept = await db.People.AsNoTracking().Where(p => p.Number == number).Select(p => p.Details).SingleAsync(cancellation);
        string[] keptPhones = [.. kept.Phones.Select(JapaneseText.PhoneKey)];
        (string Column, bool Differs)[] parts =
        [
            (PeopleDataset.Name_, Person.KeyOf(told.FamilyName, told.GivenName) != Person.KeyOf(kept.FamilyName, kept.GivenName)),
            (PeopleDataset.Kana, Person.KeyOf(told.FamilyKana, told.GivenKana) != Person.KeyOf(kept.FamilyKana, kept.GivenKana)),
            (PeopleDataset.Birth, told.Birth is { } birth && birth != kept.Birth),
            (PeopleDataset.Gender, told.Gender != PersonDetails.Unknown && told.Gender != kept.Gender),
            (PeopleDataset.Address, told.Address.Length > 0 && JapaneseText.SearchKey(told.Address) != JapaneseText.SearchKey(kept.Address)),
            (PeopleDataset.PostalCode, told.PostalCode.Length > 0 && told.PostalCode != kept.PostalCode),
            (PeopleDataset.Phone, told.Phones.Any(p => !keptPhones.Contains(JapaneseText.PhoneKey(p)))),
            (PeopleDataset.Mail, told.Mail.Length > 0 && !told.Mail.Equals(kept.Mail, StringComparison.OrdinalIgnoreCase)),
        ];
        var different = parts.Where(p => p.Differs).Select(p => p.Column).ToList();
        return row.Settle(different.Count == 0 ? Verdict.Unchanged
            : Verdict.Check($"登録済みの方（番号 {PersonNumber.Format(number)}）と{string.Join("・", different)}が違います。記録は変えていません。"));
    }

    private static string Named(KnownPeople.Known person) => person.Number == 0 ? $"{person.Row}行目" : $"番号 {PersonNumber.Format(person.Number)}";

    private async Task SaveAsync(CancellationToken cancellation)
    {
        if (pending.Count == 0)
        {
            return;
        }

        var number = await keep.NextNumberAsync(pending.Count, cancellation);
        db.People.AddRange(pending.Select(d => new Person(number++, d, now)));
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        pending.Clear();
    }
}
