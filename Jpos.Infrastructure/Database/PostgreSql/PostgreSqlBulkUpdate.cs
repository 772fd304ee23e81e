using Jpos.Infrastructure.Database.BulkWrites;

namespace Jpos.Infrastructure.Database.PostgreSql;

/// <summary>Writes many rows of a table with one array for each column. Most of the cost of a single row is the server's work for each statement: planning, checks and triggers.</summary>
internal sealed class PostgreSqlBulkUpdate() : BulkUpdateInterceptor(fewest: 3)
{
    protected override RowStatements NewStatements() => new PostgreSqlRowStatements();
}
