using Jpos.Application.BackOffice.Requests;
using Jpos.Application.Ports;
using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Database.Rows;
using Jpos.Infrastructure.Settings;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Jpos.Infrastructure.BackOffice;

/// <summary>Does what the back office wants, each act in a unit of work of its own, again on fresh rows after a conflict; and each act with a key of its own once.</summary>
internal sealed partial class CommandExecutor(IServiceScopeFactory scopes, DatabaseEngine engine, NumberSequence numbers, ProgrammeCache programme, SingleWriterLock writer, BackOfficeConcurrency gate, IOptions<BackOfficeSettings> office, IViewSerializer viewSerializer, TimeProvider time, ILogger<CommandExecutor> logger)
{
    private const int MostAttempts = 10;

    /// <summary>Who waits longer is told that the host failed, and may ask again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<TResult> Execute<TResult>(Command command, CancellationToken aborted)
        where TResult : CommandResult, new()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        patience.CancelAfter(Patience);
        var commitTracker = new CommitTracker(patience.Token);
        try
        {
            var result = await ExecuteWithRetry<TResult>(command, commitTracker, patience.Token);

            // What has no key of its own may be refused now because it was done before.
            return result.Problem is not null && commitTracker.MayHaveCommitted && command.IdempotencyKey is null ? OutcomeUnknown<TResult>(command) : result;
        }
        catch (OperationCanceledException) when (commitTracker.MayHaveCommitted && !aborted.IsCancellationRequested)
        {
            return OutcomeUnknown<TResult>(command);
        }
    }

    private async Task<TResult> ExecuteWithRetry<TResult>(Command command, CommitTracker commitTracker, CancellationToken stop)
        where TResult : CommandResult, new()
    {
        var pause = new GrowingPause();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ExecuteOnce<TResult>(command, commitTracker, stop);
            }
            catch (Exception exception) when (exception is not OperationCanceledException && commitTracker.MayHaveCommitted && command is { ReturnsSecret: true, IdempotencyKey: null })
            {
                // Another secret would hold beside the first one, which nobody was told.
                LogInDoubt(exception, command.GetType().Name);
                return OutcomeUnknown<TResult>(command);
            }
            catch (Exception exception) when (attempt < MostAttempts && engine.IsConflict(exception))
            {
                LogAgain(command.GetType().Name, attempt);
            }
            catch (Exception exception) when (engine.IsBusy(exception) || engine.IsTransient(exception))
            {
                await pause.Wait(stop);
            }
        }
    }

    private async Task<TResult> ExecuteOnce<TResult>(Command command, CommitTracker commitTracker, CancellationToken cancellation)
        where TResult : CommandResult, new()
    {
        using var place = await gate.Enter(cancellation);
        using var writing = await writer.Acquire(cancellation);

        // As many as all that may run at once can need.
        await numbers.Reserve(cancellation, command.SerialNumbersNeeded * office.Value.MostAtOnce);
        await using var scope = scopes.CreateAsyncScope();
        var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        await unit.BeginWriting(cancellation);
        var db = scope.ServiceProvider.GetRequiredService<JposDbContext>();
        await engine.Lock(db, RowLocks.Of(command), cancellation);
        var (kept, isNew) = await FindOrAddRecord(db, command, cancellation);
        if (kept is not null && !isNew)
        {
            return Replay<TResult>(kept, command);
        }

        var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send((IRequest<TResult>)command, cancellation);
        if (result.Problem is not null)
        {
            return result;
        }

        if (kept is not null && !command.ReturnsSecret)
        {
            kept.Response = viewSerializer.Serialize(result);
        }

        await unit.Commit(cancellation, commitTracker);
        if (command.ChangesProgramme)
        {
            programme.Invalidate();
        }

        return result;
    }

    /// <summary>The result that is kept of an act, or the place for it, which copies that come at the same time wait for; null if the act has no key of its own.</summary>
    private async Task<(IdempotencyRecord? Kept, bool IsNew)> FindOrAddRecord(JposDbContext db, Command command, CancellationToken cancellation)
    {
        if (command.IdempotencyKey is not { } key)
        {
            return (null, true);
        }

        if (await db.IdempotencyRecords.AsNoTracking().SingleOrDefaultAsync(kept => kept.Caller == command.Caller.Name && kept.Key == key, cancellation) is { } before)
        {
            return (before, false);
        }

        var place = new IdempotencyRecord { Caller = command.Caller.Name, Key = key, RequestHash = ViewSerializer.Digest(command), CreatedAt = time.GetUtcNow().UtcDateTime };
        db.IdempotencyRecords.Add(place);
        await db.SaveChangesAsync(cancellation);
        return (place, true);
    }

    private static TResult OutcomeUnknown<TResult>(Command command)
        where TResult : CommandResult, new() => new()
        {
            Problem = new Problem(FailureKind.CommitOutcomeUnknown, "The database was lost, or did not answer, while this was being committed, and nobody knows whether it was done. "
                + (command.IdempotencyKey is null ? "Look before you send it again." : "Send it again with the same Idempotency-Key.")),
        };

    private static TResult Replay<TResult>(IdempotencyRecord before, Command command)
        where TResult : CommandResult, new() => (before.RequestHash.SequenceEqual(ViewSerializer.Digest(command)), before.Response) switch
        {
            (false, _) => new TResult { Problem = new Problem(FailureKind.IdempotencyKeyReused, "The Idempotency-Key was used for another request.") },
            (true, null) => new TResult { Problem = new Problem(FailureKind.Conflict, "This was done before. Its answer held a secret, which is shown once.") },
            (true, var result) => ViewSerializer.Read<TResult>(result),
        };

    [LoggerMessage(Level = LogLevel.Information, Message = "{Act} met a conflict at attempt {Attempt}; it is decided again")]
    private partial void LogAgain(string act, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether {Act} was committed is not known")]
    private partial void LogInDoubt(Exception exception, string act);
}
