using Jpos.Domain.Terminals;
using Jpos.Infrastructure.Security;
using Jpos.Infrastructure.Security.Software;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd.Security;

/// <summary>Counts the MACs that a host works out, and holds one up if a test wants it.</summary>
internal sealed class MacWatch
{
    private int count;
    private Action up = () => { };

    public int Count => Volatile.Read(ref count);

    public void Watch(IServiceCollection services) =>
        services.AddSingleton<IKeyVault>(provider => new WatchedVault(ActivatorUtilities.CreateInstance<SoftwareVault>(provider), this));

    /// <summary>Holds up every MAC until the result is disposed of.</summary>
    public Held Hold()
    {
        var held = new Held();
        up = held.Up;
        return held;
    }

    public void Step()
    {
        Interlocked.Increment(ref count);
        up();
    }

    internal sealed class Held : IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim released = new();

        public Task Reached => reached.Task.WaitAsync(Patience);

        public void Up()
        {
            reached.TrySetResult();
            released.Wait(Patience * 2);
        }

        public void Release() => released.Set();

        public void Dispose() => Release();
    }
}

internal sealed class WatchedVault(IKeyVault inner, MacWatch watch) : IKeyVault
{
    public byte CurrentVersion => inner.CurrentVersion;

    public byte[] Wrap(KeyForm cipher, ReadOnlySpan<byte> key, string owner) => inner.Wrap(cipher, key, owner);

    public ICipherKey Open(KeyForm cipher, ReadOnlySpan<byte> wrapped, string owner) => new WatchedKey(inner.Open(cipher, wrapped, owner), watch);

    public byte[] MakeHashKey(string owner) => inner.MakeHashKey(owner);

    public byte[] WrapHashKey(ReadOnlySpan<byte> key, string owner) => inner.WrapHashKey(key, owner);

    public IHashKey OpenHashKey(ReadOnlySpan<byte> wrapped, string owner) => inner.OpenHashKey(wrapped, owner);

    public byte[] Rewrap(KeyForm? cipher, ReadOnlySpan<byte> wrapped, string owner) => inner.Rewrap(cipher, wrapped, owner);

    public byte MakeHostKey() => inner.MakeHostKey();
}

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
