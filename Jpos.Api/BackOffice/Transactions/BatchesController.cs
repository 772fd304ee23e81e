using Jpos.Application.BackOffice.Transactions;
using Jpos.Domain.Journal;

namespace Jpos.Api.BackOffice.Transactions;

/// <summary>Batches, their settlements, and what is in them.</summary>
[ApiVersion(1)]
[Route(Root + "batches")]
public sealed class BatchesController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>Batches with their settlements, of a terminal, of a store, those that are open, or of at most 31 days.</summary>
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
            "A terminal, a store, state=open, or from and to at most 31 days apart are needed: nothing else finds batches without reading them all.");
        return await Answer(() => new ListBatches(Caller, filter, pageRequest), cancellation);
    }

    /// <summary>One batch with its settlement: both sides' totals, and what they differ by.</summary>
    [HttpGet("{id:long}")]
    [Requires(Permission.ReadTransactions)]
    public async Task<ActionResult<BatchView>> Get(long id, CancellationToken cancellation) => Answer(await Ask(new GetBatch(Caller, id), cancellation));

    /// <summary>What is recorded of a batch, declined messages too, by serial number.</summary>
    /// <param name="id">The batch.</param>
    /// <param name="list">Which part.</param>
    /// <param name="status">Only what is in this state; left out for all.</param>
    /// <param name="cancellation">Gives up.</param>
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
