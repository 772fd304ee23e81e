using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Jpos.Domain.Cards;
using Jpos.Domain.Journal;
using Jpos.Domain.Keys;
using Jpos.Domain.Terminals;
using Jpos.Infrastructure.Keys;
using Microsoft.Extensions.Logging;

namespace Jpos.Infrastructure.Security;

/// <summary>
/// The security module: layouts of keys and PIN blocks, MACs and keyed hashes, on top of any key vault. The keys of the hashes are stored in the database under the host key, so that a new host key changes no hash. <see cref="Load"/> opens them before the first message.
/// </summary>
internal sealed partial class SecurityModule(IKeyVault vault, ILogger<SecurityModule> logger) : ISecurityModule, IDisposable
{
    /// <summary>The purposes of the keys of keyed hashes, which are their owners' names in the database.</summary>
    public const string ContentKey = "message content";
    public const string VerifyCodeKey = "verify codes";
    public const string PinKey = "pin verification";

    private const int SaltLength = 16;

    /// <summary>The length of a fingerprint: 64 bits suffice, because a search for collisions needs the key.</summary>
    private const int ContentHashLength = 8;

    private readonly Dictionary<string, IHashKey> hashKeys = [];

    public static IReadOnlyList<string> HashKeys { get; } = [ContentKey, VerifyCodeKey, PinKey];

    /// <summary>Opens a key of keyed hashes.</summary>
    /// <exception cref="KeyNotOpenedException">This vault has no host key for it.</exception>
    public void Load(string use, ReadOnlySpan<byte> wrapped) => hashKeys.Add(use, vault.OpenHashKey(wrapped, use));

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

    public byte[] Mac(Terminal terminal, WorkingKeys pair, ReadOnlySpan<byte> message)
    {
        using var key = vault.Open(terminal.KeyAlgorithm, pair.WrappedMacKey, KeyOwners.MacKey(terminal.Number));
        return key.Mac(message);
    }

    public bool VerifyMac(Terminal terminal, WorkingKeys pair, ReadOnlySpan<byte> message, ReadOnlySpan<byte> mac)
    {
        try
        {
            return CryptographicOperations.FixedTimeEquals(Mac(terminal, pair, message), mac);
        }
        catch (KeyNotOpenedException unopened)
        {
            // A damaged pair of keys verifies no message. The terminal is declined, checks in again, and gets new keys.
            LogUnopened(unopened.Owner, unopened.Reason);
            return false;
        }
    }

