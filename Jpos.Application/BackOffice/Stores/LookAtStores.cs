using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
using Jpos.Domain.Stores;
using Jpos.Domain.TextForms;
using MediatR;

namespace Jpos.Application.BackOffice.Stores;

/// <summary>One store; null if there is none that the caller sees.</summary>
public sealed record LookAtStore(Caller Caller, StoreNumber Number) : Look<StoreView?>;

public sealed class LookAtStoreHandler(IStores stores) : IRequestHandler<LookAtStore, StoreView?>
{
    public async Task<StoreView?> Handle(LookAtStore request, CancellationToken cancellationToken) =>
        request.Caller.Sees(request.Number) && await stores.Find(request.Number, cancellationToken) is { } store ? StoreView.Of(store) : null;
}

/// <summary>The stores that the caller sees.</summary>
public sealed record ListStores(Caller Caller, bool? IsOpen, Slice<Store> Slice) : Look<Page<StoreView>>
{
    public static readonly Orders<Store> Orders = new("number", new("number", Number), new("name", Number, RowKey.Text<Store>(store => store.Name, text => FieldRules.IsText(text, StoreProfile.LongestName))));

    private static RowKey<Store> Number => RowKey.Text<Store>(store => store.Number.Value, text => StoreNumber.TryParse(text, out _));
}

public sealed class ListStoresHandler(IStores stores) : IRequestHandler<ListStores, Page<StoreView>>
{
    public async Task<Page<StoreView>> Handle(ListStores request, CancellationToken cancellationToken) => Page.Of(
        await stores.List(request.Caller.Stores, request.IsOpen, request.Slice, cancellationToken), request.Slice, StoreView.Of);
}
