using System.Runtime.CompilerServices;
using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Stores;
using Jpos.Domain.Terminals;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Jpos.Infrastructure.Database;

/// <summary>What every unit of work with messages reads. Each question is translated once and not for each unit, so that its answer costs its rows only.</summary>
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

    /// <summary>With their operators.</summary>
    public Func<JposDbContext, StoreNumber[], IAsyncEnumerable<Store>> Stores { get; } = EF.CompileAsyncQuery(
        (JposDbContext db, StoreNumber[] numbers) => db.Stores.Include(store => store.Operators).Where(store => numbers.Contains(store.Number)));

    /// <summary>With their products, members and accounts, but without the lots of these.</summary>
    public Func<JposDbContext, CardNumber[], IAsyncEnumerable<CardAndAccount>> Cards { get; } = EF.CompileAsyncQuery(
        (JposDbContext db, CardNumber[] numbers) => db.Cards
            .Include(card => card.Product)
            .Include(card => card.Member)
            .Where(card => numbers.Contains(card.Number))
            .LeftJoin(db.Accounts, card => card.Id, account => account.CardId, (card, account) => new CardAndAccount(card, account)));

    /// <summary>The lots of some accounts that are not empty. Not included with their accounts: of a join inside a join, SQLite reads the lots of all accounts.</summary>
    public Func<JposDbContext, long[], IAsyncEnumerable<Lot>> Lots { get; } = EF.CompileAsyncQuery(
        (JposDbContext db, long[] accounts) => db.Lots
            .Include(lot => lot.EarnedInBatch)
            .Where(lot => accounts.Contains(lot.AccountId) && (lot.Remaining != Points.Zero || lot.Kind == LotKind.Debt)));

    /// <summary>Those of a model: hosts of one process that have the same share them.</summary>
    public static PrefetchQueries Of(JposDbContext db) => Known.GetValue(db.Model, _ => new PrefetchQueries());

    /// <summary>With their newest batches.</summary>
    public Func<JposDbContext, TerminalNumber[], IAsyncEnumerable<Terminal>> Terminals(bool withKeys) => withKeys ? terminalsWithKeys : terminals;
}
