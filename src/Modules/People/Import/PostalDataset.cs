using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.SharedKernel.Tables;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Import;

/// <summary>
/// Japan Post's list of 郵便番号 as it is published: KEN_ALL.CSV or utf_ken_all.csv, without heads. The file is the whole list
/// of every prefecture in it: towns that are not in it any more go.
/// </summary>
internal sealed class PostalDataset(PeopleDb db) : IImportDataset
{
    private const string Code = "郵便番号", Prefecture = "都道府県名", City = "市区町村名", Town = "町域名";

    public string Name => "postal-codes";

    public string Label => "郵便番号";

    public IReadOnlyList<ImportColumn> Columns => [new(Code, true), new(Prefecture, true), new(City, true), new(Town, true)];

    public IReadOnlyList<string> FixedHeads =>
        ["全国地方公共団体コード", "旧郵便番号", Code, "都道府県名カナ", "市区町村名カナ", "町域名カナ", Prefecture, City, Town, "複数番号", "小字", "丁目", "複数町域", "更新", "変更理由"];

    public async Task<IImportRun> BeginAsync(CancellationToken cancellation) =>
        new Run(db, await db.PostalTowns.AsNoTracking().Select(t => new { t.Id, t.Code, t.Prefecture, t.City, t.Town }).ToDictionaryAsync(t => (t.Code, t.City, t.Town), t => (t.Id, t.Prefecture), cancellation));

    private sealed class Run(PeopleDb db, Dictionary<(string Code, string City, string Town), (Guid Id, string Prefecture)> known) : IImportRun
    {
        private const int Batch = 2000;

        private readonly HashSet<(string, string, string)> seen = [];
        private readonly HashSet<string> prefectures = [];
        private readonly List<PostalTown> pending = [];
        private (string Code, bool IsOpen) bracket;
        private bool anyWrong;

        public async ValueTask<Verdict> TakeAsync(ImportRow row, CancellationToken cancellation)
        {
            var (prefecture, city, raw) = (row.Text(Prefecture, 10), row.Text(City, 30), row.Raw(Town));
            if (PostalTown.CodeOf(row.Raw(Code)) is not { } code)
            {
                row.Refuse($"{Code}「{row.Shown(Code)}」は7けたの数字ではありません。");
                code = "";
            }

            if (row.IsWrong)
            {
                anyWrong = true;
                return row.Settle(Verdict.New);
            }

            prefectures.Add(prefecture);
            // A long list of 番地 in brackets runs over several rows of the older file: only its first names the town.
            var goesOn = bracket.IsOpen && bracket.Code == code;
            bracket = (code, goesOn ? !raw.Contains('）', StringComparison.Ordinal) : raw.LastIndexOf('（') > raw.LastIndexOf('）'));
            var key = (code, city, TownOf(raw));
            if (goesOn || !seen.Add(key) || known.ContainsKey(key))
            {
                return Verdict.Unchanged;
            }

            pending.Add(new PostalTown(code, prefecture, city, key.Item3));
            if (pending.Count == Batch)
            {
                await SaveAsync(cancellation);
            }

            return Verdict.New;
        }

        public async Task FinishAsync(CancellationToken cancellation)
        {
            await SaveAsync(cancellation);
            if (anyWrong)
            {
                return; // what could not be read may be what seems to be gone
            }

            foreach (var gone in known.Where(k => prefectures.Contains(k.Value.Prefecture) && !seen.Contains(k.Key)).Select(k => k.Value.Id).Chunk(500))
            {
                await db.PostalTowns.Where(t => gone.Contains(t.Id)).ExecuteDeleteAsync(cancellation);
            }
        }

        /// <summary>The name one writes on an envelope, without the list's remarks.</summary>
        private static string TownOf(string raw)
        {
            var at = raw.IndexOf('（', StringComparison.Ordinal);
            var town = at < 0 ? raw : raw[..at];
            return town == "以下に掲載がない場合" || town.EndsWith("の次に番地がくる場合", StringComparison.Ordinal) || (town.EndsWith("一円", StringComparison.Ordinal) && town != "一円") ? "" : town;
        }

        private async Task SaveAsync(CancellationToken cancellation)
        {
            db.PostalTowns.AddRange(pending);
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
            pending.Clear();
        }
    }
}
