using System.Globalization;
using System.Text;
using Kominkan.SampleCity;

// SampleCity --fiscal-year 2014 --out DIR [--seed N]: the year and the year before it, as files for `Kominkan import`.
var options = args.Chunk(2).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1]);
if (!options.TryGetValue("--out", out var folder) || !int.TryParse(options.GetValueOrDefault("--fiscal-year", "2014"), CultureInfo.InvariantCulture, out var year)
    || !int.TryParse(options.GetValueOrDefault("--seed", "1"), CultureInfo.InvariantCulture, out var seed) || year is < 1950 or > 2100)
{
    await Console.Error.WriteLineAsync("usage: SampleCity --out DIR [--fiscal-year 2014] [--seed 1]");
    return 2;
}

Directory.CreateDirectory(folder);
SampleYear[] years = [SampleYear.Make(year - 1, seed), SampleYear.Make(year, seed)];
await WriteAsync("courses.csv", "講座番号,館番号,種別,講座名,年度,定員,申込方法,申込者数,タグ",
    years.SelectMany(y => y.Courses).Select(c => Line(c.Number, c.HallNo, c.Program, c.Title, c.FiscalYear, c.Capacity, c.Intake, c.Applicants, string.Join(';', c.Tags))));
await WriteAsync("attendance.csv", "講座番号,回,開催日,状態,年齢区分,性別,延べ人数",
    years.SelectMany(y => y.Attendance).Select(a => Line(a.CourseNumber, a.Session, a.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), a.IsHeld ? "開催" : "中止", a.AgeBand, a.Gender, a.People)));
await WriteAsync("hires.csv", "許可番号,館番号,室番号,利用日,開始,終了,団体名,目的,人数,使用料",
    HireYear.Make(year - 1, seed).Concat(HireYear.Make(year, seed)).Select(h => Line(h.Number, h.HallNo, h.RoomNo, h.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), h.From.ToString("HH:mm", CultureInfo.InvariantCulture), h.To.ToString("HH:mm", CultureInfo.InvariantCulture), h.Group, h.Purpose, h.People, h.Yen)));
return 0;

async Task WriteAsync(string name, string head, IEnumerable<string> lines)
{
    var path = Path.Combine(folder, name);
    await File.WriteAllLinesAsync(path, lines.Prepend(head), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
    Console.WriteLine(path);
}

static string Line(params object[] fields) => string.Join(',', fields.Select(f => Convert.ToString(f, CultureInfo.InvariantCulture)!));
