namespace Jpos.Application.Ports;

/// <summary>The part of the security module that issues PINs.</summary>
public interface IPinIssuing
{
    /// <summary>Creates the verifier of a card's PIN: a salted keyed hash that covers the card's id. It stays valid when the card's number changes, and is valid for no other card.</summary>
    /// <param name="pin">The clear PIN.</param>
    /// <param name="cardId">The card's id in the database.</param>
    byte[] MakePinVerifier(string pin, long cardId);

    /// <summary>Creates a random PIN for a card, and its verifier.</summary>
    (string Pin, byte[] Verifier) MakePin(long cardId);

    /// <summary>Creates the verifier of a card's PIN from a PIN block under a transport key.</summary>
    /// <returns>Null if the block was not made with this key for this card.</returns>
    /// <exception cref="ArgumentException">The block's length does not match the cipher.</exception>
    byte[]? MakePinVerifier(PinTransportKey key, ReadOnlySpan<byte> block, Card card);
}
