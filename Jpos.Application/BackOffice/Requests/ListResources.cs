namespace Jpos.Application.BackOffice.Requests;

/// <summary>Lists the rows of a resource, sorted by id: ascending, or descending where the newest rows come first. They are network-wide, so a store-scoped caller sees none.</summary>
/// <param name="Caller">The caller.</param>
/// <param name="After">The cursor: the last id of the previous page; null for the first page.</param>
/// <param name="Limit">The size of the page.</param>
public sealed record ListResources<TView>(Caller Caller, long? After, int Limit) : Query<Page<TView>>
    where TView : class, IResourceView;
