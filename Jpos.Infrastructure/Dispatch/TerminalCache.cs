using System.Collections.Concurrent;
using Jpos.Domain.Terminals;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>Terminals with their working keys as this host last read them, so that MACs are verified before a message waits for its unit of work. Nothing is decided by them: the unit has the rows that count.</summary>
internal sealed class TerminalCache(TransactionRunner runner)
{
    private const int Most = 100_000;

    private readonly ConcurrentDictionary<TerminalNumber, Terminal> all = [];

    /// <summary>A terminal as it was when it was last read, however long ago: a number must not become one of no terminal while its terminal is silent. Null if it was never read.</summary>
    public Terminal? TryGet(TerminalNumber number) => all.GetValueOrDefault(number);

    /// <summary>Reads a terminal; null if there is none.</summary>
    public async Task<Terminal?> Refresh(TerminalNumber number, CancellationToken cancellation)
    {
        var terminal = await runner.Ask(
            ConnectionConsumer.TerminalCache,
            db => db.Terminals.AsNoTracking().Include(one => one.Keys).SingleOrDefaultAsync(one => one.Number == number, cancellation),
            cancellation);
        if (terminal is null)
        {
            all.TryRemove(number, out _);
            return null;
        }

        if (all.Count >= Most)
        {
            all.Clear();
        }

        all[number] = terminal;
        return terminal;
    }
}
