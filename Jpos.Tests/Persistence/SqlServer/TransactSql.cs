using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Jpos.Tests.Persistence.SqlServer;

/// <summary>SQL Server's own parser, of version 2022.</summary>
internal static class TransactSql
{
    public static IReadOnlyList<string> ErrorsOf(string sql, bool quotedIdentifiers = true)
    {
        using var reader = new StringReader(sql);
        new TSql160Parser(initialQuotedIdentifiers: quotedIdentifiers).Parse(reader, out var errors);
        return [.. errors.Select(error => $"line {error.Line}, column {error.Column}: {error.Message}")];
    }
}
