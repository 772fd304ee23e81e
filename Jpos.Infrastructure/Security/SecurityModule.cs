using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Jpos.Domain.Cards;
using Jpos.Domain.Journal;
using Jpos.Domain.Terminals;
using Jpos.Infrastructure.Keys;
using Microsoft.Extensions.Logging;

namespace Jpos.Infrastructure.Security;

/// <summary>
/// The part of the security module that messages need: MACs, PIN checks and keyed hashes, on top of any key vault. The keys of the hashes are stored in the database under the host key, so that a new host key changes no hash. <see cref="Load"/> opens them before the first message.
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

    private string HashContent(string content) => Convert.ToHexString(hashKeys[ContentKey].Hash(Encoding.UTF8.GetBytes(content)).AsSpan(0, ContentHashLength));

    /// <summary>Creates the verifier of a card's PIN: a salt, and a keyed hash of the salt, the card's id and the PIN.</summary>
    internal byte[] MakePinVerifier(ReadOnlySpan<byte> pin, long cardId)
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
}
