using Jpos.Infrastructure.Database.BulkWrites;

namespace Jpos.Infrastructure.Database.PostgreSql;

/// <summary>Writes many rows of a kind with an array for each column. The server begins each statement anew, with its plan, its checks and its triggers, which is most of what a single row costs.</summary>
internal sealed class PostgreSqlBulkUpdate() : BulkUpdateInterceptor(fewest: 3)
{
    protected override RowStatements NewStatements() => new PostgreSqlRowStatements();
}
