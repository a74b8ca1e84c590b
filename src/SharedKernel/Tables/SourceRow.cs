namespace Kominkan.SharedKernel.Tables;

/// <summary>A row as the file has it, before anybody knows what its columns mean.</summary>
/// <param name="Number">Row of the sheet or record of the file, from 1.</param>
/// <param name="Cells">Text, double, bool, DateTime or TimeOnly; null where nothing stands; a <see cref="Fault"/> where something stands that no cell may hold.</param>
internal readonly record struct SourceRow(int Number, object?[] Cells)
{
    public bool IsBlank => Array.TrueForAll(Cells, c => c is null || (c is string s && string.IsNullOrWhiteSpace(s)));
}

/// <summary>A cell that cannot be read as a value: a formula, a spreadsheet's own error.</summary>
internal sealed record Fault(string Sentence);

/// <summary>One table of a file: a CSV file is one, a workbook has one a sheet.</summary>
internal interface ISource
{
    /// <summary>Rows with something in them, counted no further than one above the limit.</summary>
    int CountRows(int limit);

    /// <summary>From the first row, each time it is called.</summary>
    IEnumerable<SourceRow> Read();
}
