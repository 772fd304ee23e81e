namespace Jpos.Api.BackOffice.Stores;

/// <summary>An operator that a store is to employ.</summary>
/// <param name="Number">Their number, <c>operatorNo</c> on the wire: 1 to 8 letters or digits.</param>
public sealed record OperatorInput(string? Number);
