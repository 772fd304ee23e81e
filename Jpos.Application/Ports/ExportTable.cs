using System.Globalization;
using Jpos.Domain.Text;

namespace Jpos.Application.Ports;

/// <summary>What is exported: rows that are read while they are written, so that there may be any number of them.</summary>
/// <param name="Name">What it is, for the name of the file.</param>
/// <param name="Columns">The columns' names.</param>
/// <param name="Rows">For each row what is in the columns: texts, numbers, moments in UTC, days, claims; null for nothing.</param>
public sealed record ExportTable(string Name, IReadOnlyList<string> Columns, IAsyncEnumerable<IReadOnlyList<object?>> Rows)
{
    /// <summary>The columns that hold instants.</summary>
    public IReadOnlyCollection<string> Instants { get; init; } = [];

    /// <summary>The zone in which a workbook, which knows no zones, shows instants.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>How many rows are read at once.</summary>
    public const int ChunkSize = 200;

    /// <summary>An id as a text: a spreadsheet would round one with more than 15 digits.</summary>
    public static string? Id(long? id) => id?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A word as it is in JSON, in camelCase.</summary>
    public static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => EnumNames.Of(value);
}
