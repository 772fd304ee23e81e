using Jpos.Application.BackOffice.Requests;
using Jpos.Infrastructure.Database;
using MediatR;

namespace Jpos.Infrastructure.BackOffice;

/// <summary>The first step of every look: outside a unit of work it hands the look to one that only reads, which sends it again inside, where it goes on to its handler.</summary>
internal sealed class QueryBehavior<TLook, TAnswer>(UnitOfWork unit, QueryExecutor queryExecutor) : IPipelineBehavior<TLook, TAnswer>
    where TLook : Query
{
    public async Task<TAnswer> Handle(TLook request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next) =>
        unit.IsOpen ? await next() : await queryExecutor.Execute((IRequest<TAnswer>)request, cancellationToken);
}
