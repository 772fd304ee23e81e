using Jpos.Application.BackOffice.Requests;
using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Infrastructure.BackOffice;
using Jpos.Infrastructure.Dispatch;
using MediatR;

namespace Jpos.Infrastructure.Startup;

/// <summary>
/// The mediator as controllers and commands see it: whatever has to be handled in a unit of work goes to whoever opens one, and only there, once, to MediatR's own mediator and its handler. Anything else is handled where it is sent.
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
