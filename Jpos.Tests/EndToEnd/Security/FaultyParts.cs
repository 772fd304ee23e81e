using Jpos.Application.Messages;
using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;
using Jpos.Infrastructure.Security;

namespace Jpos.Tests.EndToEnd.Security;

// Parts of the host that fail when their turn comes, before they do anything.
internal sealed class FaultyVault(IKeyVault inner, Faults faults) : IKeyVault
{
    public byte CurrentVersion => inner.CurrentVersion;

    public byte[] Wrap(KeyForm cipher, ReadOnlySpan<byte> key, string owner)
    {
        faults.Step(nameof(IKeyVault));
        return inner.Wrap(cipher, key, owner);
    }

    public ICipherKey Open(KeyForm cipher, ReadOnlySpan<byte> wrapped, string owner)
    {
        faults.Step(nameof(IKeyVault));
        return new FaultyCipherKey(inner.Open(cipher, wrapped, owner), faults);
    }

    public byte[] MakeHashKey(string owner) => inner.MakeHashKey(owner);

    public byte[] WrapHashKey(ReadOnlySpan<byte> key, string owner) => inner.WrapHashKey(key, owner);

    public IHashKey OpenHashKey(ReadOnlySpan<byte> wrapped, string owner) => new FaultyHashKey(inner.OpenHashKey(wrapped, owner), faults);

    public byte[] Rewrap(KeyForm? cipher, ReadOnlySpan<byte> wrapped, string owner) => inner.Rewrap(cipher, wrapped, owner);

    public byte MakeHostKey() => inner.MakeHostKey();
}

internal sealed class FaultyCipherKey(ICipherKey inner, Faults faults) : ICipherKey
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

internal sealed class FaultyHashKey(IHashKey inner, Faults faults) : IHashKey
{
    public byte[] Hash(ReadOnlySpan<byte> message)
    {
        faults.Step(nameof(IHashKey));
        return inner.Hash(message);
    }

    public void Dispose() => inner.Dispose();
}

internal sealed class FaultyWriter(IAnswerWriter inner, Faults faults) : IAnswerWriter
{
    public byte[] Write(Outcome outcome)
    {
        faults.Step(nameof(IAnswerWriter));
        return inner.Write(outcome);
    }
}

internal sealed class FaultySender(ISmsSender inner, Faults faults) : ISmsSender
{
    public Task<bool> Send(MobileNumber mobile, string text, CancellationToken cancellation)
    {
        faults.Step(nameof(ISmsSender));
        return inner.Send(mobile, text, cancellation);
    }
}
