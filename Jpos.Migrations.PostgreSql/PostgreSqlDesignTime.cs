using Jpos.Infrastructure.Database.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Jpos.Migrations.PostgreSql;

/// <summary>Makes the context for <c>dotnet ef</c>. It connects to no database.</summary>
internal sealed class PostgreSqlDesignTime : IDesignTimeDbContextFactory<PostgreSqlJposDbContext>
{
    public PostgreSqlJposDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgreSqlJposDbContext>().UseNpgsql(PostgreSqlEngine.Configure).Options);
}
