using System.Globalization;
using Jpos.Domain.Text;

namespace Jpos.Application.Ports;

/// <summary>The rows and columns of an export. Rows are read while they are written, so that their number is not limited.</summary>
/// <param name="Name">The name, which the file gets.</param>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The rows, with a value for each column: texts, numbers, instants in UTC, days, claims; null for empty.</param>
public sealed record ExportTable(string Name, IReadOnlyList<string> Columns, IAsyncEnumerable<IReadOnlyList<object?>> Rows)
{
    /// <summary>The columns that hold instants.</summary>
    public IReadOnlyCollection<string> Instants { get; init; } = [];

    /// <summary>The zone in which a workbook shows instants, because workbooks store no zones.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The rows to read at once.</summary>
    public const int ChunkSize = 200;

    /// <summary>Returns an id as a text, because a spreadsheet rounds numbers with more than 15 digits.</summary>
    public static string? Id(long? id) => id?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Returns an enumeration value as in JSON, in camelCase.</summary>
    public static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => EnumNames.Of(value);
}
