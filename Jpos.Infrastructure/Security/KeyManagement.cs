using System.Security.Cryptography;
using Jpos.Domain.Cards;
using Jpos.Domain.Keys;
using Jpos.Domain.Terminals;
using Jpos.Infrastructure.Keys;

namespace Jpos.Infrastructure.Security;

/// <summary>The part of the security module that loads and creates keys: master keys, transport keys and working keys, and their layouts.</summary>
internal sealed class KeyManagement(IKeyVault vault) : IKeyManagement
{
    public byte[] WrapMasterKey(TerminalNumber terminal, KeyAlgorithm form, ReadOnlySpan<byte> masterKey) =>
        vault.Wrap(KeyCipher.OfMasterKey(form), RightLength(form, masterKey), KeyOwners.MasterKey(terminal));

    public byte[] CheckMasterKey(KeyAlgorithm form, ReadOnlySpan<byte> masterKey)
    {
        var cipher = KeyCipher.OfMasterKey(form);
        var key = RightLength(form, masterKey).ToArray();
        try
        {
            return KeyCipher.Of(cipher).CheckValue(cipher, key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    public bool IsWeakMasterKey(KeyAlgorithm form, ReadOnlySpan<byte> masterKey) => KeyCipher.Of(KeyCipher.OfMasterKey(form)).IsWeak(RightLength(form, masterKey));

    public bool Opens(Terminal terminal)
    {
        try
        {
            using var key = OpenMasterKey(terminal);
            return true;
        }
        catch (KeyNotOpenedException)
        {
            return false;
        }
    }

    public NewWorkingKeys MakeWorkingKeys(Terminal terminal)
    {
        using var masterKey = OpenMasterKey(terminal);
        var (pinKey, wrappedPinKey) = MakeWorkingKey(terminal.KeyAlgorithm, masterKey, KeyOwners.PinKey(terminal.Number));
        var (macKey, wrappedMacKey) = MakeWorkingKey(terminal.KeyAlgorithm, masterKey, KeyOwners.MacKey(terminal.Number));
        return new NewWorkingKeys(pinKey + macKey, wrappedPinKey, wrappedMacKey);
    }

    public byte[] WrapTransportKey(string name, KeyAlgorithm form, ReadOnlySpan<byte> key) => PinTransportKey.Takes(form)
        ? vault.Wrap(form, RightLength(form, key), KeyOwners.TransportKey(name))
        : throw new ArgumentException("Single DES is too weak for a transport key.", nameof(form));

    /// <summary>Creates a working key: its encrypted form for the terminal and its wrapped form for the database.</summary>
    private (string Transport, byte[] Wrapped) MakeWorkingKey(KeyAlgorithm form, ICipherKey masterKey, string owner)
    {
        var cipher = KeyCipher.Of(form);
        var key = cipher.MakeKey();
        try
        {
            return (Transport(form, masterKey, key), vault.Wrap(form, key, owner));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Returns one key of the wire's <c>workingKey</c>: encrypted block by block under the master key, and followed by its check value.</summary>
    internal static string Transport(KeyAlgorithm form, ICipherKey masterKey, byte[] key) =>
        Convert.ToHexString([.. masterKey.Encrypt(key), .. KeyCipher.Of(form).CheckValue(form, key)]);

    private ICipherKey OpenMasterKey(Terminal terminal) => vault.Open(KeyCipher.OfMasterKey(terminal.KeyAlgorithm), terminal.WrappedMasterKey, KeyOwners.MasterKey(terminal.Number));

    private static ReadOnlySpan<byte> RightLength(KeyAlgorithm form, ReadOnlySpan<byte> masterKey)
    {
        var length = KeyCipher.Of(KeyCipher.OfMasterKey(form)).KeyLength;
        return masterKey.Length == length ? masterKey : throw new ArgumentException($"The master key of this form has {length} bytes.", nameof(masterKey));
    }
}
