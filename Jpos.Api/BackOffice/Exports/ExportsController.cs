using System.Globalization;
using Jpos.Api.Problems;
using Jpos.Application.BackOffice.Exports;
using Jpos.Application.BackOffice.Requests;

namespace Jpos.Api.BackOffice.Exports;

/// <summary>Complete lists for other programs, as CSV or as a workbook.</summary>
[ApiVersion(1)]
[Route(Root + "exports")]
[Bulk]
public sealed class ExportsController(IMediator mediator, IViewSerializer viewSerializer, ITableWriter tableWriter) : BackOfficeController(mediator, viewSerializer)
{
    internal const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Exports the journal of a period.</summary>
    /// <param name="query">The period and the format of the export.</param>
    /// <param name="store">Only entries of this store; all if omitted.</param>
    /// <param name="terminal">Only entries of this terminal; all if omitted.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    [HttpGet("transactions")]
    [Requires(Permission.ReadTransactions)]
    [ProducesResponseType(typeof(Stream), StatusCodes.Status200OK, CsvResult.Csv, Workbook)]
    public async Task<ActionResult> ExportTransactions([FromQuery] ExportQuery query, [FromQuery] string? store, [FromQuery] string? terminal, CancellationToken cancellation)
    {
        var (from, to) = query.Read(Fields);
        var (ofStore, ofTerminal) = (Fields.ReadOptional<StoreNumber>("store", store, StoreNumber.TryParse), Fields.ReadOptional<TerminalNumber>("terminal", terminal, TerminalNumber.TryParse));
        return Fields.HasErrors ? Fields.Result(HttpContext) : await Answer(await Ask(new ExportTransactions(Caller, from, to, ofStore, ofTerminal), cancellation), query, cancellation);
    }

    /// <summary>Exports the settlements of a period.</summary>
    /// <param name="query">The period and the format of the export.</param>
    /// <param name="store">Only settlements of this store; all if omitted.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    [HttpGet("settlements")]
    [Requires(Permission.ReadTransactions)]
    [ProducesResponseType(typeof(Stream), StatusCodes.Status200OK, CsvResult.Csv, Workbook)]
    public async Task<ActionResult> ExportSettlements([FromQuery] ExportQuery query, [FromQuery] string? store, CancellationToken cancellation)
    {
        var (from, to) = query.Read(Fields);
        var ofStore = Fields.ReadOptional<StoreNumber>("store", store, StoreNumber.TryParse);
        return Fields.HasErrors ? Fields.Result(HttpContext) : await Answer(await Ask(new ExportSettlements(Caller, from, to, ofStore), cancellation), query, cancellation);
    }

    /// <summary>Exports the statement of one card for a period.</summary>
    /// <param name="query">The period and the format of the export.</param>
    /// <param name="card">The card's number.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    [HttpGet("statements")]
    [Requires(Permission.ReadTransactions)]
    [NetworkWide]
    [CanFail(FailureKind.NotFound)]
    [ProducesResponseType(typeof(Stream), StatusCodes.Status200OK, CsvResult.Csv, Workbook)]
    public async Task<ActionResult> ExportStatement([FromQuery] ExportQuery query, [FromQuery] string? card, CancellationToken cancellation)
    {
        var (from, to) = query.Read(Fields);
        var number = Fields.Read<CardNumber>("card", card, CardNumber.TryParse);
        return Fields.HasErrors ? Fields.Result(HttpContext)
            : await Ask(new ExportStatement(Caller, number, from, to), cancellation) is { } table ? await Answer(table, query, cancellation)
            : Answer(null);
    }

    private async Task<ActionResult> Answer(ExportTable table, ExportQuery query, CancellationToken cancellation)
    {
        if (!query.IsWorkbook)
        {
            return new CsvResult(tableWriter, table, query.Bom);
        }

        return await tableWriter.MakeWorkbook(table, cancellation) is { } workbook
            ? File(workbook, Workbook, string.Create(CultureInfo.InvariantCulture, $"{table.Name}.{query.Format}"))
            : ProblemResults.Result(HttpContext, ProblemTypes.WorkbookTooLarge, "The export has more rows than a worksheet can hold. Choose a shorter period, or format=csv.");
    }
}
