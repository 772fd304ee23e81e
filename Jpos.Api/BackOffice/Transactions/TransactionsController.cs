using Asp.Versioning;
using Jpos.Api.BackOffice.Requests;
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
public sealed class TransactionsController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>Records of the journal, declined messages too: of a card, of a batch, or of at most 31 days.</summary>
    [HttpGet]
    [Requires(Permission.ReadTransactions)]
    [ProducesResponseType<PageAnswer<TransactionView>>(StatusCodes.Status200OK)]
    public async Task<ActionResult> List([FromQuery] ListQuery list, [FromQuery] TransactionQuery query, CancellationToken cancellation)
    {
        var fields = new FieldReader();
        var pageRequest = fields.Slice(list, query.Sort, ListTransactions.Orders);
        var card = fields.ReadOptional<CardNumber>("card", query.Card, CardNumber.TryParse);
        var filter = new JournalFilter
        {
            BatchId = query.Batch,
            Terminal = fields.ReadOptional<TerminalNumber>("terminal", query.Terminal, TerminalNumber.TryParse),
            Store = fields.ReadOptional<StoreNumber>("store", query.Store, StoreNumber.TryParse),
            Status = query.Status,
            Operation = query.Operation,
            From = fields.Time("from", query.From),
            To = fields.Time("to", query.To),
        };
        fields.Check(
            "from",
            query.Card is not null || query.Batch is not null || FieldReader.IsPeriod(filter.From, filter.To, ListTransactions.LongestPeriod),
            "A card, a batch, or from and to at most 31 days apart are needed: nothing else finds records without reading them all.");
        return fields.HasErrors ? fields.Result(HttpContext) : Answer(await Ask(new ListTransactions(Caller, card, filter, pageRequest), cancellation));
    }

    /// <summary>One record of the journal: what it moved, why it earned points, what it undoes and what undid it.</summary>
    [HttpGet("{serial}")]
    [Requires(Permission.ReadTransactions)]
    [ProducesResponseType<TransactionView>(StatusCodes.Status200OK)]
    public async Task<ActionResult> Get(string serial, CancellationToken cancellation) =>
        Answer(SerialNumber.TryParse(serial, out var number) ? await Ask(new GetTransaction(Caller, number), cancellation) : null);
}
