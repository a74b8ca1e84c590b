using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.SharedKernel.Tables;

public static class TableFile
{
    /// <summary>Sends a table as a file named after what it holds.</summary>
    public static async Task<IActionResult> TableAsync(this PageModel page, Table table, TableFormat format, string name)
    {
        ArgumentNullException.ThrowIfNull(page);
        var file = new MemoryStream();
        await TableWriter.WriteAsync(file, format, table, page.HttpContext.RequestAborted);
        file.Position = 0;
        return page.File(file, TableWriter.ContentType(format), name + TableWriter.Extension(format));
    }
}
