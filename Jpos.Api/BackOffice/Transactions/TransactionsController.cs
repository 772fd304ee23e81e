using Jpos.Application.BackOffice.Transactions;

namespace Jpos.Api.BackOffice.Transactions;

/// <summary>The transaction journal.</summary>
[ApiVersion(1)]
[Route(Root + "transactions")]
public sealed class TransactionsController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>Lists journal entries, declined messages too. The query must name a card, a batch, or a period of at most 31 days.</summary>
    [HttpGet]
    [Requires(Permission.ReadTransactions)]
    public async Task<ActionResult<PageAnswer<TransactionView>>> List([FromQuery] ListQuery list, [FromQuery] TransactionQuery query, CancellationToken cancellation)
    {
        var pageRequest = Fields.Page(list, query.Sort, ListTransactions.SortOrders);
        var card = Fields.ReadOptional<CardNumber>("card", query.Card, CardNumber.TryParse);
        var filter = new JournalFilter
        {
            BatchId = query.Batch,
            Terminal = Fields.ReadOptional<TerminalNumber>("terminal", query.Terminal, TerminalNumber.TryParse),
            Store = Fields.ReadOptional<StoreNumber>("store", query.Store, StoreNumber.TryParse),
            Status = query.Status,
            Operation = query.Operation,
            From = Fields.Time("from", query.From),
            To = Fields.Time("to", query.To),
        };
        Fields.Check(
            "from",
            query.Card is not null || query.Batch is not null || FieldReader.IsPeriod(filter.From, filter.To, ListTransactions.LongestPeriod),
            "The query is too broad. Send card, batch, or from and to at most 31 days apart.");
        return await Answer(() => new ListTransactions(Caller, card, filter, pageRequest), cancellation);
    }

    /// <summary>Returns one journal entry with its movements, the reason for its points, its original, and the entries that undid it.</summary>
    [HttpGet("{serial}")]
    [Requires(Permission.ReadTransactions)]
    public async Task<ActionResult<TransactionView>> Get(string serial, CancellationToken cancellation) =>
        Answer(SerialNumber.TryParse(serial, out var number) ? await Ask(new GetTransaction(Caller, number), cancellation) : null);
}
