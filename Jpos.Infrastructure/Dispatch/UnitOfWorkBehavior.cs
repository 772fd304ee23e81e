using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Infrastructure.Database;
using MediatR;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>
/// The first step of every terminal message: outside a unit of work it hands the message to one, which sends it again inside, where it goes on to its handler. So the unit decides when it begins and ends, how often it is tried, and who shares it.
/// </summary>
internal sealed class UnitOfWorkBehavior<TMessage, TReply>(UnitOfWork unit, MessageDispatcher dispatcher) : IPipelineBehavior<TMessage, TReply>
    where TMessage : TerminalMessage
{
    public async Task<TReply> Handle(TMessage request, CancellationToken cancellationToken, RequestHandlerDelegate<TReply> next) =>
        unit.IsOpen ? await next() : (TReply)(object)await dispatcher.Dispatch(request, cancellationToken);
}
