using System.Security.Cryptography;
using Jpos.Infrastructure.Keys;

namespace Jpos.Infrastructure.Security.Software;

/// <summary>A key of keyed hashes that is open in this process's memory.</summary>
internal sealed class SoftwareHashKey(byte[] key) : IHashKey
{
    public byte[] Hash(ReadOnlySpan<byte> message) => HMACSHA256.HashData(key, message);

    public void Dispose() => CryptographicOperations.ZeroMemory(key);
}
