using Jpos.Infrastructure.Database.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Jpos.Infrastructure.Startup;

internal sealed class PostgreSqlDesignTime : IDesignTimeDbContextFactory<PostgreSqlJposDbContext>
{
    public PostgreSqlJposDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgreSqlJposDbContext>().UseNpgsql().Options);
}
