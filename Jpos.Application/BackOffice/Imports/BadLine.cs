using System.Globalization;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>A record that is not brought in.</summary>
/// <param name="Number">The number of its first line.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record BadLine(int Number, string Reason)
{
    /// <summary>Returns what is reported of it: which lines it has, and what is wrong.</summary>
    public ImportFaultView In(IReadOnlyList<FileLine> records)
    {
        var line = records.First(line => line.Number == Number);
        return new ImportFaultView(line.Number, line.Through, line.Lines == 1 ? Reason : string.Create(CultureInfo.InvariantCulture, $"lines {line.Number} to {line.Through}: {Reason}"));
    }
}
