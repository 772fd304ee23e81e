using Jpos.Application.Messages;
using Jpos.Domain.Protocol;
using Jpos.Infrastructure.Persistence;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>
/// Runs each message in a unit of work of its own, begun on fresh rows and begun again after a conflict, a bounded number of times and until the deadline (protocol §3). Nothing that is rolled back is answered, nothing is committed that cannot be answered in time.
/// </summary>
internal sealed partial class MessageDispatcher(
    IServiceScopeFactory scopes, DatabaseEngine engine, SerialNumbers numbers, WriterTurn writer, InFlight inFlight, IOptions<DispatchOptions> options, TimeProvider time, ILogger<MessageDispatcher> logger)
{
    public async Task<Reply> Dispatch(TerminalMessage message, CancellationToken aborted)
    {
        using var presence = inFlight.Enter(message);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.DeadlineSeconds), time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, aborted);
        var began = time.GetTimestamp();
        try
        {
            var reply = await Try(message, stop.Token);
            presence.Done();
            var took = time.GetElapsedTime(began);
            LogAnswered(message.GetType().Name, message.Terminal, message.Key?.Batch, message.Key?.Trace, message.Touches, reply.Code, took);
            return reply;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !aborted.IsCancellationRequested)
        {
            var decline = presence.OutOfTime();
            LogOutOfTime(message.GetType().Name, message.Terminal, decline.Code);
            return await Decline(message, decline);
        }
    }

    private async Task<Reply> Try(TerminalMessage message, CancellationToken stop)
    {
        var pause = new GrowingPause();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var (reply, afterCommit) = (message.OnlyReads ? await Read(message, stop) : null) ?? await Write(message, stop);
                return await afterCommit.Run(stop) is { } failed ? await Decline(message, failed) with { Seal = reply.Seal } : reply;
            }
            catch (Exception exception) when (engine.IsConflict(exception) && attempt < options.Value.Attempts)
            {
                LogConflict(message.GetType().Name, message.Terminal, attempt);
            }
            catch (Exception exception) when (engine.IsBusy(exception) || engine.IsTransient(exception))
            {
                // Not an attempt: nothing was decided, or nobody knows. The deadline bounds it.
                attempt--;
                LogDatabaseNotReady(message.GetType().Name, message.Terminal, exception.Message);
                await pause.Wait(stop);
            }
        }
    }

    /// <summary>Handles a message that only looks.</summary>
    /// <returns>Null if something came of it that has to be kept: then it has to be handled in a unit that writes.</returns>
    private async Task<(Reply Reply, AfterCommit Then)?> Read(TerminalMessage message, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var unit = services.GetRequiredService<UnitOfWork>();
        await unit.BeginReading(stop);
        var reply = await services.GetRequiredService<IMediator>().Send(message, stop);
        return unit.HasChanges ? null : (reply, services.GetRequiredService<AfterCommit>());
    }

    private async Task<(Reply Reply, AfterCommit Then)> Write(TerminalMessage message, CancellationToken stop)
    {
        // The turn ends after the scope, whose end rolls back what was not committed: the next writer finds the database free.
        using var turn = await writer.Take(stop);
        await numbers.Reserve(stop);
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var unit = services.GetRequiredService<UnitOfWork>();
        await unit.BeginWriting(stop);
        await unit.Lock(Locks.Of(message), stop);
        var reply = await services.GetRequiredService<IMediator>().Send(message, stop);
        await unit.Commit(stop);
        return (reply, services.GetRequiredService<AfterCommit>());
    }

    private async Task<Reply> Decline(TerminalMessage message, Decline decline)
    {
        await using var scope = scopes.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<MessageSteps>().Reply(message.Declined(decline));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Message} of {Terminal}, batch {Batch}, trace {Trace}, card {Card}: {Code} in {Took}")]
    private partial void LogAnswered(string message, TerminalNumber terminal, BatchNumber? batch, TraceNumber? trace, CardNumber? card, ResponseCode code, TimeSpan took);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Message} of {Terminal} met a conflict at attempt {Attempt}; it is decided again")]
    private partial void LogConflict(string message, TerminalNumber terminal, int attempt);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Message} of {Terminal} waits for the database: {Reason}")]
    private partial void LogDatabaseNotReady(string message, TerminalNumber terminal, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Message} of {Terminal} ran out of time: {Code}")]
    private partial void LogOutOfTime(string message, TerminalNumber terminal, ResponseCode code);
}
