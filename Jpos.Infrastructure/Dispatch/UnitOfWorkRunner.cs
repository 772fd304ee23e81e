using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Infrastructure.Database;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>Runs units of work, each in a scope of its own on fresh rows, for one message or for many at once.</summary>
internal sealed class UnitOfWorkRunner(IServiceScopeFactory scopes, NumberSequence numbers) : IDisposable
{
    /// <summary>Fewer than a driver keeps connections for: who comes beyond them waits here, until its deadline, and is not turned away by the driver.</summary>
    private readonly SemaphoreSlim connections = new(64);

    /// <summary>Handles a message that only looks.</summary>
    /// <returns>Null if something came of it that has to be kept: then it has to be handled in a unit that writes.</returns>
    public async Task<HandledMessage?> Read(TerminalMessage message, CancellationToken cancellation)
    {
        await connections.WaitAsync(cancellation);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            var unit = services.GetRequiredService<UnitOfWork>();
            await unit.BeginReading(cancellation);
            var reply = await services.GetRequiredService<IMediator>().Send(message, cancellation);
            return unit.HasChanges ? null : new HandledMessage(reply, services.GetRequiredService<AfterCommitActions>().TakeScheduled());
        }
        finally
        {
            connections.Release();
        }
    }

    /// <summary>Handles messages one after the other and commits what came of them together. None has any effect if this fails, unless a doubt is left.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="doubts">Of each, whether it may have been committed.</param>
    /// <param name="decided">Called when all that is left is to write and to commit; null for nobody.</param>
    /// <param name="cancellation">Gives them up.</param>
    /// <returns>What came of each, in their order.</returns>
    public async Task<IReadOnlyList<HandledMessage>> Write(IReadOnlyList<TerminalMessage> messages, IReadOnlyList<CommitTracker> doubts, Action? decided, CancellationToken cancellation)
    {
        await connections.WaitAsync(cancellation);
        try
        {
            return await Decide(messages, doubts, decided, cancellation);
        }
        finally
        {
            connections.Release();
        }
    }

    public void Dispose() => connections.Dispose();

    private async Task<IReadOnlyList<HandledMessage>> Decide(IReadOnlyList<TerminalMessage> messages, IReadOnlyList<CommitTracker> doubts, Action? decided, CancellationToken cancellation)
    {
        await numbers.Reserve(cancellation);
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var unit = services.GetRequiredService<UnitOfWork>();
        await unit.BeginWriting(messages, cancellation);
        var mediator = services.GetRequiredService<IMediator>();
        var afterCommitActions = services.GetRequiredService<AfterCommitActions>();
        var handled = new List<HandledMessage>(messages.Count);
        foreach (var message in messages)
        {
            var reply = await mediator.Send(message, cancellation);
            handled.Add(new HandledMessage(reply, afterCommitActions.TakeScheduled()));
            unit.MarkChanged();
        }

        decided?.Invoke();
        await unit.Commit(cancellation, doubts);
        return handled;
    }
}
