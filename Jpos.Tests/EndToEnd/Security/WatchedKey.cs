using Jpos.Infrastructure.Keys;

namespace Jpos.Tests.EndToEnd.Security;

internal sealed class WatchedKey(ICipherKey inner, MacWatch watch) : ICipherKey
{
    public byte[] Encrypt(ReadOnlySpan<byte> blocks) => inner.Encrypt(blocks);

    public byte[] Decrypt(ReadOnlySpan<byte> blocks) => inner.Decrypt(blocks);

    public byte[] Mac(ReadOnlySpan<byte> message)
    {
        watch.Step();
        return inner.Mac(message);
    }

    public void Dispose() => inner.Dispose();
}
