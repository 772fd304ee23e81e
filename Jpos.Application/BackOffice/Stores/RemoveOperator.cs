namespace Jpos.Application.BackOffice.Stores;

/// <summary>Removes an operator, who can no longer sign on at the store's terminals. Open sessions stay open.</summary>
public sealed record RemoveOperator(StoreNumber Store, OperatorNumber Number) : Command<StoreView>;

public sealed class RemoveOperatorHandler(StoreSteps steps) : IRequestHandler<RemoveOperator, CommandResult<StoreView>>
{
    public Task<CommandResult<StoreView>> Handle(RemoveOperator request, CancellationToken cancellationToken) => steps.Change(request, request.Store, store =>
    {
        if (!store.HasOperator(request.Number))
        {
            return CommandAudit.NotFound;
        }

        store.RemoveOperator(request.Number);
        return null;
    }, cancellationToken);
}
