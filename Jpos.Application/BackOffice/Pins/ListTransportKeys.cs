namespace Jpos.Application.BackOffice.Pins;

/// <summary>The transport keys, sorted by name.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="After">Those with later names; null for the first.</param>
/// <param name="Limit">How many.</param>
public sealed record ListTransportKeys(Caller Caller, string? After, int Limit) : Query<Page<PinTransportKeyView>>;

public sealed class ListTransportKeysHandler(IPinTransportKeys keys) : IRequestHandler<ListTransportKeys, Page<PinTransportKeyView>>
{
    public async Task<Page<PinTransportKeyView>> Handle(ListTransportKeys request, CancellationToken cancellationToken) => request.Caller.IsStoreScoped
        ? new Page<PinTransportKeyView>([], null)
        : Page.Of(await keys.List(request.After, request.Limit + 1, cancellationToken), request.Limit, PinTransportKeyView.Of, key => key.Name);
}
