using Jpos.Application.BackOffice;
using Jpos.Application.Messages;
using Jpos.Domain.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>
/// Where every message comes in and is answered: what only looks has a unit of work of its own, what writes shares one with others (protocol §3). Nothing that is rolled back is answered, nothing is committed that cannot be answered in time.
/// </summary>
internal sealed partial class MessageDispatcher(
    IServiceScopeFactory scopes, FrontDoor door, Units units, Lanes lanes, Retries retries, InFlight inFlight, MessageTraffic traffic, IOptions<DispatchOptions> options, TimeProvider time, ILogger<MessageDispatcher> logger)
{
    public async Task<Reply> Dispatch(TerminalMessage message, CancellationToken aborted)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.DeadlineSeconds), time);
        using var presence = inFlight.Enter(message);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, aborted);
        var doubt = new Doubt(deadline.Token);
        var began = time.GetTimestamp();
        traffic.Note();
        try
        {
            var reply = await Handle(message, doubt, deadline.Token, stop.Token);
            presence.Done();
            var took = time.GetElapsedTime(began);
            LogAnswered(message.GetType().Name, message.Terminal, message.Key?.Batch, message.Key?.Trace, message.Touches, reply.Code, took);
            return reply;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !aborted.IsCancellationRequested)
        {
            var decline = presence.OutOfTime(doubt.Exists);
            LogOutOfTime(message.GetType().Name, message.Terminal, decline.Code);
            return await Decline(message, decline);
        }
        finally
        {
            traffic.Note();
        }
    }

    private async Task<Reply> Handle(TerminalMessage message, Doubt doubt, CancellationToken deadline, CancellationToken stop)
    {
        if (await retries.Run(message, () => door.Refuse(message, stop).WaitAsync(stop), stop) is { } refused)
        {
            return await Decline(message, refused);
        }

        var (reply, then) = (message.OnlyReads ? await retries.Run(message, () => Read(message, stop), stop) : null) ?? await lanes.Write(message, doubt, deadline, stop);
        return then is not null && await then(stop) is { } failed ? await Decline(message, failed) with { Seal = reply.Seal } : reply;
    }

    /// <summary>Looks, and gives up at once when it has to: what only looks leaves nothing that could be waited for.</summary>
    private Task<Handled?> Read(TerminalMessage message, CancellationToken stop)
    {
        async Task<Handled?> Look()
        {
            using var driver = new DriverCancellation(stop);
            return await units.Read(message, driver.Token);
        }

        return Look().WaitAsync(stop);
    }

    private async Task<Reply> Decline(TerminalMessage message, Decline decline)
    {
        await using var scope = scopes.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<MessageSteps>().Reply(message.Declined(decline));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Message} of {Terminal}, batch {Batch}, trace {Trace}, card {Card}: {Code} in {Took}")]
    private partial void LogAnswered(string message, TerminalNumber terminal, BatchNumber? batch, TraceNumber? trace, CardNumber? card, ResponseCode code, TimeSpan took);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Message} of {Terminal} ran out of time: {Code}")]
    private partial void LogOutOfTime(string message, TerminalNumber terminal, ResponseCode code);
}
