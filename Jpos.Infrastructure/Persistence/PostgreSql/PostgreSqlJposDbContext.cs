using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Persistence.PostgreSql;

internal sealed class PostgreSqlJposDbContext(DbContextOptions<PostgreSqlJposDbContext> options) : JposDbContext(options);
