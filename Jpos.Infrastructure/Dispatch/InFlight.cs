using System.Collections.Concurrent;
using Jpos.Application.Messages;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>Which keys this host is working on or waiting for: at its deadline a message is told whether a copy of it was in its way (09) or not (98).</summary>
internal sealed class InFlight
{
    private readonly ConcurrentDictionary<MessageKey, int> counts = new();

    public IDisposable Enter(MessageKey? key)
    {
        if (key is not null)
        {
            counts.AddOrUpdate(key, 1, (_, count) => count + 1);
        }

        return new Leaving(this, key);
    }

    /// <summary>Another message with the same key is here.</summary>
    public bool IsShared(MessageKey? key) => key is not null && counts.GetValueOrDefault(key) > 1;

    private void Leave(MessageKey key)
    {
        // Either nobody else counts this key, and it goes, or the count is one less; when somebody comes in between, look again.
        while (counts.TryGetValue(key, out var count))
        {
            if (count == 1 ? counts.TryRemove(KeyValuePair.Create(key, 1)) : counts.TryUpdate(key, count - 1, count))
            {
                return;
            }
        }
    }

    private sealed class Leaving(InFlight owner, MessageKey? key) : IDisposable
    {
        public void Dispose()
        {
            if (key is not null)
            {
                owner.Leave(key);
            }
        }
    }
}
