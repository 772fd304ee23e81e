using System.Text;

namespace Jpos.Tests.EndToEnd.BackOffice.Bulk;

/// <summary>A file to bring in, of which every 100th line is bad, each for another reason.</summary>
internal abstract class BulkFile
{
    /// <summary>How often a line is bad.</summary>
    protected const int BadEach = 100;

    private readonly List<string> lines;
    private readonly List<(int Line, string Reason)> bad = [];

    /// <param name="header">The first line.</param>
    /// <param name="lines">How many follow.</param>
    /// <param name="good">Makes a line that does, by its number from 1 on.</param>
    /// <param name="wrong">Makes one that does not, and says why.</param>
    protected BulkFile(string header, int lines, Func<int, string> good, Func<int, (string Line, string Reason)> wrong)
    {
        this.lines = [header];
        for (var number = 1; number <= lines; number++)
        {
            if (number % BadEach == 0)
            {
                var (line, reason) = wrong(number);
                this.lines.Add(line);
                bad.Add((this.lines.Count, reason));
            }
            else
            {
                this.lines.Add(good(number));
            }
        }
    }

    public byte[] Bytes => Encoding.UTF8.GetBytes(string.Join('\n', lines));

    /// <summary>The bad lines, and what is wrong with each.</summary>
    public IReadOnlyList<(int Line, string Reason)> Faults => bad;

    /// <summary>How many lines do.</summary>
    public int Good => lines.Count - 1 - bad.Count;
}
