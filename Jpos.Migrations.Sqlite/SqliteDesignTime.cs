using Jpos.Infrastructure.Database.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Jpos.Migrations.Sqlite;

/// <summary>Makes the context for <c>dotnet ef</c>. It connects to no database.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteJposDbContext>
{
    public SqliteJposDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteJposDbContext>().UseSqlite(SqliteEngine.Configure).Options);
}
