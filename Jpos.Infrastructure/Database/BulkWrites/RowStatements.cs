using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Jpos.Infrastructure.Database.BulkWrites;

/// <summary>Statements about many rows, in the words of an engine, for one trip to the server.</summary>
internal abstract class RowStatements
{
    private readonly List<DbParameter> parameters = [];

    public IReadOnlyList<DbParameter> Parameters => parameters;

    /// <summary>All of them, one after the other.</summary>
    public StringBuilder Text { get; } = new();

    /// <summary>Returns whether new rows of a kind can be written by <see cref="Insert"/>.</summary>
    public virtual bool TakesNew(RowTable table) => table.BringsAll;

    /// <summary>Adds a statement that inserts rows, in their order if the database numbers them.</summary>
    public abstract void Insert(RowTable table, List<EntityEntry> rows);

    /// <summary>Adds a statement that updates those of the rows that nobody else has changed.</summary>
    /// <param name="table">Where they are; it has a version.</param>
    /// <param name="changed">What has changed, of all of them the same.</param>
    /// <param name="rows">The rows, in the order of their keys, as for whoever else changes many: so nobody waits in a circle.</param>
    public abstract void Update(RowTable table, IReadOnlyList<RowColumn> changed, IReadOnlyList<EntityEntry> rows);

    /// <returns>How the text refers to it.</returns>
    protected string Add(DbParameter parameter)
    {
        parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{parameters.Count}");
        parameters.Add(parameter);
        return parameter.ParameterName;
    }
}
