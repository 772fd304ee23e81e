using Jpos.Infrastructure.Persistence.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Jpos.Infrastructure.Persistence;

internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerJposDbContext>
{
    public SqlServerJposDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqlServerJposDbContext>().UseSqlServer().Options);
}
