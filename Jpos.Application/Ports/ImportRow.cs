namespace Jpos.Application.Ports;

/// <summary>One line of a file.</summary>
/// <param name="Number">Its number in the file; the header is 1.</param>
/// <param name="LastLine">The number of the line that it ends in: a higher one if a field in quotes has line breaks.</param>
/// <param name="Columns">The columns of the file, in its order.</param>
/// <param name="Fields">What the line has in them.</param>
/// <param name="Error">Why it cannot be told what it has in which; null if it can.</param>
/// <param name="IsBlank">Whether it has nothing but commas and blanks.</param>
public sealed record ImportRow(int Number, int LastLine, IReadOnlyList<string> Columns, IReadOnlyList<string> Fields, string? Error, bool IsBlank = false)
{
    /// <summary>How many physical lines it has.</summary>
    public int Lines => LastLine - Number + 1;

    /// <summary>How many rows the file has up to its end: all lines but the header, which is the first one.</summary>
    public int RowsThrough => LastLine - 1;

    /// <summary>What the line has in a column; null if it has nothing there.</summary>
    public string? this[string column]
    {
        get
        {
            for (var place = 0; place < Columns.Count; place++)
            {
                if (Columns[place] == column)
                {
                    return Fields[place] is { Length: > 0 } text ? text : null;
                }
            }

            return null;
        }
    }
}
