using Jpos.Infrastructure.Database.PostgreSql;
using Jpos.Infrastructure.Database.SqlServer;
using Jpos.Infrastructure.Webhooks;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Infrastructure.Startup;

/// <summary>
/// The interceptors of each engine's context, in the order in which they see a save. Events come first: what is to be told is added before rows are counted and written. Then what is written many rows at once, and last what translates or prepares for the driver.
/// </summary>
internal static class SaveInterceptors
{
    public static IInterceptor[] OfSqlite(IServiceProvider services) => [.. OfAll(services)];

    public static IInterceptor[] OfPostgreSql(IServiceProvider services) => [.. OfAll(services), new PostgreSqlBulkUpdate(), new PostgreSqlErrorTranslation()];

    public static IInterceptor[] OfSqlServer(IServiceProvider services) => [.. OfAll(services), new SqlServerBulkUpdate(), new SqlServerSession()];

    private static IEnumerable<IInterceptor> OfAll(IServiceProvider services) => [services.GetRequiredService<OutboxInterceptor>(), services.GetRequiredService<UnreadableValuesLog>()];
}
