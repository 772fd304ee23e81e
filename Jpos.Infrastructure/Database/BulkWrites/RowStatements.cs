using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Jpos.Infrastructure.Database.BulkWrites;

/// <summary>Builds statements about many rows in the SQL dialect of an engine, for one round trip.</summary>
internal abstract class RowStatements
{
    private readonly List<DbParameter> parameters = [];

    public IReadOnlyList<DbParameter> Parameters => parameters;

    /// <summary>The text of all statements.</summary>
    public StringBuilder Text { get; } = new();

    /// <summary>Returns whether <see cref="Insert"/> supports new rows of a table.</summary>
    public virtual bool TakesNew(RowTable table) => table.BringsAll;

    /// <summary>Adds a statement that inserts rows, in their order if the database numbers them.</summary>
    public abstract void Insert(RowTable table, List<EntityEntry> rows);

    /// <summary>Adds a statement that updates those rows that no other transaction has changed.</summary>
    /// <param name="table">The table of the rows, which has a version column.</param>
    /// <param name="changed">The changed columns, the same for all rows.</param>
    /// <param name="rows">The rows, sorted by key. All bulk updates use that order, so that they cannot deadlock.</param>
    public abstract void Update(RowTable table, IReadOnlyList<RowColumn> changed, IReadOnlyList<EntityEntry> rows);

    /// <returns>The parameter's name in the text.</returns>
    protected string Add(DbParameter parameter)
    {
        parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{parameters.Count}");
        parameters.Add(parameter);
        return parameter.ParameterName;
    }
}
