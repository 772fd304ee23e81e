namespace Jpos.Application.Ports;

/// <summary>Writes export tables for other programs.</summary>
public interface ITableWriter
{
    /// <summary>Writes CSV in UTF-8, with or without a byte order mark. No text in it is a formula to a spreadsheet.</summary>
    Task WriteCsv(ExportTable table, Stream to, bool withMark, CancellationToken cancellation);

    /// <summary>Writes a workbook with one sheet, whose file is deleted on disposal; null if the table has more rows than a sheet.</summary>
    Task<Stream?> MakeWorkbook(ExportTable table, CancellationToken cancellation);
}
