using System.Security.Cryptography;
using Jpos.Infrastructure.Keys;

namespace Jpos.Infrastructure.Security.Software;

/// <summary>An open key of a cipher in this process's memory.</summary>
internal sealed class SoftwareCipherKey(KeyCipher cipher, byte[] key) : ICipherKey
{
    public byte[] Encrypt(ReadOnlySpan<byte> blocks) => cipher.Run(key, blocks, true);

    public byte[] Decrypt(ReadOnlySpan<byte> blocks) => cipher.Run(key, blocks, false);

    public byte[] Mac(ReadOnlySpan<byte> message) => cipher.Mac(key, message);

    public void Dispose() => CryptographicOperations.ZeroMemory(key);
}
