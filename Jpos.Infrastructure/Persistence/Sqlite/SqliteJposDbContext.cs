using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Persistence.Sqlite;

internal sealed class SqliteJposDbContext(DbContextOptions<SqliteJposDbContext> options) : JposDbContext(options);
