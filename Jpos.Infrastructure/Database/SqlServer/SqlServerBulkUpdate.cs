using Jpos.Infrastructure.Database.BulkWrites;

namespace Jpos.Infrastructure.Database.SqlServer;

/// <summary>Writes the rows of a kind with one statement, however few they are: so the text does not depend on how many there are, and the server has a plan for it.</summary>
internal sealed class SqlServerBulkUpdate() : BulkUpdateInterceptor(fewest: 1)
{
    protected override RowStatements NewStatements() => new SqlServerRowStatements();
}
