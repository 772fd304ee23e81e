namespace Jpos.Api.BackOffice.Pins;

/// <summary>Why a PIN is unlocked.</summary>
/// <param name="Reason">For who reads the audit log: 1 to 200 letters, without a card number.</param>
public sealed record UnlockPinInput(string? Reason);
