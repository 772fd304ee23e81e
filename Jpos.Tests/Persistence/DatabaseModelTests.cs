using System.Security.Cryptography;
using System.Text;
using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Database.PostgreSql;
using Jpos.Infrastructure.Database.Sqlite;
using Jpos.Infrastructure.Database.SqlServer;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Jpos.Tests.Persistence;

/// <summary>The model and its migrations, for each engine.</summary>
internal sealed class DatabaseModelTests
{
    private static readonly JposDbContext[] Engines =
    [
        new SqliteJposDbContext(new DbContextOptionsBuilder<SqliteJposDbContext>().UseSqlite(SqliteEngine.Configure).Options),
        new PostgreSqlJposDbContext(new DbContextOptionsBuilder<PostgreSqlJposDbContext>().UseNpgsql(PostgreSqlEngine.Configure).Options),
        new SqlServerJposDbContext(new DbContextOptionsBuilder<SqlServerJposDbContext>().UseSqlServer(SqlServerEngine.Configure).Options),
    ];

    [TestCaseSource(nameof(Engines))]
    public void Migrations_make_the_model_as_it_is(DbContext db) =>
        Assert.That(db.Database.HasPendingModelChanges(), Is.False, "renew the migrations: .ci/renew-migrations");

    /// <summary>So that a database that was made by another Initial is told from one of this build.</summary>
    [TestCaseSource(nameof(Engines))]
    public void The_one_migration_is_named_after_what_it_does(JposDbContext db)
    {
        var project = db.GetService<IMigrationsAssembly>().Assembly.GetName().Name;
        var text = File.ReadAllText(RepositoryFile.PathOf($"{project}/Schema/Initial.cs")).ReplaceLineEndings("\n");
        Assert.That(db.Database.GetMigrations(), Is.EqualTo([$"20261130000000_Initial_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8]}"]), "renew the migrations: .ci/renew-migrations");
    }

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
