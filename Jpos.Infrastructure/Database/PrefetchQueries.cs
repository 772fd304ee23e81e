using System.Runtime.CompilerServices;
using Jpos.Domain.Accounts;
using Jpos.Domain.Batches;
using Jpos.Domain.Stores;
using Jpos.Domain.Terminals;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Jpos.Infrastructure.Database;

/// <summary>The queries that every unit of work with messages runs. EF compiles each query once and not for each unit.</summary>
internal sealed class PrefetchQueries
{
    private static readonly ConditionalWeakTable<IModel, PrefetchQueries> Known = [];

    private readonly Func<JposDbContext, TerminalNumber[], IAsyncEnumerable<Terminal>> terminals = EF.CompileAsyncQuery(
        (JposDbContext db, TerminalNumber[] numbers) => db.Terminals.Include(terminal => terminal.Batch).Where(terminal => numbers.Contains(terminal.Number)));

    private readonly Func<JposDbContext, TerminalNumber[], IAsyncEnumerable<Terminal>> terminalsWithKeys = EF.CompileAsyncQuery(
        (JposDbContext db, TerminalNumber[] numbers) => db.Terminals.Include(terminal => terminal.Batch).Include(terminal => terminal.Keys).Where(terminal => numbers.Contains(terminal.Number)));

    private PrefetchQueries()
    {
    }

    /// <summary>Stores with their operators.</summary>
    public Func<JposDbContext, StoreNumber[], IAsyncEnumerable<Store>> Stores { get; } = EF.CompileAsyncQuery(
        (JposDbContext db, StoreNumber[] numbers) => db.Stores.Include(store => store.Operators).Where(store => numbers.Contains(store.Number)));

    /// <summary>Cards with products, members and accounts, without the lots.</summary>
    public Func<JposDbContext, CardNumber[], IAsyncEnumerable<CardAndAccount>> Cards { get; } = EF.CompileAsyncQuery(
        (JposDbContext db, CardNumber[] numbers) => db.Cards
            .Include(card => card.Product)
            .Include(card => card.Member)
            .Where(card => numbers.Contains(card.Number))
            .Join(db.Accounts, card => card.AccountId, account => account.Id, (card, account) => new CardAndAccount(card, account)));

    /// <summary>The lots of some accounts that are not empty, or that points given now may join. They are not included with the accounts, because SQLite would read the lots of all accounts in a nested join.</summary>
    public Func<JposDbContext, long[], DateOnly, IAsyncEnumerable<Lot>> Lots { get; } = EF.CompileAsyncQuery(
        (JposDbContext db, long[] accounts, DateOnly giftExpiry) => db.Lots.Where(lot => accounts.Contains(lot.AccountId) && !lot.IsEmpty)
            .Concat(db.Lots.Where(lot => accounts.Contains(lot.AccountId) && lot.IsEmpty && lot.ExpiresOn >= giftExpiry)));

    /// <summary>Some batches.</summary>
    public Func<JposDbContext, long[], IAsyncEnumerable<Batch>> Batches { get; } = EF.CompileAsyncQuery(
        (JposDbContext db, long[] ids) => db.Batches.Where(batch => ids.Contains(batch.Id)));

    /// <summary>Returns the queries of a model. Hosts of one process with the same model share them.</summary>
    public static PrefetchQueries Of(JposDbContext db) => Known.GetValue(db.Model, _ => new PrefetchQueries());

    /// <summary>Terminals with their newest batches.</summary>
    public Func<JposDbContext, TerminalNumber[], IAsyncEnumerable<Terminal>> Terminals(bool withKeys) => withKeys ? terminalsWithKeys : terminals;
}
