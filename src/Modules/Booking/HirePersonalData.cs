using System.Globalization;
using System.Text.Json;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>The rooms a person has hired: linked by staff or by their account, or of the same kana with the telephone number.</summary>
internal sealed class HirePersonalData(BookingDb db) : IPersonalData
{
    public string Key => "booking";

    public string Title => "部屋の予約";

    public async Task<IReadOnlyList<PersonalRecord>> FindAsync(PersonTraits person, CancellationToken cancellation = default)
    {
        var hires = await db.Hires.IgnoreQueryFilters().AsNoTracking().Include(h => h.Fees).Include(h => h.Refusal).Where(h =>
            (h.PersonId != null && person.Key.Ids.Contains(h.PersonId.Value)) || (h.AccountId != null && person.Accounts.Contains(h.AccountId.Value)) || person.KanaKeys.Contains(h.KanaKey)
            || (h.PhoneKey != "" && person.PhoneKeys.Contains(h.PhoneKey))).OrderBy(h => h.Date).ToListAsync(cancellation);
        return
        [
            .. hires.Where(h => IsLinked(h, person) || person.IsSame(h.KanaKey, null, h.PhoneKey)).Select(Record),
            .. await PointsAsync(hires.Where(h => IsLinked(h, person) || person.IsSame(h.KanaKey, null, h.PhoneKey)), cancellation),
            .. await EntitlementsAsync(person, cancellation),
            .. await EvidenceAsync(hires.Where(h => IsLinked(h, person) || person.IsSame(h.KanaKey, null, h.PhoneKey)), cancellation),
            .. (await db.OwnGroups.AsNoTracking().Where(o => person.Accounts.Contains(o.AccountId)).OrderBy(o => o.Id).ToListAsync(cancellation))
                .Select(o => new PersonalRecord(o.Id, "自分の団体の届", [new("団体", o.Name), new("届けた日", o.Since.Long())])),
            .. (await AskedAsync(db.Waits, person, cancellation)).Select(w => Record(w, "部屋の空き待ち", Wording.When(w.Slot))),
            .. (await AskedAsync(db.LotteryEntries.Include(e => e.Wishes), person, cancellation)).Select(e => Record(e, "部屋の抽選の申し込み", string.Join("、", e.Wishes.OrderBy(w => w.Rank).ThenBy(w => w.Part).Select(w => Wording.When(w.Slot))))),
            .. (await AskedAsync(db.Seasons, person, cancellation)).Select(s => Record(s, "年間の予約", $"{s.First.Long()}から毎週 {Wording.Spoken(s.From, s.To)}")),
            .. await DraftsAsync(person, cancellation),
        ];
    }

    public async Task EraseAsync(IReadOnlyCollection<Guid> records, CancellationToken cancellation = default)
    {
        // What was seen for a reduction may tell of a handicap.
        await db.Set<HireFee>().Where(f => records.Contains(f.HireId) && f.Evidence != "").ExecuteUpdateAsync(u => u.SetProperty(f => f.Evidence, ""), cancellation);
        await db.Set<HireRefusal>().Where(r => records.Contains(r.HireId) && r.Explanation != "").ExecuteUpdateAsync(u => u.SetProperty(r => r.Explanation, ""), cancellation);
        (await db.PointCases.IgnoreQueryFilters().Where(p => records.Contains(p.Id) || records.Contains(p.HireId)).ToListAsync(cancellation)).ForEach(p => p.Erase());
        (await db.Entitlements.IgnoreQueryFilters().Where(e => records.Contains(e.Id)).ToListAsync(cancellation)).ForEach(e => e.Erase());
        (await db.TieEvidence.IgnoreQueryFilters().Where(e => records.Contains(e.Id) || records.Contains(e.HireId)).ToListAsync(cancellation)).ForEach(e => e.Erase());
        await db.OwnGroups.Where(o => records.Contains(o.Id)).ExecuteDeleteAsync(cancellation);
        await db.Drafts.Where(d => records.Contains(d.Id)).ExecuteDeleteAsync(cancellation);
        foreach (var hire in await db.Hires.IgnoreQueryFilters().Where(h => records.Contains(h.Id)).ToListAsync(cancellation))
        {
            hire.Erase();
        }

        await EraseAsync(db.Waits, records, cancellation);
        await EraseAsync(db.LotteryEntries, records, cancellation);
        await EraseAsync(db.Seasons, records, cancellation);

        await db.SaveChangesAsync(cancellation);
    }

