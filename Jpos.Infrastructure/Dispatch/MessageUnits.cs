using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Infrastructure.Settings;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>What is done with terminal messages in a unit of work, for one message or for many at once.</summary>
internal sealed class MessageUnits(TransactionRunner runner, IOptions<MessageSettings> options)
{
    private readonly TransactionProfile profile = TransactionProfile.Message(options.Value);

    /// <summary>It may come out otherwise if it is tried again.</summary>
    public bool MayHelp(Exception exception) => runner.MayHelp(exception);

    /// <summary>Handles a message that only looks.</summary>
    /// <returns>Null if something came of it that has to be kept: then it has to be handled in a unit that writes.</returns>
    public Task<HandledMessage?> Read(TerminalMessage message, CancellationToken cancellation) => runner.Read(
        Of(message),
        async (services, stop) =>
        {
            var reply = await services.GetRequiredService<Mediator>().Send(message, stop);
            return services.GetRequiredService<UnitOfWork>().HasChanges ? null : new HandledMessage(reply, services.GetRequiredService<AfterCommitActions>().TakeScheduled());
        },
        cancellation);

    /// <summary>Handles a message by itself, which met a conflict before.</summary>
    public async Task<HandledMessage> WriteAlone(QueuedMessage queued) =>
        (await runner.Write(Of(queued.Message) with { Numbers = 0, Commits = [queued.CommitTracker], ConflictsBefore = 1 }, Handling([queued], null), queued.Stop))[0];

    /// <summary>Handles messages one after the other and commits what came of them together, once. None has any effect if this fails, unless a commit tracker says otherwise.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="decided">Called when all that is left is to write and to commit.</param>
    /// <param name="cancellation">Gives them up.</param>
    /// <returns>What came of each, in their order.</returns>
    public Task<IReadOnlyList<HandledMessage>> WriteTogether(IReadOnlyList<QueuedMessage> messages, Action decided, CancellationToken cancellation) => runner.WriteOnce(
        Of(messages[0].Message) with { Numbers = 0, Commits = [.. messages.Select(message => message.CommitTracker)] }, Handling(messages, decided), cancellation);

    /// <summary>Tries again what is done with a message before its unit of work.</summary>
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
