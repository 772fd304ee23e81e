using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Application.Throttling;
using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>
/// Receives and answers all messages. A query gets a unit of work of its own; messages that write share one (<see href="docs/protocol.md#3-one-message-one-effect">protocol §3</see>). A rolled-back result is never answered, and nothing is committed that cannot be answered in time.
/// </summary>
internal sealed partial class MessageDispatcher(
    IServiceScopeFactory scopes, MacPreverifier door, MessageUnits units, GroupCommitQueue groupCommitQueue, InFlightMessages inFlightMessages, TerminalTraffic traffic, IOptions<MessageSettings> options, TimeProvider time, ILogger<MessageDispatcher> logger)
{
    public async Task<Reply> Dispatch(TerminalMessage message, CancellationToken aborted)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.DeadlineSeconds), time);
        using var inFlightMessage = inFlightMessages.Register(message);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, aborted);
        var commitTracker = new CommitTracker(deadline.Token);
        var began = time.GetTimestamp();
        traffic.RecordActivity();
        try
        {
            var reply = await Handle(message, commitTracker, deadline.Token, stop.Token);
            inFlightMessage.MarkHandled();
            var took = time.GetElapsedTime(began);
            LogAnswered(message.GetType().Name, message.Terminal, reply.Code, took, message.Key?.Batch, message.Key?.Trace, message.LockedCard);
            return reply;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !aborted.IsCancellationRequested)
        {
            var decline = inFlightMessage.TimeoutDecline(commitTracker.MayHaveCommitted);
            LogOutOfTime(message.GetType().Name, message.Terminal, decline.Code);
            return await Decline(message, decline);
        }
        finally
        {
            traffic.RecordActivity();
        }
    }

    private async Task<Reply> Handle(TerminalMessage message, CommitTracker commitTracker, CancellationToken deadline, CancellationToken stop)
    {
        if (await units.Retry(message, () => door.Check(message, stop).WaitAsync(stop), stop) is { } refused)
        {
            return await Decline(message, refused);
        }

        var (reply, then) = (message.IsReadOnly ? await Read(message, stop) : null) ?? await groupCommitQueue.Write(message, commitTracker, deadline, stop);
        return then is not null && await then(stop) is { } failed ? await Decline(message, failed) with { Mac = reply.Mac } : reply;
    }

    /// <summary>Runs a query and stops at once on cancellation, because a query leaves no effect to wait for.</summary>
    private Task<HandledMessage?> Read(TerminalMessage message, CancellationToken stop) => units.Read(message, stop).WaitAsync(stop);

    private async Task<Reply> Decline(TerminalMessage message, Decline decline)
    {
        await using var scope = scopes.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<MessageDependencies>().Reply(message.Declined(decline));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Message} from terminal {Terminal} was answered {Code} in {Took}, batch {Batch}, trace {Trace}, card {Card}")]
    private partial void LogAnswered(string message, TerminalNumber terminal, ResponseCode code, TimeSpan took, BatchNumber? batch, TraceNumber? trace, CardNumber? card);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Message} from terminal {Terminal} exceeded its deadline and was answered {Code}")]
    private partial void LogOutOfTime(string message, TerminalNumber terminal, ResponseCode code);
}
