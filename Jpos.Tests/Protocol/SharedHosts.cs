using System.Collections.Concurrent;

namespace Jpos.Tests.Protocol;

/// <summary>As many hosts as are needed at once, for each combination of settings. They stop when this is disposed of.</summary>
internal sealed class SharedHosts : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<SharedHost>> idle = [];

    /// <summary>A host that nobody else has until it is given back.</summary>
    /// <param name="settings">Settings that differ from the defaults, as lines <c>name=value</c>; <c>&lt;file&gt;</c> is the file of its texts.</param>
    public async Task<SharedHost> Borrow(string settings) =>
        idle.TryGetValue(settings, out var hosts) && hosts.TryTake(out var host) ? host : await SharedHost.Start(this, settings);

    public void TakeBack(SharedHost host) => idle.GetOrAdd(host.Settings, _ => []).Add(host);

    public async ValueTask DisposeAsync()
    {
        foreach (var host in idle.Values.SelectMany(hosts => hosts))
        {
            await host.Stop();
        }
    }
}
