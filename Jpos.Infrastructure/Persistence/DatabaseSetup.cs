using Jpos.Application.Ports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Jpos.Infrastructure.Persistence;

/// <summary>Gets the database ready before the first message: migrations, demo data where it is wanted and the database is empty, and the key that opens it.</summary>
public static class DatabaseSetup
{
    /// <summary>Takes all expired points now, as the daily run does.</summary>
    public static Task<int> ExpireJposPoints(this IHost host, CancellationToken cancellation = default) =>
        host.Services.GetRequiredService<Dispatch.ExpiryRun>().Run(cancellation);

    /// <exception cref="InvalidOperationException">The host key is missing, or is not the one that the database was made with.</exception>
    public static async Task PrepareJposDatabase(this IHost host, CancellationToken cancellation = default)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var security = services.GetRequiredService<ISecurityModule>();
        var db = services.GetRequiredService<JposDbContext>();
        await services.GetRequiredService<DatabaseEngine>().Prepare(db, cancellation);

        if (services.GetRequiredService<IConfiguration>().GetValue<bool?>("Jpos:Demo") ?? services.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            await ActivatorUtilities.CreateInstance<DemoData>(services).Add(cancellation);
        }

        if (await db.Terminals.AsNoTracking().OrderBy(terminal => terminal.Number).FirstOrDefaultAsync(cancellation) is { } terminal && !security.Opens(terminal))
        {
            throw new InvalidOperationException("The host key is not the one that this database was made with; see Jpos:Security:HostKeyFile.");
        }
    }
}
