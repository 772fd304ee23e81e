using Jpos.Domain.Journal;
using Jpos.Domain.Keys;
using Jpos.Domain.Terminals;

namespace Jpos.Application.Ports;

/// <summary>
/// The only component in which keys, PINs and verify codes are in clear (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>). A wrapped key is bound to its owner: a key of one terminal does not unwrap for another.
/// </summary>
public interface ISecurityModule
{
    /// <summary>Wraps a terminal's master key under the host key.</summary>
    /// <exception cref="ArgumentException">The key's length does not match its algorithm.</exception>
    byte[] WrapMasterKey(TerminalNumber terminal, KeyAlgorithm form, ReadOnlySpan<byte> masterKey);

    /// <summary>Returns the check value of a master key, 4 bytes, by which the holders of its components verify the key.</summary>
    /// <exception cref="ArgumentException">The key's length does not match its algorithm.</exception>
    byte[] CheckMasterKey(KeyAlgorithm form, ReadOnlySpan<byte> masterKey);

    /// <summary>Returns whether a master key is too weak for its cipher. For 3DES that is a key with equal halves, apart from parity, or with a weak half.</summary>
    /// <exception cref="ArgumentException">The key's length does not match its algorithm.</exception>
    bool IsWeakMasterKey(KeyAlgorithm form, ReadOnlySpan<byte> masterKey);

    /// <summary>Returns whether a terminal's master key is under a host key of this module.</summary>
    bool Opens(Terminal terminal);

    /// <summary>Creates a pair of working keys: under the master key for the check-in answer, and under the host key for the database.</summary>
    NewWorkingKeys MakeWorkingKeys(Terminal terminal);

    /// <summary>Returns the MAC of some bytes under a terminal's MAC key.</summary>
    byte[] Mac(Terminal terminal, WorkingKeys pair, ReadOnlySpan<byte> message);

    /// <summary>Returns whether a MAC matches some bytes, compared in constant time.</summary>
    bool VerifyMac(Terminal terminal, WorkingKeys pair, ReadOnlySpan<byte> message, ReadOnlySpan<byte> mac);

    /// <summary>Decrypts a PIN block with a terminal's PIN key and compares its PIN with the card's. For a card without a PIN every PIN is wrong.</summary>
    PinCheck CheckPin(Terminal terminal, WorkingKeys pair, PinBlock block, Card card);

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

    /// <summary>Wraps a transport key under the host key.</summary>
    /// <exception cref="ArgumentException">The key's length does not match its algorithm, or the algorithm is too weak.</exception>
    byte[] WrapTransportKey(string name, KeyAlgorithm form, ReadOnlySpan<byte> key);

    /// <summary>Creates a verify code of 6 digits, and the keyed hash to store.</summary>
    (string Code, byte[] Hash) MakeVerifyCode();

    /// <summary>Returns the keyed hash of a code that a terminal sent.</summary>
    byte[] HashVerifyCode(VerifyCodeText code);

    /// <summary>Returns a mark that differs for each document and member. It reveals neither the document nor that another member has the same one. Empty if there is no document.</summary>
    string MarkDocument(Member member);

    /// <summary>Returns the keyed hashes of a message's content.</summary>
    Fingerprint Fingerprint(MessageContent content);
}
