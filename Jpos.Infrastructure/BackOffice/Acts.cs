using Jpos.Application.BackOffice;
using Jpos.Application.Ports;
using Jpos.Infrastructure.Dispatch;
using Jpos.Infrastructure.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Jpos.Infrastructure.BackOffice;

/// <summary>Does what the back office wants, each act in a unit of work of its own, again on fresh rows after a conflict; and each act with a key of its own once.</summary>
internal sealed partial class Acts(IServiceScopeFactory scopes, DatabaseEngine engine, SerialNumbers numbers, CurrentProgramme programme, WriterTurn writer, OfficeGate gate, IOptions<OfficeOptions> office, IRepresentations representations, TimeProvider time, ILogger<Acts> logger)
{
    private const int MostAttempts = 10;

    /// <summary>Who waits longer is told that the host failed, and may ask again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<TResult> Do<TResult>(Act act, CancellationToken aborted)
        where TResult : Result, new()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        patience.CancelAfter(Patience);
        var doubt = new Doubt(patience.Token);
        try
        {
            var result = await Decide<TResult>(act, doubt, patience.Token);

            // What has no key of its own may be refused now because it was done before.
            return result.Problem is not null && doubt.Exists && act.IdempotencyKey is null ? Unknown<TResult>(act) : result;
        }
        catch (OperationCanceledException) when (doubt.Exists && !aborted.IsCancellationRequested)
        {
            return Unknown<TResult>(act);
        }
    }

    private async Task<TResult> Decide<TResult>(Act act, Doubt doubt, CancellationToken stop)
        where TResult : Result, new()
    {
        var pause = new GrowingPause();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Try<TResult>(act, doubt, stop);
            }
            catch (Exception exception) when (exception is not OperationCanceledException && doubt.Exists && act is { AnswersSecret: true, IdempotencyKey: null })
            {
                // Another secret would hold beside the first one, which nobody was told.
                LogInDoubt(exception, act.GetType().Name);
                return Unknown<TResult>(act);
            }
            catch (Exception exception) when (attempt < MostAttempts && engine.IsConflict(exception))
            {
                LogAgain(act.GetType().Name, attempt);
            }
            catch (Exception exception) when (engine.IsBusy(exception) || engine.IsTransient(exception))
            {
                await pause.Wait(stop);
            }
        }
    }

    private async Task<TResult> Try<TResult>(Act act, Doubt doubt, CancellationToken cancellation)
        where TResult : Result, new()
    {
        using var place = await gate.Enter(cancellation);
        using var writing = await writer.Take(cancellation);

        // As many as all that may run at once can need.
        await numbers.Reserve(cancellation, act.Numbers * office.Value.MostAtOnce);
        await using var scope = scopes.CreateAsyncScope();
        var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        await unit.BeginWriting(cancellation);
        var db = scope.ServiceProvider.GetRequiredService<JposDbContext>();
        await engine.Lock(db, Locks.Of(act), cancellation);
        var (kept, isNew) = await Keep(db, act, cancellation);
        if (kept is not null && !isNew)
        {
            return Again<TResult>(kept, act);
        }

        var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send((IRequest<TResult>)act, cancellation);
        if (result.Problem is not null)
        {
            return result;
        }

        if (kept is not null && !act.AnswersSecret)
        {
            kept.Result = representations.Write(result);
        }

        await unit.Commit(cancellation, doubt);
        if (act.ChangesProgramme)
        {
            programme.Forget();
        }

        return result;
    }

    /// <summary>The result that is kept of an act, or the place for it, which copies that come at the same time wait for; null if the act has no key of its own.</summary>
    private async Task<(KeptResult? Kept, bool IsNew)> Keep(JposDbContext db, Act act, CancellationToken cancellation)
    {
        if (act.IdempotencyKey is not { } key)
        {
            return (null, true);
        }

        if (await db.KeptResults.AsNoTracking().SingleOrDefaultAsync(kept => kept.Caller == act.Caller.Name && kept.Key == key, cancellation) is { } before)
        {
            return (before, false);
        }

        var place = new KeptResult { Caller = act.Caller.Name, Key = key, Digest = Representations.Digest(act), At = time.GetUtcNow().UtcDateTime };
        db.KeptResults.Add(place);
        await db.SaveChangesAsync(cancellation);
        return (place, true);
    }

    private static TResult Unknown<TResult>(Act act)
        where TResult : Result, new() => new()
        {
            Problem = new Problem(Failure.Unknown, "The database was lost, or did not answer, while this was being committed, and nobody knows whether it was done. "
                + (act.IdempotencyKey is null ? "Look before you send it again." : "Send it again with the same Idempotency-Key.")),
        };

    private static TResult Again<TResult>(KeptResult before, Act act)
        where TResult : Result, new() => (before.Digest.SequenceEqual(Representations.Digest(act)), before.Result) switch
        {
            (false, _) => new TResult { Problem = new Problem(Failure.KeyReused, "The Idempotency-Key was used for another request.") },
            (true, null) => new TResult { Problem = new Problem(Failure.Conflict, "This was done before. Its answer held a secret, which is shown once.") },
            (true, var result) => Representations.Read<TResult>(result),
        };

    [LoggerMessage(Level = LogLevel.Information, Message = "{Act} met a conflict at attempt {Attempt}; it is decided again")]
    private partial void LogAgain(string act, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether {Act} was committed is not known")]
    private partial void LogInDoubt(Exception exception, string act);
}
