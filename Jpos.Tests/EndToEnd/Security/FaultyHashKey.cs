using Jpos.Infrastructure.Keys;

namespace Jpos.Tests.EndToEnd.Security;

internal sealed class FaultyHashKey(IHashKey inner, InjectedFaults faults) : IHashKey
{
    public byte[] Hash(ReadOnlySpan<byte> message)
    {
        faults.Step(nameof(IHashKey));
        return inner.Hash(message);
    }

    public void Dispose() => inner.Dispose();
}
