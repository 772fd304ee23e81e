using Jpos.Infrastructure.Keys;
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
