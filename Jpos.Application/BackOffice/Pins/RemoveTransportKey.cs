namespace Jpos.Application.BackOffice.Pins;

/// <summary>Removes a transport key. PINs that were set with it stay valid.</summary>
public sealed record RemoveTransportKey(string Name) : Command<PinTransportKeyView>;

public sealed class RemoveTransportKeyHandler(IPinTransportKeys keys, CommandAudit steps) : IRequestHandler<RemoveTransportKey, CommandResult<PinTransportKeyView>>
{
    public async Task<CommandResult<PinTransportKeyView>> Handle(RemoveTransportKey request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        if (await keys.Find(request.Name, cancellationToken) is not { } key)
        {
            return CommandAudit.NotFound;
        }

        var view = PinTransportKeyView.Of(key);
        if (steps.RefuseStale(request, view) is { } stale)
        {
            return stale;
        }

        keys.Remove(key);
        steps.Log(request, PinTransportKeyView.Subject(key.Name), view, null);
        return view;
    }
}
