namespace Jpos.Application.BackOffice.Requests;

/// <summary>The rows of a resource, sorted by id. They belong to no store: a caller of some stores sees none of them.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="After">Those that follow this id; null for the first.</param>
/// <param name="Limit">How many.</param>
public sealed record ListResources<TView>(Caller Caller, long? After, int Limit) : Query<Page<TView>>
    where TView : class, IResourceView;
