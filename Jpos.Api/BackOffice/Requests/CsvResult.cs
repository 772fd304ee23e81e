using System.Globalization;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>A table as CSV, sent while it is read: if that breaks off, so does the connection.</summary>
/// <param name="tableWriter">Writes it.</param>
/// <param name="table">The table.</param>
/// <param name="withMark">It begins with a byte order mark.</param>
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
