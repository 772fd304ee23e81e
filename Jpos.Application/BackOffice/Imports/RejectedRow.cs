using System.Globalization;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>A record that is not brought in.</summary>
/// <param name="Number">The number of its first line.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record RejectedRow(int Number, string Reason)
{
    /// <summary>Returns what is reported of it: which lines it has, and what is wrong.</summary>
    public ImportErrorView In(IReadOnlyList<ImportRow> records)
    {
        var line = records.First(line => line.Number == Number);
        return new ImportErrorView(line.Number, line.LastLine, line.Lines == 1 ? Reason : string.Create(CultureInfo.InvariantCulture, $"lines {line.Number} to {line.LastLine}: {Reason}"));
    }
}
