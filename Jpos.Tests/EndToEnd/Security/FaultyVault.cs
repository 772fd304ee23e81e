using Jpos.Domain.Keys;
using Jpos.Infrastructure.Keys;

namespace Jpos.Tests.EndToEnd.Security;

// Parts of the host that fail when their turn comes, before they do anything.
internal sealed class FaultyVault(IKeyVault inner, InjectedFaults faults) : IKeyVault
{
    public byte CurrentVersion => inner.CurrentVersion;

    public byte[] Wrap(KeyAlgorithm cipher, ReadOnlySpan<byte> key, string owner)
    {
        faults.Step(nameof(IKeyVault));
        return inner.Wrap(cipher, key, owner);
    }

    public ICipherKey Open(KeyAlgorithm cipher, ReadOnlySpan<byte> wrapped, string owner)
    {
        faults.Step(nameof(IKeyVault));
        return new FaultyCipherKey(inner.Open(cipher, wrapped, owner), faults);
    }

    public byte[] MakeHashKey(string owner) => inner.MakeHashKey(owner);

    public byte[] WrapHashKey(ReadOnlySpan<byte> key, string owner) => inner.WrapHashKey(key, owner);

    public IHashKey OpenHashKey(ReadOnlySpan<byte> wrapped, string owner) => new FaultyHashKey(inner.OpenHashKey(wrapped, owner), faults);

    public byte[] Rewrap(KeyAlgorithm? cipher, ReadOnlySpan<byte> wrapped, string owner) => inner.Rewrap(cipher, wrapped, owner);

    public byte MakeHostKey() => inner.MakeHostKey();
}
