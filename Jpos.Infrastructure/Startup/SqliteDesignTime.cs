using Jpos.Infrastructure.Database.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Jpos.Infrastructure.Startup;

// How `dotnet ef` makes a context of each engine; it connects to none.
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteJposDbContext>
{
    public SqliteJposDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteJposDbContext>().UseSqlite().Options);
}
