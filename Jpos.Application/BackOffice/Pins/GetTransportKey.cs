namespace Jpos.Application.BackOffice.Pins;

/// <summary>Returns one transport key; null if the caller sees none with this name.</summary>
public sealed record GetTransportKey(Caller Caller, string Name) : Query<PinTransportKeyView?>;

public sealed class GetTransportKeyHandler(IPinTransportKeys keys) : IRequestHandler<GetTransportKey, PinTransportKeyView?>
{
    public async Task<PinTransportKeyView?> Handle(GetTransportKey request, CancellationToken cancellationToken) =>
        !request.Caller.IsStoreScoped && await keys.Find(request.Name, cancellationToken) is { } key ? PinTransportKeyView.Of(key) : null;
}
