using Jpos.Domain.Stores;
using Jpos.Domain.Text;

namespace Jpos.Application.BackOffice.Stores;

/// <summary>Lists the stores that the caller sees.</summary>
public sealed record ListStores(Caller Caller, bool? IsOpen, PageRequest<Store> PageRequest) : Query<Page<StoreView>>
{
    public static readonly SortOrders<Store> SortOrders = new("number", new("number", Number), new("name", Number, SortKey.Text<Store>(store => store.Name, text => FieldRules.IsText(text, StoreProfile.LongestName))));

    private static SortKey<Store> Number => SortKey.Text<Store>(store => store.Number.Value, text => StoreNumber.TryParse(text, out _));
}

public sealed class ListStoresHandler(IStores stores) : IRequestHandler<ListStores, Page<StoreView>>
{
    public async Task<Page<StoreView>> Handle(ListStores request, CancellationToken cancellationToken) => Page.Of(
        await stores.List(request.Caller.Stores, request.IsOpen, request.PageRequest, cancellationToken), request.PageRequest, StoreView.Of);
}
