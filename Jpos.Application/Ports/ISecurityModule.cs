using Jpos.Domain.Journal;
using Jpos.Domain.Keys;
using Jpos.Domain.Terminals;

namespace Jpos.Application.Ports;

/// <summary>
/// The only place where keys, PINs and verify codes are in clear (protocol §9). What it wraps is bound to its owner: a key wrapped for one terminal does not unwrap for another.
/// </summary>
public interface ISecurityModule
{
    /// <summary>Puts a terminal's master key under the host key.</summary>
    /// <exception cref="ArgumentException">The key has not the length of its form.</exception>
    byte[] WrapMasterKey(TerminalNumber terminal, KeyAlgorithm form, ReadOnlySpan<byte> masterKey);

    /// <summary>The check value of a master key, 4 bytes: by it the people who brought its components see that it is the right one.</summary>
    /// <exception cref="ArgumentException">The key has not the length of its form.</exception>
    byte[] CheckMasterKey(KeyAlgorithm form, ReadOnlySpan<byte> masterKey);

    /// <summary>Whether a master key is one that its cipher does not take: of 3DES, one whose halves are the same, but for their parity, or one of them weak.</summary>
    /// <exception cref="ArgumentException">The key has not the length of its form.</exception>
    bool IsWeakMasterKey(KeyAlgorithm form, ReadOnlySpan<byte> masterKey);

    /// <summary>Whether a terminal's master key is under a host key of this module.</summary>
    bool Opens(Terminal terminal);

    /// <summary>Makes a pair of working keys: under the terminal's master key for its check-in answer, and under the host key for the database.</summary>
    NewWorkingKeys MakeWorkingKeys(Terminal terminal);

    /// <summary>The MAC of some bytes under a terminal's MAC key, by the algorithm of its form.</summary>
    byte[] Mac(Terminal terminal, WorkingKeys pair, ReadOnlySpan<byte> message);

    /// <summary>Whether a MAC is that of some bytes, compared in constant time.</summary>
    bool VerifyMac(Terminal terminal, WorkingKeys pair, ReadOnlySpan<byte> message, ReadOnlySpan<byte> mac);

    /// <summary>Opens a PIN block with a terminal's PIN key, and compares the PIN in it with the card's. No PIN is right for a card without one.</summary>
    PinCheck CheckPin(Terminal terminal, WorkingKeys pair, PinBlock block, Card card);

    /// <summary>Makes what a card's PIN is later checked against: a salted keyed hash that covers the card's id, never the PIN. It is right for this card only, whatever its number becomes.</summary>
    /// <param name="pin">The PIN in clear.</param>
    /// <param name="cardId">The card's id, which the database gave it.</param>
    byte[] MakePinVerifier(string pin, long cardId);

    /// <summary>Makes a random PIN for a card, and what it is later checked against.</summary>
    (string Pin, byte[] Verifier) MakePin(long cardId);

    /// <summary>Makes what a card's PIN is later checked against from a PIN block under a transport key.</summary>
    /// <returns>Null if the block was not made with this key for this card.</returns>
    /// <exception cref="ArgumentException">The block has not the length of the key's blocks.</exception>
    byte[]? MakePinVerifier(PinTransportKey key, ReadOnlySpan<byte> block, Card card);

    /// <summary>Puts a transport key under the host key.</summary>
    /// <exception cref="ArgumentException">The key has not the length of its form, or its form is too weak.</exception>
    byte[] WrapTransportKey(string name, KeyAlgorithm form, ReadOnlySpan<byte> key);

    /// <summary>Makes a verify code of 6 digits, and the keyed hash that it is kept as.</summary>
    (string Code, byte[] Hash) MakeVerifyCode();

    /// <summary>The keyed hash of a code that was given back.</summary>
    byte[] HashVerifyCode(VerifyCodeText code);

    /// <summary>Another text for each document that a member may have, from which nobody can guess it, nor see that another member has the same; empty for none.</summary>
    string MarkDocument(Member member);

    /// <summary>The keyed hashes of a message's content.</summary>
    Fingerprint Fingerprint(MessageContent content);
}