    public PinCheck CheckPin(Terminal terminal, WorkingKeys pair, PinBlock block, Card card)
    {
        using var key = OpenPinKey(terminal, pair);
        if (key is null)
        {
            return PinCheck.Undecodable;
        }

        if (PinBlockFormat.Decode(key, block.Bytes, card.Number) is not { } pin)
        {
            return PinCheck.Undecodable;
        }

        try
        {
            // A truncated verifier in the database matches no PIN.
            return card.PinVerifier is { Length: >= SaltLength } verifier
                && CryptographicOperations.FixedTimeEquals(HashPin(verifier.AsSpan(0, SaltLength), card.Id, pin), verifier.AsSpan(SaltLength))
                ? PinCheck.Right
                : PinCheck.Wrong;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pin);
        }
    }

    public byte[] MakePinVerifier(string pin, long cardId)
    {
        var digits = Encoding.ASCII.GetBytes(pin);
        try
        {
            return MakePinVerifier(digits, cardId);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(digits);
        }
    }

    public (string Pin, byte[] Verifier) MakePin(long cardId)
    {
        string pin;
        do
        {
            pin = RandomNumberGenerator.GetString("0123456789", Pin.MadeLength);
        }
        while (Pin.IsTrivial(pin));

        return (pin, MakePinVerifier(pin, cardId));
    }

    public byte[]? MakePinVerifier(PinTransportKey key, ReadOnlySpan<byte> block, Card card)
    {
        if (block.Length != key.BlockLength)
        {
            throw new ArgumentException($"A PIN block under this key has {key.BlockLength} bytes.", nameof(block));
        }

        using var open = vault.Open(key.KeyAlgorithm, key.Wrapped, KeyOwners.TransportKey(key.Name));
        if (PinBlockFormat.Decode(open, block, card.Number) is not { } pin)
        {
            return null;
        }

        try
        {
            return MakePinVerifier(pin, card.Id);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pin);
        }
    }

    public byte[] WrapTransportKey(string name, KeyAlgorithm form, ReadOnlySpan<byte> key) => PinTransportKey.Takes(form)
        ? vault.Wrap(form, RightLength(form, key), KeyOwners.TransportKey(name))
        : throw new ArgumentException("Single DES is too weak for a transport key.", nameof(form));

    public (string Code, byte[] Hash) MakeVerifyCode()
    {
        var code = RandomNumberGenerator.GetString("0123456789", VerifyCodeText.Length);
        return (code, HashVerifyCode(code));
    }

    public byte[] HashVerifyCode(VerifyCodeText code) => HashVerifyCode(code.Value);

    public string MarkDocument(Member member) => member.IdNumber.Length == 0
        ? ""
        : HashContent(string.Create(CultureInfo.InvariantCulture, $"document:{member.Id}:{member.IdType}:{member.IdNumber}")).ToLowerInvariant();

    public Fingerprint Fingerprint(MessageContent content) => Domain.Journal.Fingerprint.Of(content, (field, value) => HashContent($"{(int)field}:{value}"));

    public void Dispose()
    {
        foreach (var key in hashKeys.Values)
        {
            key.Dispose();
        }

        // The container disposes of this object once for each interface under which it is registered.
        hashKeys.Clear();
    }

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

    private string HashContent(string content) => Convert.ToHexString(hashKeys[ContentKey].Hash(Encoding.UTF8.GetBytes(content)).AsSpan(0, ContentHashLength));

    private byte[] MakePinVerifier(ReadOnlySpan<byte> pin, long cardId)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        return [.. salt, .. HashPin(salt, cardId, pin)];
    }

    /// <summary>Includes the card in the verifier, so that a verifier copied to another card in the database gives that card no valid PIN. It uses the card's id and not its number, because a replaced card keeps its PIN.</summary>
    private byte[] HashPin(ReadOnlySpan<byte> salt, long cardId, ReadOnlySpan<byte> pin)
    {
        var salted = new byte[salt.Length + sizeof(long) + pin.Length];
        salt.CopyTo(salted);
        BinaryPrimitives.WriteInt64BigEndian(salted.AsSpan(salt.Length), cardId);
        pin.CopyTo(salted.AsSpan(salt.Length + sizeof(long)));
        try
        {
            return hashKeys[PinKey].Hash(salted);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(salted);
        }
    }

    private byte[] HashVerifyCode(string code) => hashKeys[VerifyCodeKey].Hash(Encoding.ASCII.GetBytes(code));

    private ICipherKey OpenMasterKey(Terminal terminal) => vault.Open(KeyCipher.OfMasterKey(terminal.KeyAlgorithm), terminal.WrappedMasterKey, KeyOwners.MasterKey(terminal.Number));

    private ICipherKey? OpenPinKey(Terminal terminal, WorkingKeys pair)
    {
        try
        {
            return vault.Open(terminal.KeyAlgorithm, pair.WrappedPinKey, KeyOwners.PinKey(terminal.Number));
        }
        catch (KeyNotOpenedException unopened)
        {
            LogUnopened(unopened.Owner, unopened.Reason);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Key {Owner} could not be opened: {Reason}")]
    private partial void LogUnopened(string owner, string reason);

    private static ReadOnlySpan<byte> RightLength(KeyAlgorithm form, ReadOnlySpan<byte> masterKey)
    {
        var length = KeyCipher.Of(KeyCipher.OfMasterKey(form)).KeyLength;
        return masterKey.Length == length ? masterKey : throw new ArgumentException($"The master key of this form has {length} bytes.", nameof(masterKey));
    }
}
