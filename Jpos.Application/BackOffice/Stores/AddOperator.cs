namespace Jpos.Application.BackOffice.Stores;

/// <summary>Allows an operator to sign on at a store's terminals.</summary>
public sealed record AddOperator(StoreNumber Store, OperatorNumber Number) : Command<StoreView>;

public sealed class AddOperatorHandler(StoreSteps steps) : IRequestHandler<AddOperator, CommandResult<StoreView>>
{
    public Task<CommandResult<StoreView>> Handle(AddOperator request, CancellationToken cancellationToken) => steps.Change(request, request.Store, store =>
    {
        if (store.HasOperator(request.Number))
        {
            return new Problem(FailureKind.Conflict, "The store already has an operator with this number.", "number");
        }

        store.AddOperator(request.Number);
        return null;
    }, cancellationToken);
}
