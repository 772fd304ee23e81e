using System.Globalization;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>Streams a table as CSV. If reading fails, the connection is aborted, so that no client takes a partial file for a complete one.</summary>
/// <param name="tableWriter">Writes the table.</param>
/// <param name="table">The table.</param>
/// <param name="withMark">Whether the file begins with a byte order mark.</param>
internal sealed class CsvResult(ITableWriter tableWriter, ExportTable table, bool withMark) : ActionResult
{
    public const string Csv = "text/csv";

    public override Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = $"{Csv}; charset=utf-8";
        response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename={table.Name}.csv");
        return tableWriter.WriteCsv(table, response.Body, withMark, context.HttpContext.RequestAborted);
    }
}
