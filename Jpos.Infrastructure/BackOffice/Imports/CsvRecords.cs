using System.Globalization;
using System.Text;

namespace Jpos.Infrastructure.BackOffice.Imports;

/// <summary>Reads the records of a CSV text (RFC 4180) one at a time. It holds at most one record of bounded length, whatever the text contains.</summary>
/// <param name="text">The text, from its beginning.</param>
internal sealed class CsvRecords(TextReader text)
{
    /// <summary>The most characters of one record, which keeps a unit of work with hundreds of records small.</summary>
    public const int LongestRecord = 8000;

    private readonly StringBuilder field = new();
    private readonly List<string> fields = [];
    private int physicalLines;

    /// <summary>Reads the next record; null at the end of the text.</summary>
    /// <param name="columns">The columns of the file; null if the record is the header.</param>
    /// <param name="mostFields">The most fields to keep. Further fields are only counted.</param>
    public ImportRow? Read(IReadOnlyList<string>? columns, int mostFields)
    {
        if (text.Peek() < 0)
        {
            return null;
        }

        var first = physicalLines + 1;
        fields.Clear();
        field.Clear();
        var (count, kept, isQuoted, wasQuoted, isEmptyField, isTorn, isBlank) = (1L, 0, false, false, true, false, true);
        while (true)
        {
            var next = text.Read();
            if (next < 0 || (next is '\r' or '\n' && !isQuoted))
            {
                EndLine(next);
                break;
            }

            if (isQuoted)
            {
                if (next is '\r' or '\n')
                {
                    EndLine(next);
                    Keep('\n');
                }
                else if (next != '"')
                {
                    Keep((char)next);
                }
                else if (text.Peek() == '"')
                {
                    text.Read();
                    Keep('"');
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (next == ',')
            {
                EndField();
                count++;
            }
            else if (next == '"' && isEmptyField && !wasQuoted)
            {
                (isQuoted, wasQuoted, isBlank) = (true, true, false);
            }
            else
            {
                isTorn |= wasQuoted || next == '"';
                isBlank &= next is ' ' or '\t';
                Keep((char)next);
            }
        }

        EndField();
        var fault = isQuoted ? "a quote is never closed."
            : kept > LongestRecord ? string.Create(CultureInfo.InvariantCulture, $"the record has more than {LongestRecord} characters.")
            : isTorn ? "a quote is in the middle of a field, or text follows a closing quote."
            : columns is not null && count != columns.Count ? string.Create(CultureInfo.InvariantCulture, $"it has {count} fields, and the header has {columns.Count}.")
            : null;
        return new ImportRow(first, physicalLines, columns ?? [], [.. fields], isBlank ? null : fault, isBlank);

        void EndLine(int next)
        {
            if (next == '\r' && text.Peek() == '\n')
            {
                text.Read();
            }

            // If the text ends inside quotes directly after a line break, no further line has begun.
            if (next >= 0 || !(isQuoted && field.Length > 0 && field[^1] == '\n'))
            {
                physicalLines++;
            }
        }

        void Keep(char letter)
        {
            isEmptyField = false;
            if (kept <= LongestRecord)
            {
                kept++;
                field.Append(letter);
            }
        }

        void EndField()
        {
            if (fields.Count < mostFields)
            {
                fields.Add(field.ToString());
            }

            field.Clear();
            (wasQuoted, isEmptyField) = (false, true);
        }
    }
}
