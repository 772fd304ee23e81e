namespace Jpos.Api.BackOffice.Pins;

/// <summary>A new PIN for a card.</summary>
/// <param name="Reason">The reason, for the audit log: 1 to 200 letters, without a card number.</param>
/// <param name="PinBlock">The PIN of 4 to 12 digits, as an ISO 9564 PIN block for this card, hexadecimal. Format 0 (16 digits) needs a 3DES key, format 4 (32 digits) an AES or SM4 key. If omitted, the host generates a PIN of 6 digits.</param>
/// <param name="TransportKey">The name of the transport key that encrypts pinBlock; omit it without pinBlock.</param>
public sealed record SetPinInput([property: Mandatory] string? Reason, string? PinBlock = null, string? TransportKey = null)
{
    public override string ToString() => nameof(SetPinInput);
}
