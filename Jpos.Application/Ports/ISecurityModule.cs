using Jpos.Domain.Journal;
using Jpos.Domain.Terminals;

namespace Jpos.Application.Ports;

/// <summary>
/// The part of the security module that messages need: MACs, PIN checks and keyed hashes. Keys, PINs and verify codes are in clear only here, in <see cref="IKeyManagement"/> and in <see cref="IPinIssuing"/> (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>).
/// </summary>
public interface ISecurityModule
{
    /// <summary>Returns the MAC of some bytes under a terminal's MAC key.</summary>
    byte[] Mac(Terminal terminal, WorkingKeys pair, ReadOnlySpan<byte> message);

    /// <summary>Returns whether a MAC matches some bytes, compared in constant time.</summary>
    bool VerifyMac(Terminal terminal, WorkingKeys pair, ReadOnlySpan<byte> message, ReadOnlySpan<byte> mac);

    /// <summary>Decrypts a PIN block with a terminal's PIN key and compares its PIN with the card's. For a card without a PIN every PIN is wrong.</summary>
    PinCheck CheckPin(Terminal terminal, WorkingKeys pair, PinBlock block, Card card);

    /// <summary>Creates a verify code of 6 digits, and the keyed hash to store.</summary>
    (string Code, byte[] Hash) MakeVerifyCode();

    /// <summary>Returns the keyed hash of a code that a terminal sent.</summary>
    byte[] HashVerifyCode(VerifyCodeText code);

    /// <summary>Returns a mark that differs for each document and member. It reveals neither the document nor that another member has the same one. Empty if there is no document.</summary>
    string MarkDocument(Member member);

    /// <summary>Returns the keyed hashes of a message's content.</summary>
    Fingerprint Fingerprint(MessageContent content);
}
