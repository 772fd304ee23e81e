namespace Jpos.Application.Ports;

/// <summary>A field by which a list can be sorted.</summary>
/// <param name="Name">The name in the API.</param>
/// <param name="TieBreaker">The unique key that orders rows with equal leading keys.</param>
/// <param name="Leading">The leading key; null if there is none.</param>
public sealed record SortField<TRow>(string Name, SortKey<TRow> TieBreaker, SortKey<TRow>? Leading = null);
