using System.Data.Common;
using System.Runtime.CompilerServices;
using Jpos.Application.BackOffice.Webhooks;
using Jpos.Domain;
using Jpos.Domain.Webhooks;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Jpos.Infrastructure.Webhooks;

/// <summary>
/// Writes events to the outbox in the same save and transaction as their effects. Without subscriptions, it costs a memory access only.
/// </summary>
internal sealed class OutboxInterceptor(SubscriptionCache subscriptions, DispatchSignal signal, INumberSequence numbers, IViewSerializer viewSerializer, TimeProvider time)
    : SaveChangesInterceptor, IDbTransactionInterceptor
{
    /// <summary>The actions to run after the commit of a context.</summary>
    private readonly ConditionalWeakTable<DbContext, Action> onCommit = [];

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is JposDbContext db)
        {
            if (db.ChangeTracker.Entries<Subscription>().Any(row => row.State is not EntityState.Unchanged))
            {
                onCommit.AddOrUpdate(db, OnSubscriptionsChanged);
            }
            else if (!subscriptions.IsEmpty && await Write(db, cancellationToken))
            {
                onCommit.TryAdd(db, signal.Set);
            }
        }

        return result;
    }

    /// <summary>EF calls this method after a synchronous commit, which SQL Server uses.</summary>
    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData)
    {
        if (eventData.Context is { } db && onCommit.TryGetValue(db, out var then))
        {
            onCommit.Remove(db);
            then();
        }
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        TransactionCommitted(transaction, eventData);
        return Task.CompletedTask;
    }

    private void OnSubscriptionsChanged()
    {
        subscriptions.Invalidate();
        signal.Set();
    }

    /// <summary>Adds the events of a save.</summary>
    /// <returns>Whether there are any.</returns>
    private async ValueTask<bool> Write(JposDbContext db, CancellationToken cancellation)
    {
        var effects = EventDetector.Of(db).ToList();
        if (effects.Count == 0)
        {
            return false;
        }

        var told = await subscriptions.Read(db, cancellation);
        var events = effects.Select(effect => Of(effect, [.. told.Where(one => one.Events.Include(effect.Type)).Select(one => one.Id)])).OfType<OutboxEvent>().ToList();
        db.Outbox.AddRange(events);
        return events.Count > 0;
    }

    /// <summary>Returns one row for all subscriptions of an event; null if there are none.</summary>
    private OutboxEvent? Of(DetectedEvent effect, IReadOnlyList<long> told)
    {
        if (told.Count == 0)
        {
            return null;
        }

        var (id, at) = (effect.Id ?? numbers.Next(), effect.At ?? time.GetUtcNow().UtcDateTime);
        return new OutboxEvent(id, effect.Type, effect.OrderingKey, viewSerializer.Serialize(EventView.Of(id, effect.Type, at, effect.Data())), at, told);
    }
}
