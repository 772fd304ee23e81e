namespace Jpos.Api.BackOffice.Requests;

/// <summary>One page of a list.</summary>
/// <param name="Items">The items, in the order of the list.</param>
/// <param name="Next">The address of the next page; null on the last page.</param>
public sealed record PageAnswer<TView>(IReadOnlyList<TView> Items, string? Next);
