using Kominkan.SharedKernel.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Audit.Pages.Audit.Staff;

internal static class AuditFile
{
    /// <summary>Sends a table as a file named after what it holds.</summary>
    public static async Task<IActionResult> FileAsync(this PageModel page, Table table, TableFormat format, string name, CancellationToken cancellation)
    {
        var file = new MemoryStream();
        await TableWriter.WriteAsync(file, format, table, cancellation);
        file.Position = 0;
        return page.File(file, TableWriter.ContentType(format), name + TableWriter.Extension(format));
    }
}
