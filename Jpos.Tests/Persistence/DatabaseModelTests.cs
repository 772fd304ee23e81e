using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Database.PostgreSql;
using Jpos.Infrastructure.Database.Sqlite;
using Jpos.Infrastructure.Database.SqlServer;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.Persistence;

/// <summary>The model and its migrations, for each engine.</summary>
internal sealed class DatabaseModelTests
{
    private static readonly JposDbContext[] Engines =
    [
        new SqliteJposDbContext(new DbContextOptionsBuilder<SqliteJposDbContext>().UseSqlite().Options),
        new PostgreSqlJposDbContext(new DbContextOptionsBuilder<PostgreSqlJposDbContext>().UseNpgsql().Options),
        new SqlServerJposDbContext(new DbContextOptionsBuilder<SqlServerJposDbContext>().UseSqlServer().Options),
    ];

    [TestCaseSource(nameof(Engines))]
    public void Migrations_make_the_model_as_it_is(DbContext db) =>
        Assert.That(db.Database.HasPendingModelChanges(), Is.False, $"make a migration: dotnet ef migrations add NAME --context {db.GetType().Name}");

    [TestCaseSource(nameof(Engines))]
    public void A_script_can_be_made_of_the_model(DbContext db)
    {
        var script = db.Database.GenerateCreateScript();
        Assert.That(script, Does.Contain("TransactionJournal").And.Contain("CK_Lots_Remaining"));
    }

    [TestCaseSource(nameof(Engines))]
    public void Whatever_changes_is_guarded_by_a_version(DbContext db)
    {
        string[] writtenOnce = ["StoredAnswer", "AuditEntry", "DeliveryLease", "ImportError", "IdempotencyRecord", "NumberBlock", "OutboxEvent", "ProgrammeVersion", "Posting", "Settlement", "TicketMovement"];
        var unguarded = db.Model.GetEntityTypes().Where(entity => !entity.GetProperties().Any(property => property.IsConcurrencyToken)).Select(entity => entity.ClrType.Name);
        Assert.That(unguarded, Is.EquivalentTo(writtenOnce));
    }

    [OneTimeTearDown]
    public void Dispose()
    {
        foreach (var engine in Engines)
        {
            engine.Dispose();
        }
    }
}
