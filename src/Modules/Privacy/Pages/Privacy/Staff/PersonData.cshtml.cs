using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Kominkan.SharedKernel.Tables;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Privacy.Pages.Privacy.Staff;

/// <summary>Everything every module holds about a person, on paper or as a file, for a reason that is written down.</summary>
[Authorize(PrivacyModule.Requests)]
internal sealed class PersonDataModel(EverythingAbout everything, IAudit audit) : PageModel
{
    private static readonly TableColumn[] Columns = ["分類", "記録", "番号", "項目", "内容"];

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    [FromRoute]
    public Guid Id { get; set; }

    public string Reason { get; private set; } = "";

    public PersonTraits Person { get; private set; } = null!;

    public IReadOnlyList<EverythingAbout.Part> Parts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? reason, string? format, CancellationToken cancellation)
    {
        if (Reasons.Of(Reasons.Access, reason) is not { } known)
        {
            return Redirect($"/staff/privacy/{Id}");
        }

        if (await everything.WhoAsync(Id, cancellation) is not { } person)
        {
            return NotFound();
        }

        (Reason, Person) = (known, person);
        var isFile = format is "json" or "csv";
        await audit.SawAsync(new Sight(isFile ? Act.Export : Act.Print, "持っている情報", [new(SubjectKinds.Person, person.Key.Id)]) { Reason = known }, cancellation);
        Parts = await everything.FindAsync(person, cancellation);
        if (!isFile)
        {
            return Page();
        }

        var file = new MemoryStream();
        await (format == "json"
            ? JsonSerializer.SerializeAsync(file, Parts.Select(p => new { 分類 = p.Module.Title, 記録 = p.Records.Select(r => new { 種類 = r.Kind, 項目 = r.Fields.Select(f => new { 名前 = f.Name, 内容 = f.Value }) }) }), Json, cancellation)
            : TableWriter.WriteAsync(file, TableFormat.Csv, new Table("情報", Columns, Lines()), cancellation));
        file.Position = 0;
        return File(file, format == "json" ? "application/json" : TableWriter.ContentType(TableFormat.Csv), "personal-data." + format);
    }

    public string File(string format) => $"/staff/privacy/{Id}/data?reason={Uri.EscapeDataString(Reason)}&format={format}";

    private IEnumerable<IReadOnlyList<object?>> Lines() =>
        from part in Parts
        from record in part.Records.Index()
        from field in record.Item.Fields
        select (IReadOnlyList<object?>)[part.Module.Title, record.Item.Kind, (record.Index + 1).ToString(CultureInfo.InvariantCulture), field.Name, field.Value];
}
