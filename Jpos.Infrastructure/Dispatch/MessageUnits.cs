using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Infrastructure.Settings;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>Handles terminal messages in units of work, one message or many in a unit.</summary>
internal sealed class MessageUnits(TransactionRunner runner, IOptions<MessageSettings> options)
{
    private readonly TransactionProfile profile = TransactionProfile.Message(options.Value);

    /// <summary>Returns whether a retry may succeed.</summary>
    public bool MayHelp(Exception exception) => runner.MayHelp(exception);

    /// <summary>Handles a query.</summary>
    /// <returns>Null if the query has a result to keep, so that it must be handled in a unit that writes.</returns>
    public Task<HandledMessage?> Read(TerminalMessage message, CancellationToken cancellation) => runner.Read(
        Of(message),
        async (services, stop) =>
        {
            var reply = await services.GetRequiredService<Mediator>().Send(message, stop);
            return services.GetRequiredService<UnitOfWork>().HasChanges ? null : new HandledMessage(reply, services.GetRequiredService<AfterCommitActions>().TakeScheduled());
        },
        cancellation);

    /// <summary>Handles a single message after a conflict.</summary>
    public async Task<HandledMessage> WriteAlone(QueuedMessage queued) =>
        (await runner.Write(Of(queued.Message) with { Numbers = 0, Commits = [queued.CommitTracker], ConflictsBefore = 1 }, Handling([queued], null), queued.Stop))[0];

    /// <summary>Handles messages one after the other and commits their results together. A failure leaves no effect, unless a commit tracker reports an unknown outcome.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="decided">Called when only writing and committing remain.</param>
    /// <param name="cancellation">Cancels the unit.</param>
    /// <returns>The result of each message, in order.</returns>
    public Task<IReadOnlyList<HandledMessage>> WriteTogether(IReadOnlyList<QueuedMessage> messages, Action decided, CancellationToken cancellation) => runner.WriteOnce(
        Of(messages[0].Message) with { Numbers = 0, Commits = [.. messages.Select(message => message.CommitTracker)] }, Handling(messages, decided), cancellation);

    /// <summary>Retries work on a message that precedes its unit of work.</summary>
    public Task<T> Retry<T>(TerminalMessage message, Func<Task<T>> attempt, CancellationToken cancellation) => runner.Retry(Of(message), attempt, cancellation);

    private Transaction Of(TerminalMessage message) => new(profile, ConnectionConsumer.Messages, () => $"{message.GetType().Name} of {message.Terminal}");

    private static Func<IServiceProvider, CancellationToken, Task<IReadOnlyList<HandledMessage>>> Handling(IReadOnlyList<QueuedMessage> messages, Action? decided) => async (services, stop) =>
    {
        var unit = services.GetRequiredService<UnitOfWork>();
        await unit.Prepare([.. messages.Select(message => message.Message)], stop);
        var mediator = services.GetRequiredService<Mediator>();
        var afterCommitActions = services.GetRequiredService<AfterCommitActions>();
        var handled = new List<HandledMessage>(messages.Count);
        foreach (var queued in messages)
        {
            var reply = await mediator.Send(queued.Message, stop);
            handled.Add(new HandledMessage(reply, afterCommitActions.TakeScheduled()));
            unit.MarkChanged();
        }

        decided?.Invoke();
        return handled;
    };
}
