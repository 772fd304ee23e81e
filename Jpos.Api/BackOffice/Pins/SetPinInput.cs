namespace Jpos.Api.BackOffice.Pins;

/// <summary>A PIN that a card is to have.</summary>
/// <param name="Reason">Why, for who reads the audit log: 1 to 200 letters, without a card number.</param>
/// <param name="PinBlock">The PIN, 4 to 12 digits, as a PIN block of ISO 9564 for this card, hexadecimal: format 0 (16 digits) under a 3DES key, format 4 (32 digits) under an AES or SM4 key. Left out, the host makes a PIN of 6 digits.</param>
/// <param name="TransportKey">The name of the transport key that pinBlock is under; left out with it.</param>
public sealed record SetPinInput(string? Reason, string? PinBlock = null, string? TransportKey = null)
{
    public override string ToString() => nameof(SetPinInput);
}
