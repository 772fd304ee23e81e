using Jpos.Domain.Keys;
using Jpos.Domain.Terminals;

namespace Jpos.Application.Ports;

/// <summary>The part of the security module that loads and creates keys. A wrapped key is bound to its owner: a key of one terminal does not unwrap for another.</summary>
public interface IKeyManagement
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

    /// <summary>Wraps a transport key under the host key.</summary>
    /// <exception cref="ArgumentException">The key's length does not match its algorithm, or the algorithm is too weak.</exception>
    byte[] WrapTransportKey(string name, KeyAlgorithm form, ReadOnlySpan<byte> key);
}
