namespace Jpos.Application.Ports;

/// <summary>What a list may be sorted by.</summary>
/// <param name="Name">As whoever asks for it says it.</param>
/// <param name="Last">Tells any two rows apart.</param>
/// <param name="First">Comes before it; null for nothing.</param>
public sealed record Sorting<TRow>(string Name, RowKey<TRow> Last, RowKey<TRow>? First = null);
