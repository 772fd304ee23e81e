namespace Jpos.Application.Ports;

/// <summary>A large gift that the back office has not decided on.</summary>
/// <param name="Lot">The number of its lot.</param>
/// <param name="CardId">The card that earned it.</param>
/// <param name="Consume">The consume that earned it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Points">What is left of it.</param>
/// <param name="ExpiresOn">Its last day.</param>
public sealed record HeldGift(long Lot, long CardId, SerialNumber Consume, DateTime At, Points Points, DateOnly? ExpiresOn);