    private static bool IsLinked(RoomHire hire, PersonTraits person) =>
        (hire.PersonId is { } id && person.Key.Ids.Contains(id)) || (hire.AccountId is { } account && person.Accounts.Contains(account) && person.KanaKeys.Contains(hire.KanaKey));

    /// <summary>What was held against them, and what they said of it.</summary>
    private async Task<IEnumerable<PersonalRecord>> PointsAsync(IEnumerable<RoomHire> theirs, CancellationToken cancellation)
    {
        var numbers = theirs.ToDictionary(h => h.Id, h => h.Number);
        var cases = await db.PointCases.IgnoreQueryFilters().AsNoTracking().Where(p => numbers.Keys.Contains(p.HireId)).OrderBy(p => p.Id).ToListAsync(cancellation);
        return cases.Select(p => new PersonalRecord(p.Id, "利用の点数",
        [
            new("受付番号", numbers[p.HireId]), new("理由", PointWording.Of(p.Kind)), new("点数", PointWording.Points(p.HalfPoints)), new("状態", PointWording.Of(p.State).Word),
            new("弁明", p.Answer), new("決定の理由", p.Reason is null ? "" : p.ReasonInWords()), new("点数を数える日", p.CountsTo?.Long() ?? ""),
        ]));
    }

    /// <summary>Groups they registered for a reduction.</summary>
    private async Task<IEnumerable<PersonalRecord>> EntitlementsAsync(PersonTraits person, CancellationToken cancellation)
    {
        var found = await db.Entitlements.IgnoreQueryFilters().AsNoTracking().Where(e => person.KanaKeys.Contains(e.KanaKey) || (e.PhoneKey != "" && person.PhoneKeys.Contains(e.PhoneKey))).OrderBy(e => e.Id).ToListAsync(cancellation);
        return found.Where(e => person.IsSame(e.KanaKey, null, e.PhoneKey)).Select(e => new PersonalRecord(e.Id, "減免の登録",
        [
            new("登録番号", e.Number), new("団体", e.Hirer.GroupName), new("氏名", e.Hirer.Name), new("フリガナ", e.Hirer.Kana), new("電話番号", e.Hirer.Phone),
            new("減免", e.Group), new("確かめたもの", e.Evidence), new("期間", $"{e.From.Long()}から{e.LastDay.Long()}まで"),
        ]));
    }

    /// <summary>Papers they showed for a hire.</summary>
    private async Task<IEnumerable<PersonalRecord>> EvidenceAsync(IEnumerable<RoomHire> theirs, CancellationToken cancellation)
    {
        var shown = theirs.ToDictionary(h => h.Id);
        var seen = await db.TieEvidence.IgnoreQueryFilters().AsNoTracking().Where(e => shown.Keys.Contains(e.HireId)).OrderBy(e => e.Id).ToListAsync(cancellation);
        return seen.Select(e => new PersonalRecord(e.Id, "市内とのつながりの確認",
        [
            new("受付番号", shown[e.HireId].Number), new("つながり", shown[e.HireId].Tie.Name), new("確かめた書類", e.Paper),
            new("確かめた日", DateOnly.FromDateTime(e.SeenAt.InJapan()).Long()), new("有効な日", $"{e.ValidTo.Long()}まで"),
        ]));
    }

    /// <summary>What was typed and not sent: kept for a day, found by its text.</summary>
    private async Task<IEnumerable<PersonalRecord>> DraftsAsync(PersonTraits person, CancellationToken cancellation)
    {
        var drafts = await db.Drafts.AsNoTracking().Where(d => d.Json != "").ToListAsync(cancellation);
        return drafts.Where(d => Texts(d.Json) is var texts
                && (person.PhoneKeys.Any(k => texts.Any(t => JapaneseText.PhoneKey(t) == k)) || person.KanaKeys.Any(k => JapaneseText.SearchKey(string.Concat(texts)).Contains(k, StringComparison.Ordinal))))
            .Select(d => new PersonalRecord(d.Id, "送る前の部屋の予約", [new("入力", string.Join(' ', Texts(d.Json).Where(t => t.Length > 0)))]));
    }

