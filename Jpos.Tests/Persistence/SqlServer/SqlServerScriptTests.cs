using Jpos.Infrastructure.Database.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Jpos.Tests.Persistence.SqlServer;

/// <summary>What makes a schema on SQL Server, by the parser and the model of SQL Server itself; no server is asked.</summary>
internal sealed class SqlServerScriptTests
{
    private readonly SqlServerJposDbContext db = new(new DbContextOptionsBuilder<SqlServerJposDbContext>().UseSqlServer(SqlServerEngine.Configure).Options);

    [TestCase(MigrationsSqlGenerationOptions.Default)]
    [TestCase(MigrationsSqlGenerationOptions.Script)]
    [TestCase(MigrationsSqlGenerationOptions.Script | MigrationsSqlGenerationOptions.Idempotent)]
    public void Each_migration_up_and_down_is_a_script_that_parses(MigrationsSqlGenerationOptions options)
    {
        var migrator = db.GetService<IMigrator>();
        var migrations = db.Database.GetMigrations().ToArray();
        var steps = migrations.Prepend(Migration.InitialDatabase).Zip(migrations).ToList();

        foreach (var (from, to) in steps.Concat(steps.Select(step => (step.Second, step.First))))
        {
            var script = migrator.GenerateScript(from, to, options);
            Assert.That(script, Does.Contain("TABLE").Or.Contain("INDEX"));
            Assert.That(TransactSql.ErrorsOf(script), Is.Empty, $"{from} to {to}");
        }
    }

    [Test]
    public void The_schema_does_not_depend_on_how_a_session_reads_quotes()
    {
        var script = db.Database.GenerateCreateScript();
        Assert.That(script, Does.Contain("CHECK ( [Amount] <> 0 )").And.Contain("WHERE [ClosedAt] IS NULL").And.Not.Contain("\""));
        Assert.That(TransactSql.ErrorsOf(script, quotedIdentifiers: false), Is.Empty);
        Assert.That(TransactSql.QuotedInChecks(script), Is.Empty);
    }

    [Test]
    public void A_quoted_name_in_a_check_is_a_text_to_a_session_that_reads_quotes_so() =>
        Assert.That(TransactSql.QuotedInChecks("""CREATE TABLE [T] ([A] int, CONSTRAINT [CK_T] CHECK ("A" > 0));"""), Is.EqualTo(["CK_T: A"]));

    [Test]
    public void Every_text_is_compared_letter_by_letter()
    {
        var columns = db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.SelectMany(table => table.Columns).Where(column => column.StoreType.Contains("char", StringComparison.Ordinal)).ToList();
        Assert.That(columns, Has.Count.GreaterThan(40));
        Assert.That(columns.Where(column => column.Collation != "Latin1_General_100_BIN2" && column.PropertyMappings[0].Property.GetElementType() is null).Select(column => $"{column.Table.Name}.{column.Name}"), Is.Empty);
    }

    [Test]
    public void The_schema_builds_as_a_model() => Assert.That(SchemaModel.Errors(db.Database.GenerateCreateScript()), Is.Empty);

    [TestCase("""[CardId] bigint NULL""", """[CardId] bigint NUL""", TestName = "A column that does not parse")]
    [TestCase("""REFERENCES [Lots]""", """REFERENCES [Lotts]""", TestName = "A key to a table that is not there")]
    [TestCase("""ON [Postings] ([LotId])""", """ON [Postings] ([Lott])""", TestName = "An index on a column that is not there")]
    [TestCase("""CHECK ( [Amount] <> 0 )""", """CHECK ( [Ammount] <> 0 )""", TestName = "A check of a column that is not there")]
    public void A_planted_error_is_found(string right, string wrong)
    {
        var script = db.Database.GenerateCreateScript();
        Assert.That(script, Does.Contain(right));

        Assert.That(SchemaModel.Errors(script.Replace(right, wrong, StringComparison.Ordinal)), Is.Not.Empty);
    }

    [OneTimeTearDown]
    public void Dispose() => db.Dispose();
}
