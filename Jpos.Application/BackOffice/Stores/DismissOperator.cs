using Jpos.Domain.Protocol;
using MediatR;

namespace Jpos.Application.BackOffice.Stores;

/// <summary>Lets an operator sign no terminal on any more. Sessions that are open stay so.</summary>
public sealed record DismissOperator(StoreNumber Store, OperatorNumber Number) : Act<StoreView>;

public sealed class DismissOperatorHandler(StoreSteps steps) : IRequestHandler<DismissOperator, Result<StoreView>>
{
    public Task<Result<StoreView>> Handle(DismissOperator request, CancellationToken cancellationToken) => steps.Change(request, request.Store, store =>
    {
        if (!store.Employs(request.Number))
        {
            return ActSteps.Missing;
        }

        store.Dismiss(request.Number);
        return null;
    }, cancellationToken);
}