    private static List<string> Texts(string json) =>
        [.. JsonDocument.Parse(json).RootElement.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String).Select(p => p.Value.GetString() ?? "")];

    private static async Task EraseAsync<T>(IQueryable<T> requests, IReadOnlyCollection<Guid> records, CancellationToken cancellation)
        where T : HireRequest => (await requests.IgnoreQueryFilters().Where(r => records.Contains(r.Id)).ToListAsync(cancellation)).ForEach(r => r.Erase());

    private static async Task<IEnumerable<T>> AskedAsync<T>(IQueryable<T> requests, PersonTraits person, CancellationToken cancellation)
        where T : HireRequest
    {
        var found = await requests.IgnoreQueryFilters().AsNoTracking().Where(r =>
            (r.PersonId != null && person.Key.Ids.Contains(r.PersonId.Value)) || (r.AccountId != null && person.Accounts.Contains(r.AccountId.Value)) || person.KanaKeys.Contains(r.KanaKey)
            || (r.PhoneKey != "" && person.PhoneKeys.Contains(r.PhoneKey))).OrderBy(r => r.AskedAt).ToListAsync(cancellation);
        return found.Where(r => (r.PersonId is { } id && person.Key.Ids.Contains(id)) || (r.AccountId is { } account && person.Accounts.Contains(account) && person.KanaKeys.Contains(r.KanaKey)) || person.IsSame(r.KanaKey, null, r.PhoneKey));
    }

    private static PersonalRecord Record(HireRequest r, string title, string when) => new(r.Id, title,
    [
        new("受付番号", r.Number), new("受付", r.AskedAt.InJapan().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)), new("日時", when),
        new("団体", r.Hirer.GroupName), new("氏名", r.Hirer.Name), new("フリガナ", r.Hirer.Kana), new("電話番号", r.Hirer.Phone), new("メール", r.Hirer.Mail),
        new("目的", Wording.Purpose(r.PurposeKind, r.Purpose)), new("市内とのつながり", r.Tie.Name), new("人数", r.People.ToString(CultureInfo.InvariantCulture)), new("メモ", r.Note),
    ]);

    private static PersonalRecord Record(RoomHire h) => new(h.Id, "部屋の予約",
    [
        new("受付番号", h.Number), new("受付", h.BookedAt.InJapan().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)), new("日時", Wording.When(h.Slot)),
        new("団体", h.Hirer.GroupName), new("氏名", h.Hirer.Name), new("フリガナ", h.Hirer.Kana), new("電話番号", h.Hirer.Phone), new("メール", h.Hirer.Mail),
        new("目的", Wording.Purpose(h.PurposeKind, h.Purpose)), new("市内とのつながり", h.Tie.Name), new("人数", h.People.ToString(CultureInfo.InvariantCulture)), new("使用料", Wording.Yen(h.Yen)), new("減免で確かめたもの", string.Join("、", h.Fees.Select(f => f.Evidence).Where(e => e.Length > 0))), new("不許可の理由", h.Refusal is { } no ? $"{no.Told}、{no.Article}" : ""), new("メモ", h.Note),
    ]);
}

/// <summary>部屋の予約: who hired is blanked when the city need not know any longer; the room, the time, heads and money stay.</summary>
internal sealed class OldHires(BookingDb db, AppDatabase database, HirePersonalData data) : IRetention
{
    private const int Batch = 500;

    public string Key => "booking.hires";

    public string Label => "部屋の予約（氏名、団体名、連絡先、目的、メモ、点数の弁明）";

    public int Months => 60;

    public Task<int> CountAsync(DateTime before, CancellationToken cancellation = default) => Old(before).CountAsync(cancellation);

    public async Task<int> ApplyAsync(DateTime before, CancellationToken cancellation = default)
    {
        var done = 0;
        while (await Old(before).OrderBy(h => h.Id).Take(Batch).Select(h => h.Id).ToListAsync(cancellation) is { Count: > 0 } some)
        {
            await database.InTransactionAsync(() => data.EraseAsync(some, cancellation), cancellation);
            done += some.Count;
        }

        return done;
    }

    private IQueryable<RoomHire> Old(DateTime before)
    {
        var day = DateOnly.FromDateTime(before);
        return db.Hires.IgnoreQueryFilters().Where(h => h.Date < day && h.Hirer.FamilyName != Hirer.ErasedName);
    }
}
