using Jpos.Infrastructure.Persistence.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Jpos.Infrastructure.Persistence;

internal sealed class PostgreSqlDesignTime : IDesignTimeDbContextFactory<PostgreSqlJposDbContext>
{
    public PostgreSqlJposDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgreSqlJposDbContext>().UseNpgsql().Options);
}
