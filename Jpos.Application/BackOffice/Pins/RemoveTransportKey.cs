using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Pins;

/// <summary>Removes a transport key. PINs that were set with it stay.</summary>
public sealed record RemoveTransportKey(string Name) : Act<PinTransportKeyView>;

public sealed class RemoveTransportKeyHandler(IPinTransportKeys keys, ActSteps steps) : IRequestHandler<RemoveTransportKey, Result<PinTransportKeyView>>
{
    public async Task<Result<PinTransportKeyView>> Handle(RemoveTransportKey request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsOfSomeStores)
        {
            return ActSteps.OfNoStore;
        }

        if (await keys.Find(request.Name, cancellationToken) is not { } key)
        {
            return ActSteps.Missing;
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
