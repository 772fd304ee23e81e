using Jpos.Infrastructure.Webhooks;
using Jpos.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd.Faults;

/// <summary>
/// Hosts on one database, one after the other: processes that are killed, <see cref="Kills.Count"/> of them, and in the end one that stays. That one is in the tests' own process, where nothing of it has to be compiled anew.
/// </summary>
internal sealed class KilledHosts : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly (string Name, string Value)[] settings;
    private readonly List<HostProcess> killed = [];
    private volatile HttpClient http = null!;
    private JposHost? staying;

    private KilledHosts(TestDatabase database, (string Name, string Value)[] settings) => (this.database, this.settings) = (database, settings);

    /// <summary>To the one that runs, or to the last one that did.</summary>
    public HttpClient Http => http;

    public static async Task<KilledHosts> Begin(TestDatabase database, params (string Name, string Value)[] settings)
    {
        var hosts = new KilledHosts(database, settings);
        await hosts.StartNext();
        return hosts;
    }

    public Task Kill() => killed[^1].Kill();

    public async Task StartNext()
    {
        if (killed.Count < Kills.Count)
        {
            killed.Add(await HostProcess.Start(database, settings));
            http = killed[^1].Http;
        }
        else
        {
            staying = await JposHost.RunOn(
                database, settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value)), services => services.AddSingleton(TimeProvider.System).AddHostedService<WebhookDispatcher>());
            http = staying.Http;
        }
    }

    /// <summary>Not before the test ends: a till may still hold the client of a host that was killed.</summary>
    public ValueTask DisposeAsync()
    {
        killed.ForEach(host => host.Dispose());
        return staying?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
