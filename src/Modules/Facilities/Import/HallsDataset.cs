using Kominkan.Facilities.Data;
using Kominkan.Facilities.Domain;
using Kominkan.SharedKernel.Tables;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Facilities.Import;

/// <summary>
/// Halls and branches, a row for each version of what is written about them. Owner and telephone have no column: a hall
/// already known keeps its own. Wards are made from the file only where the database has none yet.
/// </summary>
internal sealed class HallsDataset(FacilitiesDb db, SiteInfo site) : IImportDataset
{
    private const string No = "館番号", Kind = "種類", Name_ = "名称", Ward = "区", Address = "所在地", LocatedIn = "所在施設", From = "有効開始日";

    private static readonly Dictionary<string, HallKind> Kinds = new() { ["館"] = HallKind.Hall, ["分館"] = HallKind.Branch };

    public string Name => "halls";

    public string Label => "館";

    public IReadOnlyList<ImportColumn> Columns =>
        [new(No, true), new(Kind, true), new(Name_, true), new(Ward, true), new(Address, true), new(LocatedIn, false), new(From, true)];

    public async Task<IImportRun> BeginAsync(CancellationToken cancellation) => new Run(
        db,
        site.City,
        await db.Halls.Include(h => h.Details).ToDictionaryAsync(h => h.No, cancellation),
        await db.Wards.ToDictionaryAsync(w => w.Name, cancellation));

    private sealed class Run(FacilitiesDb db, string city, Dictionary<string, Hall> halls, Dictionary<string, Domain.Ward> wards) : IImportRun
    {
        private readonly Dictionary<(string, DateOnly), int> seen = [];
        private readonly bool makesWards = wards.Count == 0;

        public ValueTask<Verdict> TakeAsync(ImportRow row, CancellationToken cancellation)
        {
            var (no, kind, name) = (row.Code(No, 10), row.OneOf(Kind, Kinds), row.Text(Name_, 100));
            var (ward, address, locatedIn, from) = (row.Text(Ward, 20), row.Text(Address, 100), row.OptionalText(LocatedIn, 100), row.Date(From));
            if (ward.Length > 0 && !makesWards && !wards.ContainsKey(ward))
            {
                row.Refuse($"{Ward}「{row.Shown(Ward)}」はありません。");
            }

            if (!row.IsWrong && !seen.TryAdd((no, from), row.Number))
            {
                row.Refuse($"{seen[(no, from)]}行目と{No}・{From}が同じです。");
            }

            var verdict = row.IsWrong ? Verdict.New : Take(row, no, kind, from, () => new(name, WardOf(ward).Id, address, locatedIn, city, null));
            return ValueTask.FromResult(row.Settle(verdict));
        }

        public async Task FinishAsync(CancellationToken cancellation) => await db.SaveChangesAsync(cancellation);

        private Verdict Take(ImportRow row, string no, HallKind kind, DateOnly from, Func<HallFacts> facts)
        {
            try
            {
                return halls.TryGetValue(no, out var hall) ? Update(row, hall, kind, from, facts()) : Open(row, no, kind, from, facts);
            }
            catch (RuleBroken broken)
            {
                row.Refuse(broken.Message);
                return Verdict.New;
            }
        }

        private Verdict Open(ImportRow row, string no, HallKind kind, DateOnly from, Func<HallFacts> facts)
        {
            Hall? parent = null;
            if (kind == HallKind.Branch && !halls.TryGetValue(no.Split('-')[0], out parent))
            {
                row.Refuse($"{No}「{row.Shown(No)}」の親の館がありません。親の館を先の行に書いてください。");
                return Verdict.New;
            }

            var hall = Hall.Open(no, parent, from, facts());
            halls.Add(no, hall);
            db.Halls.Add(hall);
            return Verdict.New;
        }

        private static Verdict Update(ImportRow row, Hall hall, HallKind kind, DateOnly from, HallFacts facts)
        {
            if (hall.Kind != kind)
            {
                row.Refuse($"{Kind}「{row.Shown(Kind)}」は、登録されている館と違います。");
                return Verdict.Update;
            }

            var known = (hall.On(from) ?? hall.Details.MinBy(d => d.ValidFrom)!).Facts;
            var wanted = (facts with { Owner = known.Owner, Phone = known.Phone }).Checked();
            if (hall.On(from)?.Facts == wanted)
            {
                return Verdict.Unchanged;
            }

            hall.Describe(from, wanted);
            return Verdict.Update;
        }

        private Domain.Ward WardOf(string name)
        {
            if (!wards.TryGetValue(name, out var ward))
            {
                ward = new Domain.Ward { Name = name, Code = "", Order = wards.Count + 1 };
                wards.Add(name, ward);
                db.Wards.Add(ward);
            }

            return ward;
        }
    }
}
