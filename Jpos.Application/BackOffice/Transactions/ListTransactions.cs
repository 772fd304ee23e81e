using Jpos.Domain.Journal;

namespace Jpos.Application.BackOffice.Transactions;

/// <summary>Lists journal entries, declined messages too.</summary>
/// <param name="Caller">The caller. A store-scoped caller sees entries of its stores only.</param>
/// <param name="Card">Only entries of this card; null for all.</param>
/// <param name="Filter">The filter.</param>
/// <param name="PageRequest">The requested page.</param>
public sealed record ListTransactions(Caller Caller, CardNumber? Card, JournalFilter Filter, PageRequest<TransactionJournal> PageRequest) : Query<Page<TransactionView>>
{
    /// <summary>The longest period of a query without a card or a batch; longer periods would have too many entries to page through.</summary>
    public static readonly TimeSpan LongestPeriod = TimeSpan.FromDays(31);

    /// <summary>The newest first by default; ascending order shows events as they happened.</summary>
    public static readonly SortOrders<TransactionJournal> SortOrders =
        new("-time", new SortField<TransactionJournal>("time", SortKey.Number<TransactionJournal>(entry => entry.Serial.Value), SortKey.Time<TransactionJournal>(entry => entry.At)));
}

public sealed class ListTransactionsHandler(IJournalQueries journal, ICards cards) : IRequestHandler<ListTransactions, Page<TransactionView>>
{
    public async Task<Page<TransactionView>> Handle(ListTransactions request, CancellationToken cancellationToken)
    {
        var filter = request.Filter with { Stores = request.Caller.Stores };
        if (request.Card is not null)
        {
            if (await cards.Find(request.Card, cancellationToken) is not { } card)
            {
                return new Page<TransactionView>([], null);
            }

            filter = filter with { CardId = card.Id };
        }

        return Page.Of(await journal.List(filter, request.PageRequest, cancellationToken), request.PageRequest, TransactionView.Of);
    }
}
