namespace Jpos.Application.Ports;

/// <summary>A large gift that waits for a decision.</summary>
/// <param name="Lot">The number of the gift's lot.</param>
/// <param name="CardId">The card that earned the gift.</param>
/// <param name="Consume">The consume that earned the gift.</param>
/// <param name="At">The time, UTC.</param>
/// <param name="Points">The remaining points.</param>
/// <param name="ExpiresOn">The last day.</param>
public sealed record HeldGift(long Lot, long CardId, SerialNumber Consume, DateTime At, Points Points, DateOnly ExpiresOn);
