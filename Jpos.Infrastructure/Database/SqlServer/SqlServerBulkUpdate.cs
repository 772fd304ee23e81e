using Jpos.Infrastructure.Database.BulkWrites;

namespace Jpos.Infrastructure.Database.SqlServer;

/// <summary>Writes the rows of a table with one statement, even a few rows. The statement's text does not depend on their number, so that the server reuses its plan.</summary>
internal sealed class SqlServerBulkUpdate() : BulkUpdateInterceptor(fewest: 1)
{
    protected override RowStatements NewStatements() => new SqlServerRowStatements();
}
