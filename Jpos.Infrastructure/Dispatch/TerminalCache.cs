using System.Collections.Concurrent;
using Jpos.Domain.Terminals;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>Caches terminals with their working keys, so that MACs are verified before a message is queued. It decides nothing: the unit of work uses the current rows.</summary>
internal sealed class TerminalCache(TransactionRunner runner)
{
    private const int Most = 100_000;

    private readonly ConcurrentDictionary<TerminalNumber, Terminal> all = [];

    /// <summary>Returns a terminal as it was last read, however long ago; null if never. Entries do not expire, so that the number of a silent terminal stays known.</summary>
    public Terminal? TryGet(TerminalNumber number) => all.GetValueOrDefault(number);

    /// <summary>Reads a terminal; null if it does not exist.</summary>
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
