using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Jpos.Infrastructure.Persistence;

/// <summary>Gets the database ready before the first message: migrations, and demo data where it is wanted and the database is empty.</summary>
public static class DatabaseSetup
{
    public static async Task PrepareJposDatabase(this IHost host, CancellationToken cancellation = default)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<JposDbContext>();
        await db.Database.MigrateAsync(cancellation);

        var wantsDemo = services.GetRequiredService<IConfiguration>().GetValue<bool?>("Jpos:Demo") ?? services.GetRequiredService<IHostEnvironment>().IsDevelopment();
        if (wantsDemo && !await db.Stores.AnyAsync(cancellation))
        {
            await ActivatorUtilities.CreateInstance<DemoData>(services).Add(cancellation);
        }
    }
}
