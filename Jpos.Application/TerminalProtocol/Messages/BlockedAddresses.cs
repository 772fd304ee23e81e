using System.Collections.Concurrent;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>Caches the blocked addresses that this host has read from the database, so that most of their messages are refused from memory.</summary>
public sealed class BlockedAddresses(TimeProvider time)
{
    /// <summary>The most addresses to cache; the database is queried for others.</summary>
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, BlockedAddress> all = new(StringComparer.Ordinal);

    /// <summary>Returns a blocked address; null if this host does not know that it is blocked.</summary>
    public BlockedAddress? Find(string address)
    {
        if (!all.TryGetValue(address, out var found))
        {
            return null;
        }

        if (found.Until > Now)
        {
            return found;
        }

        all.TryRemove(KeyValuePair.Create(address, found));
        return null;
    }

    /// <summary>Records a refused message of a blocked address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="until">The end of the block, UTC.</param>
    /// <param name="terminal">The terminal of the message; null if it does not exist.</param>
    public void Block(string address, DateTime until, TerminalNumber? terminal)
    {
        if (Find(address) is not { } found)
        {
            if (all.Count >= Most)
            {
                Tidy();
            }

            if (all.Count >= Most)
            {
                return;
            }

            found = all.GetOrAdd(address, _ => new BlockedAddress(until, time));
        }

        found.RecordRefusal(terminal);
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private void Tidy()
    {
        foreach (var (address, found) in all)
        {
            if (found.Until <= Now)
            {
                all.TryRemove(KeyValuePair.Create(address, found));
            }
        }
    }
}
