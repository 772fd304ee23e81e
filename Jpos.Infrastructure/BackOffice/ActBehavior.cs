using Jpos.Application.BackOffice;
using Jpos.Infrastructure.Dispatch;
using MediatR;

namespace Jpos.Infrastructure.BackOffice;

/// <summary>The first step of every act: outside a unit of work it hands the act to one, which sends it again inside, where it goes on to its handler.</summary>
internal sealed class ActBehavior<TAct, TResult>(UnitOfWork unit, Acts acts) : IPipelineBehavior<TAct, TResult>
    where TAct : Act
    where TResult : Result, new()
{
    public async Task<TResult> Handle(TAct request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next) =>
        unit.IsOpen ? await next() : await acts.Do<TResult>(request, cancellationToken);
}
