using System.Data.Common;
using Jpos.Infrastructure.Database;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Jpos.Tests.Hosting;

/// <summary>Where a test steps into units of work, to hold one up or to cut it off.</summary>
internal sealed class UnitSeam : ISaveChangesInterceptor, IDbTransactionInterceptor
{
    /// <summary>What a unit did is in its transaction: the deadline can still undo it.</summary>
    public Func<JposDbContext, Task> Saved { get; set; } = _ => Task.CompletedTask;

    /// <summary>A unit is past the last moment at which it could be given up.</summary>
    public Func<JposDbContext, Task> Committing { get; set; } = _ => Task.CompletedTask;

    /// <summary>A unit is committed, and its host is about to be told so.</summary>
    public Func<JposDbContext, Task> Committed { get; set; } = _ => Task.CompletedTask;

    /// <summary>Nobody steps in any more.</summary>
    public void Close() => Saved = Committing = Committed = _ => Task.CompletedTask;

    public async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        await Saved((JposDbContext)eventData.Context!);
        return result;
    }

    public async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        await Committing((JposDbContext)eventData.Context!);
        return result;
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        Committed((JposDbContext)eventData.Context!);

    /// <summary>Holds up a unit that has something of a kind, until the test lets it go, or ends.</summary>
    internal sealed class Hold<TEntity>(Func<TEntity, bool>? which = null) : IDisposable
        where TEntity : class
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>When a unit is held up.</summary>
        public Task Reached => reached.Task.WaitAsync(Patience);

        public void Release() => released.TrySetResult();

        public void Dispose() => Release();

        /// <summary>To be put into a seam. The host's own cancellation does not end it: what the unit decides after it is what the test is about.</summary>
        public async Task Up(JposDbContext db)
        {
            if (db.ChangeTracker.Entries<TEntity>().Any(entry => which?.Invoke(entry.Entity) ?? true))
            {
                reached.TrySetResult();
                await released.Task.WaitAsync(Patience);
            }
        }
    }
}
