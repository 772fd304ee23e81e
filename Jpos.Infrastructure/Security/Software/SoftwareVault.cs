using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Jpos.Domain.Keys;
using Jpos.Infrastructure.Keys;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace Jpos.Infrastructure.Security.Software;

/// <summary>
/// Keeps keys in software by AES-256-GCM, under a key derived from the host key. Owner and cipher are the additional data. The vault's two bytes are followed by the nonce, the encrypted key and the tag.
/// </summary>
internal sealed class SoftwareVault(HostKeyFile hostKey) : IKeyVault
{
    private const byte Kind = 1;
    private const int NonceLength = 12;
    private const int TagBits = 128;

    private readonly ConcurrentDictionary<byte, byte[]> wrapKeys = [];

    public byte CurrentVersion => hostKey.Current;

    public byte[] Wrap(KeyAlgorithm cipher, ReadOnlySpan<byte> key, string owner) => Wrap(key, Bound(cipher, owner));

    public ICipherKey Open(KeyAlgorithm cipher, ReadOnlySpan<byte> wrapped, string owner) => new SoftwareCipherKey(KeyCipher.Of(cipher), Unwrap(wrapped, owner, Bound(cipher, owner)));

    public byte[] MakeHashKey(string owner)
    {
        var key = RandomNumberGenerator.GetBytes(HostKeyFile.Length);
        try
        {
            return Wrap(key, Bound(null, owner));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    public byte[] WrapHashKey(ReadOnlySpan<byte> key, string owner) => Wrap(key, Bound(null, owner));

    public IHashKey OpenHashKey(ReadOnlySpan<byte> wrapped, string owner) => new SoftwareHashKey(Unwrap(wrapped, owner, Bound(null, owner)));

    public byte[] Rewrap(KeyAlgorithm? cipher, ReadOnlySpan<byte> wrapped, string owner)
    {
        var key = Unwrap(wrapped, owner, Bound(cipher, owner));
        try
        {
            return Wrap(key, Bound(cipher, owner));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    public byte MakeHostKey() => hostKey.MakeNext();

    /// <summary>Returns the additional data, which bind a wrapped key to its cipher even where lengths are equal.</summary>
    private static byte[] Bound(KeyAlgorithm? cipher, string owner) => Encoding.ASCII.GetBytes($"{(cipher is { } form ? form.ToString() : "hash")} {owner}");

    private byte[] Wrap(ReadOnlySpan<byte> key, byte[] boundTo)
    {
        var version = CurrentVersion;
        var nonce = RandomNumberGenerator.GetBytes(NonceLength);
        return [Kind, version, .. nonce, .. Run(true, WrapKey(version)!, nonce, key, boundTo)];
    }

    private byte[] Unwrap(ReadOnlySpan<byte> wrapped, string owner, byte[] boundTo)
    {
        if (wrapped is not [Kind, var version, ..] || wrapped.Length < 2 + NonceLength)
        {
            throw new KeyNotOpenedException(owner, "another kind of key vault wrapped it");
        }

        var key = WrapKey(version) ?? throw new KeyNotOpenedException(owner, $"version {version} of the host key is missing");
        try
        {
            return Run(false, key, wrapped.Slice(2, NonceLength).ToArray(), wrapped[(2 + NonceLength)..], boundTo);
        }
        catch (InvalidCipherTextException)
        {
            throw new KeyNotOpenedException(owner, $"it was wrapped with another host key of version {version}, or for another owner");
        }
    }

    /// <summary>Returns a key of a version; null, without caching, while the version does not exist.</summary>
    private byte[]? WrapKey(byte version)
    {
        if (wrapKeys.TryGetValue(version, out var known))
        {
            return known;
        }

        return hostKey.Derive(version, "jpos key wrap") is { } derived ? wrapKeys.GetOrAdd(version, derived) : null;
    }

    private static byte[] Run(bool encrypts, byte[] key, byte[] nonce, ReadOnlySpan<byte> input, byte[] boundTo)
    {
        var cipher = new GcmBlockCipher(AesUtilities.CreateEngine());
        cipher.Init(encrypts, new AeadParameters(new KeyParameter(key), TagBits, nonce, boundTo));
        var output = new byte[cipher.GetOutputSize(input.Length)];
        var length = cipher.ProcessBytes(input, output);
        cipher.DoFinal(output.AsSpan(length));
        return output;
    }
}
