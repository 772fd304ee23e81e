using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Pins;

/// <summary>One transport key; null if the caller sees none with this name.</summary>
public sealed record LookAtTransportKey(Caller Caller, string Name) : Look<PinTransportKeyView?>;

public sealed class LookAtTransportKeyHandler(IPinTransportKeys keys) : IRequestHandler<LookAtTransportKey, PinTransportKeyView?>
{
    public async Task<PinTransportKeyView?> Handle(LookAtTransportKey request, CancellationToken cancellationToken) =>
        !request.Caller.IsOfSomeStores && await keys.Find(request.Name, cancellationToken) is { } key ? PinTransportKeyView.Of(key) : null;
}
