using Jpos.Infrastructure.Persistence.PostgreSql;
using Jpos.Infrastructure.Persistence.Sqlite;
using Jpos.Infrastructure.Persistence.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Jpos.Infrastructure.Persistence;

// How `dotnet ef` makes a context of each engine; it connects to none.
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteJposDbContext>
{
    public SqliteJposDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteJposDbContext>().UseSqlite().Options);
}

internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerJposDbContext>
{
    public SqlServerJposDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqlServerJposDbContext>().UseSqlServer().Options);
}

internal sealed class PostgreSqlDesignTime : IDesignTimeDbContextFactory<PostgreSqlJposDbContext>
{
    public PostgreSqlJposDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgreSqlJposDbContext>().UseNpgsql().Options);
}
