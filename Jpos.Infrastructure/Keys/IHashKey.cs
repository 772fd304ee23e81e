namespace Jpos.Infrastructure.Keys;

/// <summary>An open key for HMAC-SHA-256. It is thread-safe.</summary>
internal interface IHashKey : IDisposable
{
    byte[] Hash(ReadOnlySpan<byte> message);
}
