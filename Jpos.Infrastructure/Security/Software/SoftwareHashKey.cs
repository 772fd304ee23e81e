using System.Security.Cryptography;
using Jpos.Infrastructure.Keys;

namespace Jpos.Infrastructure.Security.Software;

/// <summary>An open key of keyed hashes in this process's memory.</summary>
internal sealed class SoftwareHashKey(byte[] key) : IHashKey
{
    public byte[] Hash(ReadOnlySpan<byte> message) => HMACSHA256.HashData(key, message);

    public void Dispose() => CryptographicOperations.ZeroMemory(key);
}
