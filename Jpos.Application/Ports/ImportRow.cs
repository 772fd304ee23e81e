namespace Jpos.Application.Ports;

/// <summary>One row of a file.</summary>
/// <param name="Number">The number of its first line in the file; the header is line 1.</param>
/// <param name="LastLine">The number of its last line, which is higher if a quoted field contains line breaks.</param>
/// <param name="Columns">The columns of the file, in order.</param>
/// <param name="Fields">The fields of the row.</param>
/// <param name="Error">Why the fields cannot be assigned to the columns; null if they can.</param>
/// <param name="IsBlank">Whether the row contains only commas and spaces.</param>
public sealed record ImportRow(int Number, int LastLine, IReadOnlyList<string> Columns, IReadOnlyList<string> Fields, string? Error, bool IsBlank = false)
{
    /// <summary>The number of its physical lines.</summary>
    public int Lines => LastLine - Number + 1;

    /// <summary>The number of lines of the file up to the end of this row, without the header.</summary>
    public int RowsThrough => LastLine - 1;

    /// <summary>Returns the field of a column; null if it is empty.</summary>
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
