namespace Jpos.Application.BackOffice.Imports;

/// <summary>What a line says of something that there is: its id or its name. Digits alone are an id.</summary>
/// <param name="Id">Null if it is said by name.</param>
/// <param name="Name">Null if it is said by id.</param>
internal sealed record ColumnReference(long? Id, string? Name);
