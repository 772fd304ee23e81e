using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Jpos.Tests.Persistence.SqlServer;

/// <summary>SQL Server's own parser, of version 2022.</summary>
internal static class TransactSql
{
    public static IReadOnlyList<string> ErrorsOf(string sql, bool quotedIdentifiers = true)
    {
        Parse(sql, quotedIdentifiers, out var errors);
        return [.. errors.Select(error => $"line {error.Line}, column {error.Column}: {error.Message}")];
    }

    /// <summary>Whether an aggregate is asked for over what a subquery says.</summary>
    public static bool AggregatesSubquery(string sql)
    {
        var aggregates = new Aggregates();
        Parse(sql).Accept(aggregates);
        return aggregates.OverSubqueries > 0;
    }

    /// <summary>The variables that a statement uses and does not declare: its parameters.</summary>
    public static IReadOnlyCollection<string> ParametersOf(string sql)
    {
        var variables = new Variables();
        Parse(sql).Accept(variables);
        return [.. variables.Used.Except(variables.Declared)];
    }

    /// <summary>What is in double quotes in the checks of a schema: names to most sessions, and texts to one with QUOTED_IDENTIFIER OFF.</summary>
    public static IReadOnlyCollection<string> QuotedInChecks(string schema)
    {
        var checks = new Checks();
        Parse(schema, quotedIdentifiers: false).Accept(checks);
        return checks.Texts;
    }

    private static TSqlFragment Parse(string sql, bool quotedIdentifiers = true) => Parse(sql, quotedIdentifiers, out _);

    private static TSqlFragment Parse(string sql, bool quotedIdentifiers, out IList<ParseError> errors)
    {
        using var reader = new StringReader(sql);
        return new TSql160Parser(quotedIdentifiers).Parse(reader, out errors);
    }

    private sealed class Aggregates : TSqlFragmentVisitor
    {
        private static readonly HashSet<string> Names = new(["AVG", "COUNT", "COUNT_BIG", "MAX", "MIN", "SUM", "STRING_AGG"], StringComparer.OrdinalIgnoreCase);

        public int OverSubqueries { get; private set; }

        public override void ExplicitVisit(FunctionCall node)
        {
            if (Names.Contains(node.FunctionName.Value))
            {
                var subqueries = new Subqueries();
                foreach (var parameter in node.Parameters)
                {
                    parameter.Accept(subqueries);
                }

                OverSubqueries += subqueries.Count;
            }

            base.ExplicitVisit(node);
        }
    }

    private sealed class Subqueries : TSqlFragmentVisitor
    {
        public int Count { get; private set; }

        public override void Visit(ScalarSubquery node) => Count++;
    }

    private sealed class Variables : TSqlFragmentVisitor
    {
        public HashSet<string> Used { get; } = new(StringComparer.OrdinalIgnoreCase);

        public HashSet<string> Declared { get; } = new(StringComparer.OrdinalIgnoreCase);

        public override void Visit(VariableReference node) => Used.Add(node.Name);

        public override void Visit(DeclareVariableElement node) => Declared.Add(node.VariableName.Value);

        public override void Visit(DeclareTableVariableBody node) => Declared.Add(node.VariableName.Value);
    }

    private sealed class Checks : TSqlFragmentVisitor
    {
        public List<string> Texts { get; } = [];

        public override void ExplicitVisit(CheckConstraintDefinition node)
        {
            var literals = new Literals();
            node.CheckCondition.Accept(literals);
            Texts.AddRange(literals.Found.Select(text => $"{node.ConstraintIdentifier?.Value}: {text}"));
        }
    }

    private sealed class Literals : TSqlFragmentVisitor
    {
        public List<string> Found { get; } = [];

        public override void Visit(StringLiteral node)
        {
            if (node.ScriptTokenStream[node.FirstTokenIndex].Text.StartsWith('"'))
            {
                Found.Add(node.Value);
            }
        }
    }
}
