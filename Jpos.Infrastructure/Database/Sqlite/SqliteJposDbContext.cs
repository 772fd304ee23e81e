namespace Jpos.Infrastructure.Database.Sqlite;

internal sealed class SqliteJposDbContext(DbContextOptions<SqliteJposDbContext> options) : JposDbContext(options);
