using Jpos.Application.BackOffice;
using Jpos.Infrastructure.Dispatch;
using MediatR;

namespace Jpos.Infrastructure.BackOffice;

/// <summary>The first step of every look: outside a unit of work it hands the look to one that only reads, which sends it again inside, where it goes on to its handler.</summary>
internal sealed class LookBehavior<TLook, TAnswer>(UnitOfWork unit, Looks looks) : IPipelineBehavior<TLook, TAnswer>
    where TLook : Look
{
    public async Task<TAnswer> Handle(TLook request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next) =>
        unit.IsOpen ? await next() : await looks.At((IRequest<TAnswer>)request, cancellationToken);
}
