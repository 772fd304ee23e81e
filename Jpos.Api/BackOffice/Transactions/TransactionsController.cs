using Asp.Versioning;
using Jpos.Api.BackOffice.Access;
using Jpos.Application.BackOffice.Transactions;
using Jpos.Application.Ports;
using Jpos.Domain.Access;
using Jpos.Domain.Protocol;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Jpos.Api.BackOffice.Transactions;

/// <summary>The journal.</summary>
[ApiVersion(1)]
[Route(Root + "transactions")]
public sealed class TransactionsController(IMediator mediator, IRepresentations representations) : BackOfficeController(mediator, representations)
{
    /// <summary>Records of the journal, declined messages too: of a card, of a batch, or of at most 31 days.</summary>
    [HttpGet]
    [Allow(Right.LookAtTransactions)]
    [ProducesResponseType<PageAnswer<TransactionView>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List([FromQuery] ListQuery list, [FromQuery] TransactionQuery query, CancellationToken cancellation)
    {
        var faults = new Faults();
        var slice = faults.Slice(list, query.Sort, ListTransactions.Orders);
        var card = faults.ReadOptional<CardNumber>("card", query.Card, CardNumber.TryParse);
        var filter = new JournalFilter
        {
            BatchId = query.Batch,
            Terminal = faults.ReadOptional<TerminalNumber>("terminal", query.Terminal, TerminalNumber.TryParse),
            Store = faults.ReadOptional<StoreNumber>("store", query.Store, StoreNumber.TryParse),
            Standing = query.Standing,
            Operation = query.Operation,
            From = faults.Time("from", query.From),
            To = faults.Time("to", query.To),
        };
        faults.Require(
            "from",
            query.Card is not null || query.Batch is not null || Faults.IsPeriod(filter.From, filter.To, ListTransactions.LongestPeriod),
            "A card, a batch, or from and to at most 31 days apart are needed: nothing else finds records without reading them all.");
        return faults.Any ? faults.Result(HttpContext) : Answer(await Ask(new ListTransactions(Caller, card, filter, slice), cancellation));
    }

    /// <summary>One record of the journal: what it moved, why it earned points, what it undoes and what undid it.</summary>
    [HttpGet("{serial}")]
    [Allow(Right.LookAtTransactions)]
    [ProducesResponseType<TransactionView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Look(string serial, CancellationToken cancellation) =>
        Answer(SerialNumber.TryParse(serial, out var number) ? await Ask(new LookAtTransaction(Caller, number), cancellation) : null);
}
