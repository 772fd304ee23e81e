using Jpos.Infrastructure.Security;
using Jpos.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd.Faults;

/// <summary>A host that gets to its database by a <see cref="FaultyLink"/>, with the clock of the machine.</summary>
internal sealed record LinkedHost(TestDatabase Database, FaultyLink Link, JposHost Host) : IAsyncDisposable
{
    public static async Task<LinkedHost> Run(Engine engine, int deadlineSeconds)
    {
        var database = await TestDatabase.WithDemoData(engine);
        var link = new FaultyLink(PostgresCluster.Instance);
        var host = await JposHost.RunOn(
            database,
            [KeyValuePair.Create("ConnectionStrings:Jpos", link.Through(database.ConnectionString)), KeyValuePair.Create("Jpos:Protocol:DeadlineSeconds", $"{deadlineSeconds}")],
            services =>
            {
                services.AddSingleton(TimeProvider.System);

                // Its commits are none that a test could wait for.
                services.Remove(services.Single(service => service.ImplementationType == typeof(KeyRewrappingService)));
            });
        return new LinkedHost(database, link, host);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Host.DisposeAsync();
        }
        finally
        {
            await Link.DisposeAsync();
            await Database.DisposeAsync();
        }
    }
}
