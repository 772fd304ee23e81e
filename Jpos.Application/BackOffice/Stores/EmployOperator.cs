using Jpos.Domain.Protocol;
using MediatR;

namespace Jpos.Application.BackOffice.Stores;

/// <summary>Lets somebody sign the store's terminals on.</summary>
public sealed record EmployOperator(StoreNumber Store, OperatorNumber Number) : Act<StoreView>;

public sealed class EmployOperatorHandler(StoreSteps steps) : IRequestHandler<EmployOperator, Result<StoreView>>
{
    public Task<Result<StoreView>> Handle(EmployOperator request, CancellationToken cancellationToken) => steps.Change(request, request.Store, store =>
    {
        if (store.Employs(request.Number))
        {
            return new Problem(Failure.Conflict, "The store has an operator with this number.", "number");
        }

        store.Employ(request.Number);
        return null;
    }, cancellationToken);
}
