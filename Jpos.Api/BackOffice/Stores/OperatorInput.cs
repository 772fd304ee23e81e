namespace Jpos.Api.BackOffice.Stores;

/// <summary>An operator of a store.</summary>
/// <param name="Number">The operator's number, <c>operatorNo</c> on the wire: 1 to 8 letters or digits.</param>
public sealed record OperatorInput([property: Mandatory] string? Number);
