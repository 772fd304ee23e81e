namespace Jpos.Api.BackOffice.Alerts;

/// <summary>The resolution of an alert.</summary>
/// <param name="Note">The result, in words: 1 to 500 letters.</param>
public sealed record ResolutionInput([property: Mandatory] string? Note);
