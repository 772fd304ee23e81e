using System.Data.Common;
using System.Runtime.CompilerServices;
using Jpos.Application.BackOffice.Webhooks;
using Jpos.Domain;
using Jpos.Domain.Webhooks;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Jpos.Infrastructure.Webhooks;

/// <summary>
/// Writes what somebody is to be told beside the effects that it tells of, in the same save and transaction. Where nobody is to be told, it costs a look into memory.
/// </summary>
internal sealed class OutboxInterceptor(SubscriptionCache subscriptions, DispatchSignal bell, INumberSequence numbers, IViewSerializer viewSerializer, TimeProvider time)
    : SaveChangesInterceptor, IDbTransactionInterceptor
{
    /// <summary>What contexts have saved that is of interest when it is committed.</summary>
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
                onCommit.TryAdd(db, bell.Set);
            }
        }

        return result;
    }

    /// <summary>EF calls this one after a commit that was not asynchronous, as those on SQL Server are.</summary>
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
        bell.Set();
    }

    /// <summary>Adds what is to be told.</summary>
    /// <returns>Whether anything is.</returns>
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

    /// <summary>One row, however many are told; null if nobody is.</summary>
    private OutboxEvent? Of(DetectedEvent effect, IReadOnlyList<long> told)
    {
        if (told.Count == 0)
        {
            return null;
        }

        var (id, at) = (effect.Id ?? numbers.Next(), effect.At ?? time.GetUtcNow().UtcDateTime);
        return new OutboxEvent(id, effect.Type, effect.Line, viewSerializer.Serialize(EventView.Of(id, effect.Type, at, effect.Data())), at, told);
    }
}
