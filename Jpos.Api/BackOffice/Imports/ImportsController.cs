using System.Globalization;
using Jpos.Api.Problems;
using Jpos.Application.BackOffice.Exports;
using Jpos.Application.BackOffice.Imports;
using Jpos.Application.BackOffice.Requests;
using Jpos.Domain.Imports;

namespace Jpos.Api.BackOffice.Imports;

/// <summary>Imports of CSV files and their results.</summary>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "imports")]
public sealed class ImportsController(IMediator mediator, IViewSerializer viewSerializer, IImportFiles files, ImportRun run, ITableWriter tableWriter) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>Lists the imports, the newest first.</summary>
    [HttpGet]
    [Requires(Permission.ReadCards)]
    public async Task<ActionResult<PageAnswer<ImportView>>> List([FromQuery] ListQuery list, CancellationToken cancellation)
    {
        var before = Fields.After(list.After);
        return await Answer(() => new ListImports(Caller, before, list.Limit), cancellation);
    }

    /// <summary>Returns the progress of one import.</summary>
    [HttpGet("{id:long}")]
    [Requires(Permission.ReadCards)]
    public async Task<ActionResult<ImportView>> Get(long id, CancellationToken cancellation) => Answer(await Ask(new GetImport(Caller, id), cancellation));

    /// <summary>Lists the rejected lines of an import by line number, with the reason of each.</summary>
    /// <param name="id">The import's id.</param>
    /// <param name="list">The page to return; JSON only.</param>
    /// <param name="format"><c>json</c> for one page, <c>csv</c> for a file with all errors; json if omitted.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    [HttpGet("{id:long}/errors")]
    [Requires(Permission.ReadCards)]
    [Bulk(Format = "csv")]
    [ProducesResponseType<PageAnswer<ImportErrorView>>(StatusCodes.Status200OK)]
    [AnswersInstead(typeof(Stream), CsvResult.Csv)]
    public async Task<ActionResult> ListErrors(long id, [FromQuery] ListQuery list, [FromQuery] string? format, CancellationToken cancellation)
    {
        var after = (int)Math.Min(Fields.After(list.After) ?? 0, int.MaxValue);
        Fields.Check("format", format is null or "json" or "csv", FieldErrorText.MustBe("format", FieldErrorText.OneOf("json", "csv")));
        return Fields.HasErrors ? Fields.Result(HttpContext)
            : format == "csv" ? await Ask(new ExportImportErrors(Caller, id), cancellation) is { } table ? new CsvResult(tableWriter, table, withMark: true) : Answer(null)
            : await Ask(new ListImportErrors(Caller, id, after, list.Limit), cancellation) is { } page ? Answer(page)
            : Answer(null);
    }

    /// <summary>Imports cards with their members and opening balances. The answer comes after the last line. To resume an interrupted import, send the same file again.</summary>
    /// <param name="dryRun">Whether to check the file without writing anything. A dry run does not use up the idempotency key. False if omitted.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    [HttpPost("cards")]
    [Requires(Permission.IssueCards)]
    [Bulk]
    [CsvBody]
    [ProducesResponseType<ImportView>(StatusCodes.Status200OK)]
    [AnswersInstead(typeof(DryRunView))]
    public Task<ActionResult> ImportCards([FromQuery] bool dryRun, CancellationToken cancellation) => Import(ImportKind.Cards, dryRun, cancellation);

    /// <summary>Imports members without cards. The answer comes after the last line. To resume an interrupted import, send the same file again.</summary>
    /// <param name="dryRun">Whether to check the file without writing anything. A dry run does not use up the idempotency key. False if omitted.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    [HttpPost("members")]
    [Requires(Permission.ManageMembers)]
    [Bulk]
    [CsvBody]
    [ProducesResponseType<ImportView>(StatusCodes.Status200OK)]
    [AnswersInstead(typeof(DryRunView))]
    public Task<ActionResult> ImportMembers([FromQuery] bool dryRun, CancellationToken cancellation) => Import(ImportKind.Members, dryRun, cancellation);

    /// <summary>Imports tickets for cards. The answer comes after the last line. To resume an interrupted import, send the same file again.</summary>
    /// <param name="dryRun">Whether to check the file without writing anything. A dry run does not use up the idempotency key. False if omitted.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    [HttpPost("tickets")]
    [Requires(Permission.IssueTickets)]
    [Bulk]
    [CsvBody]
    [ProducesResponseType<ImportView>(StatusCodes.Status200OK)]
    [AnswersInstead(typeof(DryRunView))]
    public Task<ActionResult> ImportTickets([FromQuery] bool dryRun, CancellationToken cancellation) => Import(ImportKind.Tickets, dryRun, cancellation);

    private async Task<ActionResult> Import(ImportKind kind, bool isDry, CancellationToken cancellation)
    {
        if (Caller.IsStoreScoped)
        {
            return ProblemResults.Result(HttpContext, CommandAudit.NetworkWideOnly);
        }

        var (file, error) = await files.Keep(Request.Body, ImportRun.ColumnsOf(kind), CsvBodyAttribute.Charset(Request)!, cancellation);
        if (file is null)
        {
            return ProblemResults.Result(HttpContext, ProblemTypes.InvalidFile, error!);
        }

        using (file)
        {
            if (isDry)
            {
                var faults = new List<ImportErrorView>();
                var count = await run.Check(kind, file, Keep, null, cancellation);
                return Answer(DryRunView.Of(kind, file, count, faults));

                Task Keep(ImportErrorView fault)
                {
                    if (faults.Count < DryRunView.MostFaults)
                    {
                        faults.Add(fault);
                    }

                    return Task.CompletedTask;
                }
            }

            var result = await run.Run(Caller, RequestKey, kind, file, null, cancellation);
            if (result.Problem is not null)
            {
                return ProblemResults.Result(HttpContext, result.Problem);
            }

            Response.Headers.Location = string.Create(CultureInfo.InvariantCulture, $"{Request.PathBase}{Request.Path.Value![..Request.Path.Value!.LastIndexOf('/')]}/{result.View!.Id}");
            return Answer(result.View);
        }
    }
}
