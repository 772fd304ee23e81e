using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>
/// The group-commit queue of messages that write. Messages that arrive while a unit of work decides form the next unit, which decides while its predecessor is written and committed. An idle host starts with a single message at once; nothing waits for a timer.
/// If a unit fails by a conflict or by a fault of one message, its messages are handled one by one, so that none harms another.
/// </summary>
internal sealed partial class GroupCommitQueue(MessageUnits units, ConnectionBudget budget, DatabaseEngine engine, IOptions<MessageSettings> options, ILogger<GroupCommitQueue> logger) : IDisposable
{
    /// <summary>The time after which a further unit may start beside a slow one, if the engine allows concurrent units.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock access = new();
    private readonly Queue<QueuedMessage> queue = [];
    private readonly SemaphoreSlim deciding = new(1);
    private int open;

    /// <summary>The number of messages that wait for a unit of work.</summary>
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

    /// <summary>Handles a message in a unit of work, together with other waiting messages.</summary>
    /// <param name="message">The message.</param>
    /// <param name="commitTracker">Tracks whether the message may have been committed, which decides the answer after the deadline.</param>
    /// <param name="deadline">The time after which no unit may commit the message.</param>
    /// <param name="stop">Cancelled when the message need no longer be started.</param>
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

    /// <summary>Starts a worker if messages wait and the limit of concurrent units allows it.</summary>
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

        // A worker serves all messages and must not keep the context of the request that started it.
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

            // Lets requests that are about to enqueue do so, which makes the unit larger.
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

    /// <summary>Returns the messages of the next unit. If none waits, returns an empty list and ends the worker.</summary>
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
            // A sender that disconnects cancels a message that is alone, but not a unit with other messages.
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
        // Its waits must not block the worker.
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
