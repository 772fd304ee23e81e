using Jpos.Infrastructure.Keys;

namespace Jpos.Tests.EndToEnd.Security;

internal sealed class FaultyCipherKey(ICipherKey inner, InjectedFaults faults) : ICipherKey
{
    public byte[] Encrypt(ReadOnlySpan<byte> blocks)
    {
        faults.Step(nameof(ICipherKey));
        return inner.Encrypt(blocks);
    }

    public byte[] Decrypt(ReadOnlySpan<byte> blocks)
    {
        faults.Step(nameof(ICipherKey));
        return inner.Decrypt(blocks);
    }

    public byte[] Mac(ReadOnlySpan<byte> message)
    {
        faults.Step(nameof(ICipherKey));
        return inner.Mac(message);
    }

    public void Dispose() => inner.Dispose();
}
