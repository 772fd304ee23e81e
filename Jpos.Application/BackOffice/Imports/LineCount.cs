using System.Globalization;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>How many physical lines are good, bad and blank.</summary>
public sealed record LineCount(int Good, int Bad, int Blank)
{
    /// <summary>Counts some records of a file, each with all of its physical lines.</summary>
    /// <exception cref="InvalidOperationException">A line is neither good nor bad nor blank.</exception>
    public static LineCount Of(IReadOnlyList<FileLine> lines, int good, IReadOnlyList<BadLine> bad)
    {
        var faulty = bad.Select(line => line.Number).ToHashSet();
        var records = lines.Where(line => !line.IsBlank).ToList();
        var total = lines[^1].Through - lines[0].Number + 1;
        var blank = lines.Where(line => line.IsBlank).Sum(line => line.Lines);
        var count = new LineCount(records.Where(line => !faulty.Contains(line.Number)).Sum(line => line.Lines), records.Where(line => faulty.Contains(line.Number)).Sum(line => line.Lines), blank);
        return count.Good + count.Bad + count.Blank == total && good + faulty.Count == records.Count
            ? count
            : throw new InvalidOperationException("Every line of a file is good, bad or blank, and these are not.");
    }

    /// <summary>Returns what is reported of a bad record: which lines it has, if it has several, and what is wrong.</summary>
    public static string Reason(BadLine bad, IReadOnlyList<FileLine> lines)
    {
        var line = lines.First(line => line.Number == bad.Number);
        return line.Lines == 1 ? bad.Reason : string.Create(CultureInfo.InvariantCulture, $"lines {line.Number} to {line.Through}: {bad.Reason}");
    }
}
