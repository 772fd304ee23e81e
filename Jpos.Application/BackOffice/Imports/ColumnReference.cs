namespace Jpos.Application.BackOffice.Imports;

/// <summary>A reference of a row to an existing resource, by id or by name. Digits alone are an id.</summary>
/// <param name="Id">The id; null if the reference is by name.</param>
/// <param name="Name">The name; null if the reference is by id.</param>
internal sealed record ColumnReference(long? Id, string? Name);
