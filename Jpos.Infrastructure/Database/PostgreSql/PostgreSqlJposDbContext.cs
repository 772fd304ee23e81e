namespace Jpos.Infrastructure.Database.PostgreSql;

internal sealed class PostgreSqlJposDbContext(DbContextOptions<PostgreSqlJposDbContext> options) : JposDbContext(options);
