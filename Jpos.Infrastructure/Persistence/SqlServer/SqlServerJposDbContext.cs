using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Persistence.SqlServer;

internal sealed class SqlServerJposDbContext(DbContextOptions<SqlServerJposDbContext> options) : JposDbContext(options);
