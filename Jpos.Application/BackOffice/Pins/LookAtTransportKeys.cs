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

/// <summary>The transport keys, sorted by name.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="After">Those with later names; null for the first.</param>
/// <param name="Limit">How many.</param>
public sealed record ListTransportKeys(Caller Caller, string? After, int Limit) : Look<Page<PinTransportKeyView>>;

public sealed class ListTransportKeysHandler(IPinTransportKeys keys) : IRequestHandler<ListTransportKeys, Page<PinTransportKeyView>>
{
    public async Task<Page<PinTransportKeyView>> Handle(ListTransportKeys request, CancellationToken cancellationToken) => request.Caller.IsOfSomeStores
        ? new Page<PinTransportKeyView>([], null)
        : Page.Of(await keys.List(request.After, request.Limit + 1, cancellationToken), request.Limit, PinTransportKeyView.Of, key => key.Name);
}
