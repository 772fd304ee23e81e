using System.Globalization;
using Jpos.Infrastructure.Database.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.SqlServer.Dac;
using Microsoft.SqlServer.Dac.Model;

namespace Jpos.Tests.Persistence.SqlServer;

/// <summary>The schema as a model of SQL Server's own tools (DacFx), which needs no server.</summary>
internal static class SchemaModel
{
    /// <summary>What is wrong with a schema.</summary>
    public static List<string> Errors(string schema)
    {
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        try
        {
            Add(schema, model);
        }
        catch (DacModelException unparsed)
        {
            return [unparsed.Message];
        }

        return [.. model.Validate().Where(message => message.MessageType is DacMessageType.Error).Select(message => message.ToString())];
    }

    /// <summary>Names in statements that the schema of the host has not. Each statement becomes a procedure of the model, whose names are looked up; what the server itself has is added.</summary>
    public static List<string> Unbound(IReadOnlyList<string> statements)
    {
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        using var db = new SqlServerJposDbContext(new DbContextOptionsBuilder<SqlServerJposDbContext>().UseSqlServer().Options);
        Add(db.Database.GenerateCreateScript(), model);
        model.AddObjects("CREATE TABLE [__EFMigrationsHistory] ([MigrationId] nvarchar(150) NOT NULL PRIMARY KEY, [ProductVersion] nvarchar(32) NOT NULL);");
        model.AddObjects("CREATE PROCEDURE [sp_getapplock] @Resource nvarchar(255), @LockMode varchar(32), @LockTimeout int AS RETURN 0;");
        for (var number = 0; number < statements.Count; number++)
        {
            var parameters = string.Join(", ", TransactSql.ParametersOf(statements[number]).Select(name => $"{name} nvarchar(max)"));
            model.AddObjects(string.Create(CultureInfo.InvariantCulture, $"CREATE PROCEDURE [statement {number}] {parameters} AS BEGIN\n{statements[number]}\nEND"));
        }

        return [.. model.Validate().Select(message => $"{message} {Statement(message, statements)}")];
    }

    private static string Statement(DacModelMessage message, IReadOnlyList<string> statements) =>
        message.Message.Split("[statement ") is [_, var rest, ..] ? statements[int.Parse(rest.Split(']')[0], CultureInfo.InvariantCulture)] : "";

    /// <summary>A model has tables and indexes, no rows: the first number of all is one.</summary>
    private static void Add(string schema, TSqlModel model)
    {
        var batches = schema.Split("GO\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToLookup(batch => !batch.Contains("INSERT INTO [NumberBlocks]", StringComparison.Ordinal));
        Assert.That(batches[false].Count(), Is.EqualTo(1));
        foreach (var batch in batches[true])
        {
            model.AddObjects(batch);
        }
    }
}
