using Jpos.Infrastructure.Database.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Jpos.Migrations.SqlServer;

/// <summary>Makes the context for <c>dotnet ef</c>. It connects to no database.</summary>
internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerJposDbContext>
{
    public SqlServerJposDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqlServerJposDbContext>().UseSqlServer(SqlServerEngine.Configure).Options);
}
