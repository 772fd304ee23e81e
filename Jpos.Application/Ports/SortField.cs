namespace Jpos.Application.Ports;

/// <summary>What a list may be sorted by.</summary>
/// <param name="Name">As whoever asks for it says it.</param>
/// <param name="TieBreaker">Tells any two rows apart.</param>
/// <param name="Leading">Comes before it; null for nothing.</param>
public sealed record SortField<TRow>(string Name, SortKey<TRow> TieBreaker, SortKey<TRow>? Leading = null);
