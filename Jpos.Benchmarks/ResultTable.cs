using System.Globalization;

namespace Jpos.Benchmarks;

/// <summary>Figures, as Markdown.</summary>
internal sealed class ResultTable(params string[] heads)
{
    private readonly List<string[]> rows = [];

    public void Add(string what, int clients, double perSecond, TimeSpan? p50, TimeSpan? p99, TimeSpan? mean, TimeSpan? ofHost, TimeSpan? ofServer, double? bytes)
    {
        Add(
            what,
            clients.ToString(CultureInfo.InvariantCulture),
            perSecond.ToString("F0", CultureInfo.InvariantCulture),
            Text(p50?.TotalMilliseconds, "F1"),
            Text(p99?.TotalMilliseconds, "F1"),
            Text(mean?.TotalMilliseconds, "F1"),
            Text(ofHost?.TotalMicroseconds, "F0"),
            Text(ofServer?.TotalMicroseconds, "F0"),
            Text(bytes / 1024, "F0"));
    }

    /// <summary>Adds a row, and says it at once: a benchmark takes minutes.</summary>
    public void Add(params string[] row)
    {
        rows.Add(row);
        Console.Error.WriteLine(string.Join(" | ", row));
    }

    public void Print(TextWriter output)
    {
        output.WriteLine($"| {string.Join(" | ", heads)} |");
        output.WriteLine($"|{string.Concat(Enumerable.Repeat("---|", heads.Length))}");
        foreach (var row in rows)
        {
            output.WriteLine($"| {string.Join(" | ", row)} |");
        }
    }

    private static string Text(double? figure, string format) => figure?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
