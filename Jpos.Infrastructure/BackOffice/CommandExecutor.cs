using Jpos.Application.BackOffice.Requests;
using Jpos.Infrastructure.Database.Rows;
using Jpos.Infrastructure.Settings;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Jpos.Infrastructure.BackOffice;

/// <summary>Executes commands of the back office, each in a unit of work of its own. A command with an idempotency key takes effect once.</summary>
internal sealed partial class CommandExecutor(TransactionRunner runner, DatabaseEngine engine, ProgrammeCache programme, IOptions<BackOfficeSettings> office, IViewSerializer viewSerializer, TimeProvider time, ILogger<CommandExecutor> logger)
{
    /// <summary>The longest time that a command may take. After it the caller gets a failure and may send the request again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<TResult> Execute<TResult>(Command command, CancellationToken aborted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        patience.CancelAfter(Patience);
        var commitTracker = new CommitTracker(patience.Token);
        try
        {
            var result = await ExecuteWithRetry<TResult>(command, commitTracker, patience.Token);

            // Without an idempotency key, a retry after an unknown commit outcome may find that the first attempt took effect, and be refused for it.
            return ((CommandResult)(object)result!).Problem is not null && commitTracker.MayHaveCommitted && command.IdempotencyKey is null ? OutcomeUnknown<TResult>(command) : result;
        }
        catch (OperationCanceledException) when (commitTracker.MayHaveCommitted && !aborted.IsCancellationRequested)
        {
            return OutcomeUnknown<TResult>(command);
        }
    }

    private async Task<TResult> ExecuteWithRetry<TResult>(Command command, CommitTracker commitTracker, CancellationToken stop)
    {
        // A second secret would be valid beside the first one, which no caller received.
        bool MayRetry() => !commitTracker.MayHaveCommitted || command is not { ReturnsSecret: true, IdempotencyKey: null };
        var transaction = new Transaction(TransactionProfile.Command, ConnectionConsumer.BackOffice, () => RequestName.Of(command))
        {
            // An upper bound for all commands that may run at once.
            Numbers = command.SerialNumbersNeeded * office.Value.MostAtOnce,
            Commits = [commitTracker],
            MayRetry = MayRetry,
        };
        try
        {
            var result = await runner.Write(transaction, (services, cancellation) => ExecuteOnce<TResult>(command, services, cancellation), stop);
            if (command.ChangesProgramme)
            {
                programme.Invalidate();
            }

            return result;
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !MayRetry())
        {
            LogOutcomeUnknown(exception, RequestName.Of(command));
            return OutcomeUnknown<TResult>(command);
        }
    }

    private async Task<TResult> ExecuteOnce<TResult>(Command command, IServiceProvider services, CancellationToken cancellation)
    {
        var (unit, db) = (services.GetRequiredService<UnitOfWork>(), services.GetRequiredService<JposDbContext>());
        await engine.Lock(db, RowLocks.Of(command), cancellation);
        var (kept, isNew) = await FindOrAddRecord(db, command, cancellation);
        if (kept is not null && !isNew)
        {
            unit.Abandon();
            return Replay<TResult>(kept, command);
        }

        var result = await services.GetRequiredService<Mediator>().Send((IRequest<TResult>)command, cancellation);
        if (((CommandResult)(object)result!).Problem is not null)
        {
            unit.Abandon();
        }
        else if (kept is not null && !command.ReturnsSecret)
        {
            kept.Response = viewSerializer.Serialize(result);
        }

        return result;
    }

    /// <summary>Returns the idempotency record of a command, or inserts a new one, for which concurrent copies of the request wait. Null if the command has no idempotency key.</summary>
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

    private static TResult OutcomeUnknown<TResult>(Command command) => Refused<TResult>(
        command,
        FailureKind.CommitOutcomeUnknown,
        "The database was lost or did not answer while it committed this change, so the outcome is unknown. "
            + (command.IdempotencyKey is null ? "Read the resource before you send the request again." : "Send the request again with the same Idempotency-Key."));

    private static TResult Replay<TResult>(IdempotencyRecord before, Command command) => (before.RequestHash.SequenceEqual(ViewSerializer.Digest(command)), before.Response) switch
    {
        (false, _) => Refused<TResult>(command, FailureKind.IdempotencyKeyReused, "The Idempotency-Key was used for another request. Send a new one."),
        (true, null) => Refused<TResult>(command, FailureKind.SecretAlreadyShown, "The request was executed before. Its answer contained a secret, which is shown only once."),
        (true, var result) => ViewSerializer.Read<TResult>(result),
    };

    private static TResult Refused<TResult>(Command command, FailureKind kind, string detail) => (TResult)(object)command.Refused(new Problem(kind, detail));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Commit outcome of {Command} was unknown")]
    private partial void LogOutcomeUnknown(Exception exception, string command);
}
