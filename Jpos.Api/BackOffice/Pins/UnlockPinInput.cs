namespace Jpos.Api.BackOffice.Pins;

/// <summary>The reason for unlocking a PIN.</summary>
/// <param name="Reason">The reason, for the audit log: 1 to 200 letters, without a card number.</param>
public sealed record UnlockPinInput([property: Mandatory] string? Reason);
