using System.Collections.Concurrent;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;
using Jpos.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>Terminals with their working keys as they were a moment ago, so that MACs are verified before a message waits for its unit of work. Nothing is decided by them: the unit has the rows that count.</summary>
internal sealed class KnownTerminals(IServiceScopeFactory scopes, TimeProvider time) : IDisposable
{
    private const int Most = 100_000;

    /// <summary>What is older is read again.</summary>
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<TerminalNumber, Known> all = [];

    /// <summary>With those of messages and the back office, fewer than a driver keeps connections for.</summary>
    private readonly SemaphoreSlim connections = new(8);

    /// <summary>A terminal as it was a moment ago; null if it was not read lately.</summary>
    public Terminal? Find(TerminalNumber number) => all.TryGetValue(number, out var known) && time.GetElapsedTime(known.At) < Lasting ? known.Terminal : null;

    /// <summary>Reads a terminal; null if there is none.</summary>
    public async Task<Terminal?> Read(TerminalNumber number, CancellationToken cancellation)
    {
        var at = time.GetTimestamp();
        using var place = await Turn.Take(connections, cancellation);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<JposDbContext>();
        var terminal = await db.Terminals.AsNoTracking().Include(one => one.Keys).SingleOrDefaultAsync(one => one.Number == number, cancellation);
        if (terminal is null)
        {
            all.TryRemove(number, out _);
            return null;
        }

        if (all.Count >= Most)
        {
            all.Clear();
        }

        all[number] = new Known(terminal, at);
        return terminal;
    }

    public void Dispose() => connections.Dispose();

    private sealed record Known(Terminal Terminal, long At);
}
