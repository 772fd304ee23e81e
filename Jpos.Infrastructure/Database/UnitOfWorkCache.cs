using System.Runtime.CompilerServices;
using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Domain.Accounts;
using Jpos.Domain.Cards;
using Jpos.Domain.Journal;
using Jpos.Domain.Stores;
using Jpos.Domain.Terminals;

namespace Jpos.Infrastructure.Database;

/// <summary>
/// The rows that the messages of a unit of work need, read for all messages at once. Repositories look here first and query the session otherwise.
/// </summary>
internal sealed class UnitOfWorkCache(JposDbContext db, DatabaseEngine engine, AccountLots lots)
{
    private readonly PrefetchQueries queries = PrefetchQueries.Of(db);
    private readonly Dictionary<TerminalNumber, Terminal?> terminals = [];
    private readonly Dictionary<StoreNumber, Store?> stores = [];
    private readonly Dictionary<CardNumber, Card?> cards = [];
    private readonly Dictionary<long, PointAccount> accounts = [];
    private readonly Dictionary<(long BatchId, TraceNumber Trace), List<TransactionJournal>> keys = [];

    /// <summary>Reads the rows that the messages name.</summary>
    public async Task Prefetch(IReadOnlyList<TerminalMessage> messages, CancellationToken cancellation)
    {
        await Fill(terminals, messages.Select(message => message.Terminal), terminal => terminal.Number, queries.Terminals(messages.Any(message => message.NeedsKeys)), cancellation);
        await Fill(stores, messages.Select(message => message.Store), store => store.Number, queries.Stores, cancellation);
        await LoadCards(messages, cancellation);
        await LoadKeys(messages, cancellation);
    }

    public bool Has(TerminalNumber number, out Terminal? terminal) => terminals.TryGetValue(number, out terminal);

    public bool Has(StoreNumber number, out Store? store) => stores.TryGetValue(number, out store);

    public bool Has(CardNumber number, out Card? card) => cards.TryGetValue(number, out card);

    /// <summary>Returns an account with all its lots that were not empty at the beginning of the unit and those added since; null if it was not read, or has too many lots.</summary>
    public PointAccount? Account(long id) => accounts.GetValueOrDefault(id);

    /// <summary>Returns the journal entry with a key, including entries of this unit; null if the key was not read.</summary>
    public List<TransactionJournal>? EntriesUnder(long batchId, TraceNumber trace) => keys.GetValueOrDefault((batchId, trace));

    /// <summary>Adds a new entry.</summary>
    public void Record(TransactionJournal entry)
    {
        if (entry is { BatchId: { } batchId, Trace: { } trace })
        {
            EntriesUnder(batchId, trace)?.Add(entry);
        }
    }

    private async Task LoadCards(IReadOnlyList<TerminalMessage> messages, CancellationToken cancellation)
    {
        await Fill(cards, messages.Select(message => message.LockedCard).OfType<CardNumber>(), card => card.Number, (from, numbers) => CardsWithAccounts(from, numbers, cancellation), cancellation);
        await lots.ReadWhole(accounts.Values, cancellation);
    }

    private async IAsyncEnumerable<Card> CardsWithAccounts(JposDbContext from, CardNumber[] numbers, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (card, account) in queries.Cards(from, numbers).WithCancellation(cancellation))
        {
            if (account.OpenLots <= PointAccount.FewLots)
            {
                accounts.TryAdd(account.Id, account);
            }

            yield return card;
        }
    }

    private async Task LoadKeys(IReadOnlyList<TerminalMessage> messages, CancellationToken cancellation)
    {
        foreach (var message in messages)
        {
            // Entries of other batches than the terminal's newest are read on demand.
            if (message.Key is { } key && terminals[message.Terminal]?.Batch is { } batch && (key.Batch is null || key.Batch == batch.Number))
            {
                keys.TryAdd((batch.Id, key.Trace), []);
            }
        }

        if (keys.Count > 0)
        {
            await foreach (var entry in engine.WithKeys(db, keys.Keys).AsAsyncEnumerable().WithCancellation(cancellation))
            {
                keys[(entry.BatchId!.Value, entry.Trace!)].Add(entry);
            }
        }
    }

    /// <summary>Reads the rows of some numbers. A number without a row is remembered as missing.</summary>
    private async Task Fill<TNumber, TRow>(
        Dictionary<TNumber, TRow?> rows, IEnumerable<TNumber> named, Func<TRow, TNumber> numberOf, Func<JposDbContext, TNumber[], IAsyncEnumerable<TRow>> find, CancellationToken cancellation)
        where TNumber : notnull
        where TRow : class
    {
        var numbers = named.Distinct().ToArray();
        if (numbers.Length == 0)
        {
            return;
        }

        foreach (var number in numbers)
        {
            rows[number] = null;
        }

        await foreach (var row in find(db, numbers).WithCancellation(cancellation))
        {
            rows[numberOf(row)] = row;
        }
    }
}
