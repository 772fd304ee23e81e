using Jpos.Infrastructure.Database.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Jpos.Infrastructure.Startup;

internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerJposDbContext>
{
    public SqlServerJposDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqlServerJposDbContext>().UseSqlServer().Options);
}
