namespace Jpos.Infrastructure.Database.Converters;

/// <summary>A stored value that its column must not have.</summary>
/// <param name="Column">The table and the column.</param>
/// <param name="Stored">What is stored.</param>
internal sealed record UnreadableValue(string Column, string Stored);
