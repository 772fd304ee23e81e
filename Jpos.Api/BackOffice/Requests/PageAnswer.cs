namespace Jpos.Api.BackOffice.Requests;

/// <summary>Some of a list.</summary>
/// <param name="Items">In the order of the list.</param>
/// <param name="Next">The address of those that follow; null at the end of the list.</param>
public sealed record PageAnswer<TView>(IReadOnlyList<TView> Items, string? Next);
