namespace Jpos.Api.BackOffice.Alerts;

/// <summary>What came of an alert.</summary>
/// <param name="Note">In words: 1 to 500 letters.</param>
public sealed record ResolutionInput(string? Note);
