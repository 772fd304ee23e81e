using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Jpos.Infrastructure.Database;

/// <summary>
/// Runs all transactions. Each attempt has a scope of its own with fresh rows. A conflict is retried at once; a busy, lost or full database is retried after growing pauses, as the profile allows.
/// An attempt takes a permit of the connection budget, then the single-writer lock, then numbers, and begins the transaction.
/// </summary>
internal sealed partial class TransactionRunner(IServiceScopeFactory scopes, DatabaseEngine engine, ConnectionBudget budget, NumberSequence numbers, ILogger<TransactionRunner> logger)
{
    /// <summary>The longest pause between retries of an unavailable database.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(20);
    private static readonly ResiliencePropertyKey<Transaction> Running = new(nameof(Transaction));

    private readonly ConcurrentDictionary<TransactionProfile, ResiliencePipeline> pipelines = [];

    /// <summary>Returns whether a retry may succeed.</summary>
    public bool MayHelp(Exception exception) => engine.IsConflict(exception) || IsUnavailable(exception);

    /// <summary>Runs work in a unit of work that writes, and commits it. A failed attempt has no effect, unless the commit tracker reports an unknown outcome.</summary>
    /// <param name="transaction">The properties of the transaction.</param>
    /// <param name="work">The work, which gets the services of its scope.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public Task<T> Write<T>(Transaction transaction, Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken cancellation) => Retry(
        transaction,
        async () =>
        {
            using var turn = await budget.AcquireToWrite(transaction.Consumer, cancellation);
            using var driver = new DetachedCancellation(cancellation);
            return await WriteOnce(transaction, work, driver.Token);
        },
        cancellation);

    /// <summary>Runs work in a read-only unit of work on one snapshot.</summary>
    public Task<T> Read<T>(Transaction transaction, Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken cancellation) => Retry(
        transaction,
        async () =>
        {
            using var permit = await budget.Acquire(transaction.Consumer, cancellation);
            using var driver = new DetachedCancellation(cancellation);
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<UnitOfWork>().BeginReading(driver.Token);
            return await work(scope.ServiceProvider, driver.Token);
        },
        cancellation);

    /// <summary>Runs independent queries outside any transaction.</summary>
    public async Task<T> Ask<T>(ConnectionConsumer consumer, Func<JposDbContext, Task<T>> ask, CancellationToken cancellation)
    {
        using var permit = await budget.Acquire(consumer, cancellation);
        await using var scope = scopes.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<JposDbContext>());
    }

    /// <summary>Runs one attempt for a caller that already holds the single-writer lock.</summary>
    public async Task<T> WriteOnce<T>(Transaction transaction, Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        if (transaction.Numbers is { } many)
        {
            await numbers.Reserve(cancellation, many);
        }

        await using var scope = scopes.CreateAsyncScope();
        var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        await unit.BeginWriting(cancellation, readsProgramme: transaction.Numbers is not null);
        var result = await work(scope.ServiceProvider, cancellation);
        await unit.Commit(cancellation, transaction.Commits);
        return result;
    }

    /// <summary>Retries work that takes its own connections, as its profile allows.</summary>
    public async Task<T> Retry<T>(Transaction transaction, Func<Task<T>> attempt, CancellationToken cancellation)
    {
        var context = ResilienceContextPool.Shared.Get(cancellation);
        context.Properties.Set(Running, transaction);
        try
        {
            return await pipelines.GetOrAdd(transaction.Profile, PipelineOf).ExecuteAsync(static async (_, attempt) => await attempt(), context, attempt);
        }
        catch (Exception exception) when (cancellation.IsCancellationRequested && exception is not OperationCanceledException && transaction.MayRetry() && MayHelp(exception))
        {
            // It would be retried if there were time.
            throw new OperationCanceledException(null, exception, cancellation);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>Retries conflicts around retries of availability. A retry after unavailability does not count as a new attempt.</summary>
    private ResiliencePipeline PipelineOf(TransactionProfile profile)
    {
        var pipeline = new ResiliencePipelineBuilder();
        if (profile.Attempts > 1)
        {
            pipeline.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = int.MaxValue,
                Delay = TimeSpan.Zero,
                ShouldHandle = arguments => ValueTask.FromResult(
                    Of(arguments.Context) is var transaction
                    && transaction.ConflictsBefore + arguments.AttemptNumber + 1 < profile.Attempts
                    && arguments.Outcome.Exception is { } failure && engine.IsConflict(failure) && transaction.MayRetry()),
                OnRetry = arguments =>
                {
                    var transaction = Of(arguments.Context);
                    var (work, attempt) = (transaction.Name(), transaction.ConflictsBefore + arguments.AttemptNumber + 1);
                    LogConflict(work, attempt);
                    return default;
                },
            });
        }

        if (profile.AvailabilityRetries != 0)
        {
            pipeline.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = profile.AvailabilityRetries ?? int.MaxValue,
                Delay = ShortestPause,
                MaxDelay = LongestPause,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = arguments => ValueTask.FromResult(
                    arguments.Outcome.Exception is { } failure && (profile.PausesOnConflict ? MayHelp(failure) : IsUnavailable(failure)) && Of(arguments.Context).MayRetry()),
                OnRetry = arguments =>
                {
                    LogUnavailable(Of(arguments.Context).Name, arguments.Outcome.Exception!);
                    return default;
                },
            });
        }

        return pipeline.Build();
    }

    private static Transaction Of(ResilienceContext context) => context.Properties.GetValue(Running, null!);

    private bool IsUnavailable(Exception exception) => !engine.IsConflict(exception) && (engine.IsBusy(exception) || engine.IsTransient(exception));

    private void LogUnavailable(Func<string> name, Exception exception)
    {
        if (logger.IsEnabled(LogLevel.Debug))
        {
            var (work, reason) = (name(), exception.Message);
            LogWaiting(work, reason);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Work} met a conflict on attempt {Attempt} and is retried")]
    private partial void LogConflict(string work, int attempt);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Work} found the database unavailable and is retried: {Reason}")]
    private partial void LogWaiting(string work, string reason);
}
