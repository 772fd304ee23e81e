namespace Jpos.Application.BackOffice.Pins;

/// <summary>Lists the transport keys by name.</summary>
/// <param name="Caller">The caller.</param>
/// <param name="After">The cursor: the last name of the previous page; null for the first page.</param>
/// <param name="Limit">The size of the page.</param>
public sealed record ListTransportKeys(Caller Caller, string? After, int Limit) : Query<Page<PinTransportKeyView>>;

public sealed class ListTransportKeysHandler(IPinTransportKeys keys) : IRequestHandler<ListTransportKeys, Page<PinTransportKeyView>>
{
    public async Task<Page<PinTransportKeyView>> Handle(ListTransportKeys request, CancellationToken cancellationToken) => request.Caller.IsStoreScoped
        ? new Page<PinTransportKeyView>([], null)
        : Page.Of(await keys.List(request.After, request.Limit + 1, cancellationToken), request.Limit, PinTransportKeyView.Of, key => key.Name);
}
