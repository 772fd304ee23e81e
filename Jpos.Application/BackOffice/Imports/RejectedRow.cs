using System.Globalization;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>A rejected record.</summary>
/// <param name="Number">The number of its first line.</param>
/// <param name="Reason">The reason.</param>
public sealed record RejectedRow(int Number, string Reason)
{
    /// <summary>Returns the error to report: the lines and the reason.</summary>
    public ImportErrorView In(IReadOnlyList<ImportRow> records)
    {
        var line = records.First(line => line.Number == Number);
        return new ImportErrorView(line.Number, line.LastLine, line.Lines == 1 ? Reason : string.Create(CultureInfo.InvariantCulture, $"lines {line.Number} to {line.LastLine}: {Reason}"));
    }
}
