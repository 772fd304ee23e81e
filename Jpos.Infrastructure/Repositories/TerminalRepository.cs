using Jpos.Domain.Terminals;

namespace Jpos.Infrastructure.Repositories;

internal sealed class TerminalRepository(UnitOfWorkSession session, UnitOfWorkCache cache) : ITerminals
{
    public async Task<Terminal?> Find(TerminalNumber number, bool withKeys, CancellationToken cancellation)
    {
        if (cache.Has(number, out var known))
        {
            return known;
        }

        IQueryable<Terminal> terminals = (await session.Query<Terminal>(cancellation)).Include(terminal => terminal.Batch);
        if (withKeys)
        {
            terminals = terminals.Include(terminal => terminal.Keys);
        }

        return await terminals.SingleOrDefaultAsync(terminal => terminal.Number == number, cancellation);
    }

    public void Add(Terminal terminal) => session.Add(terminal);

    public async Task<IReadOnlyList<Terminal>> List(TerminalNumber? after, IReadOnlyCollection<StoreNumber> stores, int most, CancellationToken cancellation)
    {
        var found = (await session.Query<Terminal>(cancellation)).AsNoTracking();
        found = after is null ? found : found.Where(terminal => string.Compare((string)(object)terminal.Number, after.Value) > 0);
        found = stores.Count == 0 ? found : found.Where(terminal => stores.Contains(terminal.StoreNumber));
        return await found.OrderBy(terminal => terminal.Number).Take(most).Include(terminal => terminal.Batch).ToListAsync(cancellation);
    }
}
