namespace Jpos.Infrastructure.Database.Converters;

/// <summary>A stored value that its column must not hold.</summary>
/// <param name="Column">The table and the column.</param>
/// <param name="Stored">The stored value.</param>
internal sealed record UnreadableValue(string Column, string Stored);
