using Jpos.Domain.Journal;

namespace Jpos.Application.BackOffice.Transactions;

/// <summary>Records of the journal, declined messages too.</summary>
/// <param name="Caller">Who asks. Who is of some stores sees what was done there.</param>
/// <param name="Card">Only those about this card; null for all.</param>
/// <param name="Filter">Which of them.</param>
/// <param name="PageRequest">Which part of the list.</param>
public sealed record ListTransactions(Caller Caller, CardNumber? Card, JournalFilter Filter, PageRequest<TransactionJournal> PageRequest) : Query<Page<TransactionView>>
{
    /// <summary>A longer time has more records than anybody would walk through.</summary>
    public static readonly TimeSpan LongestPeriod = TimeSpan.FromDays(31);

    /// <summary>The newest first, unless somebody wants to read what happened as it did.</summary>
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
