namespace Jpos.Application.Ports;

/// <summary>Writes tables for other programs.</summary>
public interface ITableWriter
{
    /// <summary>Writes values separated by commas, in UTF-8, with or without a byte order mark. No text in it is a formula to a spreadsheet.</summary>
    Task WriteCsv(ExportTable table, Stream to, bool withMark, CancellationToken cancellation);

    /// <summary>A workbook with one sheet, whose file is gone when it is disposed of; null if the table has more rows than a sheet.</summary>
    Task<Stream?> MakeWorkbook(ExportTable table, CancellationToken cancellation);
}
