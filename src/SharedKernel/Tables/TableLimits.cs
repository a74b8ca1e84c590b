using Kominkan.SharedKernel.Data;
using Microsoft.Extensions.Configuration;

namespace Kominkan.SharedKernel.Tables;

/// <summary>How much of a file is looked at before it is refused with one sentence.</summary>
/// <param name="MaxRows">Rows below the head, from <c>Import__MaxRows</c>.</param>
/// <param name="MaxBytes">Size of the file itself.</param>
/// <param name="MaxUnpacked">Size of all parts of an .xlsx together: a small file may unpack to terabytes.</param>
/// <param name="MaxStrings">Size of an .xlsx's list of texts, the one part that is held in memory.</param>
public sealed record TableLimits(int MaxRows = 300_000, long MaxBytes = 200 << 20, long MaxUnpacked = 512 << 20, long MaxStrings = 100 << 20)
{
    /// <exception cref="WrongConfiguration">The setting is not a positive number.</exception>
    public static TableLimits From(IConfiguration configuration) => configuration["Import:MaxRows"] switch
    {
        null => new(),
        { } text when int.TryParse(text, out var rows) && rows > 0 => new(rows),
        { } text => throw new WrongConfiguration("Import__MaxRows", $"「{text}」は使えません。正の整数を指定してください。"),
    };
}
