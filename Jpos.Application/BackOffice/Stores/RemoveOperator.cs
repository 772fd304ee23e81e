namespace Jpos.Application.BackOffice.Stores;

/// <summary>Lets an operator sign no terminal on any more. Sessions that are open stay so.</summary>
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
