using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Faults;

/// <summary>Hosts on one database, one after the other.</summary>
internal sealed class KilledHosts : IDisposable
{
    private readonly TestDatabase database;
    private readonly (string Name, string Value)[] settings;
    private readonly List<HostProcess> hosts = [];

    private KilledHosts(TestDatabase database, (string Name, string Value)[] settings) => (this.database, this.settings) = (database, settings);

    /// <summary>The one that runs, or the last one that did.</summary>
    public HostProcess Last => hosts[^1];

    public static async Task<KilledHosts> Begin(TestDatabase database, params (string Name, string Value)[] settings)
    {
        var hosts = new KilledHosts(database, settings);
        await hosts.StartNext();
        return hosts;
    }

    public async Task StartNext() => hosts.Add(await HostProcess.Start(database, settings));

    /// <summary>Not before the test ends: a till may still hold the client of a host that was killed.</summary>
    public void Dispose() => hosts.ForEach(host => host.Dispose());
}
