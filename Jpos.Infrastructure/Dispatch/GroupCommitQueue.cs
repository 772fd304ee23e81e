using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>
/// The queue of messages that write. Messages that come while a unit of work decides form the next one, which decides while the one before it is written and committed; an idle host begins with a single message at once, and nothing waits for a timer.
/// If a unit fails, by a conflict or by a fault of one message, its messages are handled one by one, so that none harms another.
/// </summary>
internal sealed partial class GroupCommitQueue(MessageUnits units, ConnectionBudget budget, DatabaseEngine engine, IOptions<MessageSettings> options, ILogger<GroupCommitQueue> logger) : IDisposable
{
    /// <summary>A unit that takes longer is in nobody's way any more, where the engine has room for another.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock access = new();
    private readonly Queue<QueuedMessage> queue = [];
    private readonly SemaphoreSlim deciding = new(1);
    private int open;

    /// <summary>How many messages wait for a unit of work.</summary>
    public int QueuedCount
    {
        get
        {
            lock (access)
            {
                return queue.Count;
            }
        }
    }

    /// <summary>Handles a message in a unit of work, with others if there are others.</summary>
    /// <param name="message">The message.</param>
    /// <param name="commitTracker">Whether it may have been committed, to be looked at if it runs out of time.</param>
    /// <param name="deadline">When it may not be committed any more.</param>
    /// <param name="stop">When it need not be begun any more.</param>
    public async Task<HandledMessage> Write(TerminalMessage message, CommitTracker commitTracker, CancellationToken deadline, CancellationToken stop)
    {
        using var queuedMessage = new QueuedMessage(message, commitTracker, deadline, stop);
        lock (access)
        {
            queue.Enqueue(queuedMessage);
        }

        StartWorker();
        return await queuedMessage.Outcome;
    }

    public void Dispose() => deciding.Dispose();

    /// <summary>Opens a lane, if there is work for one and room.</summary>
    private void StartWorker()
    {
        lock (access)
        {
            if (queue.Count == 0 || open >= engine.MaxConcurrentUnits)
            {
                return;
            }

            open++;
        }

        // A lane serves whoever comes: it is no part of the request that opened it.
        using (ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(Run);
        }
    }

    private async Task Run()
    {
        while (true)
        {
            using var turn = await budget.AcquireToWrite(ConnectionConsumer.Messages, CancellationToken.None);
            using var decision = await SemaphoreLease.Acquire(CancellationToken.None, deciding);

            // Who has come to the door comes in first: the unit is the larger.
            await Task.Yield();
            if (DequeueGroup() is not { Count: > 0 } messages)
            {
                return;
            }

            var work = Handle(messages, decision);
            if (!engine.HasSingleWriter && await Task.WhenAny(work, Task.Delay(Patience)) != work)
            {
                decision.Dispose();
                StopWorker();
                StartWorker();
                await work;
                return;
            }

            await work;
        }
    }

    /// <summary>The next unit's messages; none, and the lane is closed, if nobody waits.</summary>
    private List<QueuedMessage> DequeueGroup()
    {
        var taken = new List<QueuedMessage>();
        lock (access)
        {
            while (taken.Count < options.Value.MostMessagesInUnit && queue.TryDequeue(out var next))
            {
                if (next.TryClaim())
                {
                    taken.Add(next);
                }
            }

            if (taken.Count == 0)
            {
                open--;
            }
        }

        return taken;
    }

    private void StopWorker()
    {
        lock (access)
        {
            open--;
        }
    }

    private async Task Handle(List<QueuedMessage> messages, SemaphoreLease decision)
    {
        try
        {
            // A sender who goes away takes back a message that is alone, but not the unit of others.
            using var stop = new DetachedCancellation(messages.Select(message => messages.Count == 1 ? message.Stop : message.Deadline));
            var handled = await units.WriteTogether(messages, decision.Dispose, stop.Token);
            for (var each = 0; each < messages.Count; each++)
            {
                messages[each].Complete(handled[each]);
            }
        }
        catch (Exception exception) when (messages.Count > 1 || units.MayHelp(exception))
        {
            LogFailed(exception, messages.Count);
            foreach (var message in messages)
            {
                _ = HandleAlone(message);
            }
        }
        catch (Exception exception)
        {
            messages[0].Fail(exception);
        }
    }

    private async Task HandleAlone(QueuedMessage queuedMessage)
    {
        // What it would wait for must not hold up the lane.
        await Task.Yield();
        try
        {
            queuedMessage.Complete(await units.WriteAlone(queuedMessage));
        }
        catch (Exception exception)
        {
            queuedMessage.Fail(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Unit of work with {Count} messages failed; each message is handled alone")]
    private partial void LogFailed(Exception exception, int count);
}
