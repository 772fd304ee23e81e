using System.Globalization;
using Asp.Versioning;
using Jpos.Api.BackOffice.Access;
using Jpos.Application.BackOffice.Transactions;
using Jpos.Application.Ports;
using Jpos.Domain.Access;
using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Jpos.Api.BackOffice.Transactions;

/// <summary>Batches, their settlements, and what is in them.</summary>
[ApiVersion(1)]
[Route(Root + "batches")]
public sealed class BatchesController(IMediator mediator, IRepresentations representations) : BackOfficeController(mediator, representations)
{
    /// <summary>The batches of one terminal, the newest first.</summary>
    /// <param name="list">Which part.</param>
    /// <param name="terminal">The terminal's number.</param>
    /// <param name="cancellation">Gives up.</param>
    [HttpGet]
    [Allow(Right.LookAtTransactions)]
    [ProducesResponseType<PageAnswer<BatchView>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List([FromQuery] ListQuery list, [FromQuery] string? terminal, CancellationToken cancellation)
    {
        var faults = new Faults();
        var number = faults.Read<TerminalNumber>("terminal", terminal, TerminalNumber.TryParse);
        var ticks = 0L;
        faults.Require(
            "after",
            list.After is null || (long.TryParse(list.After, NumberStyles.None, CultureInfo.InvariantCulture, out ticks) && ticks <= DateTime.MaxValue.Ticks),
            "after is no key of this list.");
        return faults.Any
            ? faults.Result(HttpContext)
            : Answer(await Ask(new ListBatches(Caller, number, list.After is null ? null : new DateTime(ticks, DateTimeKind.Utc), list.Limit), cancellation));
    }

    /// <summary>One batch with its settlement: both sides' totals, and what they differ by.</summary>
    [HttpGet("{id:long}")]
    [Allow(Right.LookAtTransactions)]
    [ProducesResponseType<BatchView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Look(long id, CancellationToken cancellation) => Answer(await Ask(new LookAtBatch(Caller, id), cancellation));

    /// <summary>What is recorded of a batch, declined messages too, by serial number.</summary>
    /// <param name="id">The batch.</param>
    /// <param name="list">Which part.</param>
    /// <param name="standing">Only what is in this state; left out for all.</param>
    /// <param name="cancellation">Gives up.</param>
    [HttpGet("{id:long}/transactions")]
    [Allow(Right.LookAtTransactions)]
    [ProducesResponseType<PageAnswer<TransactionView>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> ListTransactions(long id, [FromQuery] ListQuery list, [FromQuery] Standing? standing, CancellationToken cancellation)
    {
        var faults = new Faults();
        var after = faults.ReadOptional<SerialNumber>("after", list.After, SerialNumber.TryParse);
        faults.Require("standing", standing is null || Enum.IsDefined(standing.Value), "standing is no state.");
        return faults.Any ? faults.Result(HttpContext)
            : await Ask(new ListTransactions(Caller, id, standing, after, list.Limit), cancellation) is { } page ? Answer(page)
            : Answer(null);
    }
}
