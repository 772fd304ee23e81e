using Jpos.Infrastructure.Database.PostgreSql;
using Jpos.Infrastructure.Database.SqlServer;
using Jpos.Infrastructure.Webhooks;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Infrastructure.Startup;

/// <summary>
/// The interceptors of each engine's context, in their order. The outbox comes first, because it adds rows that must be counted and written. Bulk writes follow. Interceptors that translate errors or prepare for the driver come last.
/// </summary>
internal static class SaveInterceptors
{
    public static IInterceptor[] OfSqlite(IServiceProvider services) => [.. OfAll(services)];

    public static IInterceptor[] OfPostgreSql(IServiceProvider services) => [.. OfAll(services), new PostgreSqlBulkUpdate(), new PostgreSqlErrorTranslation()];

    public static IInterceptor[] OfSqlServer(IServiceProvider services) => [.. OfAll(services), new SqlServerBulkUpdate(), new SqlServerSession()];

    private static IEnumerable<IInterceptor> OfAll(IServiceProvider services) => [services.GetRequiredService<OutboxInterceptor>(), services.GetRequiredService<UnreadableValuesLog>()];
}
