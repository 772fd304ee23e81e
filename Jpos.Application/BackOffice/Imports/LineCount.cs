namespace Jpos.Application.BackOffice.Imports;

/// <summary>The numbers of accepted, rejected and blank physical lines.</summary>
public sealed record LineCount(int Accepted, int Rejected, int Blank)
{
    public static readonly LineCount None = new(0, 0, 0);

    public static LineCount operator +(LineCount one, LineCount other) => new(one.Accepted + other.Accepted, one.Rejected + other.Rejected, one.Blank + other.Blank);

    /// <summary>Counts the physical lines of some records.</summary>
    /// <exception cref="InvalidOperationException">A line has no result, or a rejected line is not one of the records.</exception>
    public static LineCount Of(IReadOnlyList<ImportRow> lines, IReadOnlyList<RejectedRow> bad)
    {
        var faulty = bad.Select(line => line.Number).ToHashSet();
        var records = lines.Where(line => !line.IsBlank).ToLookup(line => faulty.Contains(line.Number));
        var count = new LineCount(records[false].Sum(line => line.Lines), records[true].Sum(line => line.Lines), lines.Where(line => line.IsBlank).Sum(line => line.Lines));
        return count.Accepted + count.Rejected + count.Blank == lines[^1].LastLine - lines[0].Number + 1 && records[true].Count() == bad.Count
            ? count
            : throw new InvalidOperationException("Every line of a file is good, bad or blank, and these are not.");
    }
}
