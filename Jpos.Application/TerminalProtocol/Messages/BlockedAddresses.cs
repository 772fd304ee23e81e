using System.Collections.Concurrent;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>Addresses that are over the limit of refused messages, as this host last read it from the database, so that most of what they send is refused from memory.</summary>
public sealed class BlockedAddresses(TimeProvider time)
{
    /// <summary>Of more addresses at once the database is asked.</summary>
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, BlockedAddress> all = new(StringComparer.Ordinal);

    /// <summary>What is known of an address; null if it is not over the limit, as far as this host knows.</summary>
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

    /// <summary>A message of an address that is over the limit was refused.</summary>
    /// <param name="address">The address.</param>
    /// <param name="until">Until when it is over the limit, UTC.</param>
    /// <param name="terminal">The terminal that the message named; null if there is no such terminal.</param>
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
