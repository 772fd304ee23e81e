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

/// <summary>Which records of the journal are wanted; what is left out does not matter.</summary>
/// <param name="Card">The whole number of the card they are about.</param>
/// <param name="Terminal">The number of the terminal that sent them.</param>
/// <param name="Store">The number of the store they happened in.</param>
/// <param name="Batch">The id of the batch they belong to.</param>
/// <param name="Standing">Whether what they did still stands.</param>
/// <param name="Operation">What they do.</param>
/// <param name="From">Not before this time.</param>
/// <param name="To">Before this time.</param>
/// <param name="Sort"><c>-time</c>, the newest first, if it is left out; or <c>time</c>.</param>
public sealed record TransactionQuery(string? Card, string? Terminal, string? Store, long? Batch, Standing? Standing, Operations? Operation, string? From, string? To, string? Sort);

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
