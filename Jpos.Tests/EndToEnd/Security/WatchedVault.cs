using Jpos.Domain.Keys;
using Jpos.Infrastructure.Keys;

namespace Jpos.Tests.EndToEnd.Security;

internal sealed class WatchedVault(IKeyVault inner, MacWatch watch) : IKeyVault
{
    public byte CurrentVersion => inner.CurrentVersion;

    public byte[] Wrap(KeyAlgorithm cipher, ReadOnlySpan<byte> key, string owner) => inner.Wrap(cipher, key, owner);

    public ICipherKey Open(KeyAlgorithm cipher, ReadOnlySpan<byte> wrapped, string owner) => new WatchedKey(inner.Open(cipher, wrapped, owner), watch);

    public byte[] MakeHashKey(string owner) => inner.MakeHashKey(owner);

    public byte[] WrapHashKey(ReadOnlySpan<byte> key, string owner) => inner.WrapHashKey(key, owner);

    public IHashKey OpenHashKey(ReadOnlySpan<byte> wrapped, string owner) => inner.OpenHashKey(wrapped, owner);

    public byte[] Rewrap(KeyAlgorithm? cipher, ReadOnlySpan<byte> wrapped, string owner) => inner.Rewrap(cipher, wrapped, owner);

    public byte MakeHostKey() => inner.MakeHostKey();
}
