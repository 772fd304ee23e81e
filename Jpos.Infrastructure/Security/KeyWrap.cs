using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace Jpos.Infrastructure.Security;

/// <summary>
/// Keys at rest: AES-256-GCM, bound to what the key is and whose. Stored are a version byte, the nonce, and the encrypted key with its tag.
/// </summary>
internal sealed class KeyWrap(byte[] key)
{
    private const byte Version = 1;
    private const int NonceLength = 12;
    private const int TagBits = 128;

    public byte[] Wrap(ReadOnlySpan<byte> clear, string owner)
    {
        var nonce = RandomNumberGenerator.GetBytes(NonceLength);
        return [Version, .. nonce, .. Run(true, nonce, clear, owner)];
    }

    /// <exception cref="Org.BouncyCastle.Crypto.InvalidCipherTextException">It was wrapped for another owner, under another host key, or changed since.</exception>
    /// <exception cref="NotSupportedException">It was wrapped in another way.</exception>
    public byte[] Unwrap(ReadOnlySpan<byte> wrapped, string owner) =>
        wrapped is [Version, ..]
            ? Run(false, wrapped[1..(1 + NonceLength)].ToArray(), wrapped[(1 + NonceLength)..], owner)
            : throw new NotSupportedException("A key at rest has an unknown version.");

    private byte[] Run(bool encrypt, byte[] nonce, ReadOnlySpan<byte> input, string owner)
    {
        var cipher = new GcmBlockCipher(new AesEngine());
        cipher.Init(encrypt, new AeadParameters(new KeyParameter(key), TagBits, nonce, Encoding.ASCII.GetBytes(owner)));
        var output = new byte[cipher.GetOutputSize(input.Length)];
        var length = cipher.ProcessBytes(input, output);
        cipher.DoFinal(output.AsSpan(length));
        return output;
    }
}
