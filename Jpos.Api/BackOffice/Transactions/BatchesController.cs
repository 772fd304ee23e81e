using Jpos.Application.BackOffice.Transactions;
using Jpos.Domain.Journal;

namespace Jpos.Api.BackOffice.Transactions;

/// <summary>Batches, their settlements and their entries.</summary>
[ApiVersion(1)]
[Route(Root + "batches")]
public sealed class BatchesController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>Lists batches with their settlements. The query must name a terminal, a store, <c>state=open</c>, or a period of at most 31 days.</summary>
    [HttpGet]
    [Requires(Permission.ReadTransactions)]
    public async Task<ActionResult<PageAnswer<BatchView>>> List([FromQuery] ListQuery list, [FromQuery] BatchQuery query, CancellationToken cancellation)
    {
        var pageRequest = Fields.Page(list, query.Sort, ListBatches.SortOrders);
        var filter = new BatchFilter
        {
            Terminal = Fields.ReadOptional<TerminalNumber>("terminal", query.Terminal, TerminalNumber.TryParse),
            Store = Fields.ReadOptional<StoreNumber>("store", query.Store, StoreNumber.TryParse),
            State = query.State,
            From = Fields.Time("from", query.From),
            To = Fields.Time("to", query.To),
        };
        Fields.Check(
            "from",
            query.Terminal is not null || query.Store is not null || query.State is BatchState.Open || FieldReader.IsPeriod(filter.From, filter.To, Application.BackOffice.Transactions.ListTransactions.LongestPeriod),
            "The query is too broad. Send terminal, store, state=open, or from and to at most 31 days apart.");
        return await Answer(() => new ListBatches(Caller, filter, pageRequest), cancellation);
    }

    /// <summary>Returns one batch with its settlement: the totals of both sides and their differences.</summary>
    [HttpGet("{id:long}")]
    [Requires(Permission.ReadTransactions)]
    public async Task<ActionResult<BatchView>> Get(long id, CancellationToken cancellation) => Answer(await Ask(new GetBatch(Caller, id), cancellation));

    /// <summary>Lists the journal entries of a batch by serial number, declined messages too.</summary>
    /// <param name="id">The batch's id.</param>
    /// <param name="list">The page to return.</param>
    /// <param name="status">Only entries with this status; all if omitted.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    [HttpGet("{id:long}/transactions")]
    [Requires(Permission.ReadTransactions)]
    public async Task<ActionResult<PageAnswer<TransactionView>>> ListTransactions(long id, [FromQuery] ListQuery list, [FromQuery] EntryStatus? status, CancellationToken cancellation)
    {
        var after = Fields.ReadOptional<SerialNumber>("after", list.After, SerialNumber.TryParse);
        return Fields.HasErrors ? Fields.Result(HttpContext)
            : await Ask(new ListTransactionsOfBatch(Caller, id, status, after, list.Limit), cancellation) is { } page ? Answer(page)
            : Answer(null);
    }
}
