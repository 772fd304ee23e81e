using Jpos.Application.BackOffice.Requests;
using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Infrastructure.BackOffice;
using Jpos.Infrastructure.Dispatch;
using MediatR;

namespace Jpos.Infrastructure.Startup;

/// <summary>
/// The mediator for controllers and commands. It passes requests that need a unit of work to their executor, which calls MediatR's mediator inside the unit. Other requests are handled directly.
/// </summary>
internal sealed class RequestDispatcher(MessageDispatcher messages, CommandExecutor commands, QueryExecutor queries, Mediator handlers) : IMediator
{
    public async Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default) => request switch
    {
        TerminalMessage message => (TResponse)(object)await messages.Dispatch(message, cancellationToken),
        Command command => await commands.Execute<TResponse>(command, cancellationToken),
        Query => await queries.Execute(request, cancellationToken),
        _ => await handlers.Send(request, cancellationToken),
    };

    public Task Publish<TNotification>(TNotification notification, CancellationToken cancellationToken = default)
        where TNotification : INotification => handlers.Publish(notification, cancellationToken);
}
