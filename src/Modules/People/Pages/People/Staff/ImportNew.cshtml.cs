using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.People.Import;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>Step 1 of 3: the file. Nothing is read into the records yet.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class ImportNewModel(PeopleDb db, ReadRoster read, TimeProvider clock) : PageModel, IFormPage
{
    private const int Largest = 9 << 20;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Upload is not { Length: > 0 })
        {
            throw new RuleBroken("名簿のファイルを選んでください。", "Upload");
        }

        if (Upload.Length > Largest)
        {
            throw new RuleBroken("ファイルが大きすぎます。9 MBまでに分けてください。", "Upload");
        }

        using var content = new MemoryStream();
        await Upload.CopyToAsync(content);
        var look = await read.LookAsync(Upload.FileName, content.ToArray());
        var name = JapaneseText.Clean(Path.GetFileName(Upload.FileName));
        var file = new RosterFile(name.Length > 200 ? name[^200..] : name, content.ToArray(), ReadRoster.SignatureOf(look.Signature), string.Join('\n', look.Heads), clock.UtcNow());
        db.RosterFiles.Add(file);
        // A form of file that nobody has mapped yet: what its heads say by themselves.
        if (!await db.RosterMappings.AnyAsync(m => m.Signature == file.Signature))
        {
            var mapping = new RosterMapping(file.Signature);
            mapping.Remember(look.Found);
            db.RosterMappings.Add(mapping);
        }

        await db.SaveChangesAsync();
        return Redirect($"/staff/people/import/{file.Id}");
    }

    public Task<IActionResult?> LoadAsync() => Task.FromResult<IActionResult?>(null);
}
