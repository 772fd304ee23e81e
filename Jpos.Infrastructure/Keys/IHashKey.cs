namespace Jpos.Infrastructure.Keys;

/// <summary>A key for HMAC-SHA-256 that is open. Any number of threads may use it at once.</summary>
internal interface IHashKey : IDisposable
{
    byte[] Hash(ReadOnlySpan<byte> message);
}
