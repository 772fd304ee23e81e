using System.Diagnostics.CodeAnalysis;
using Jpos.Domain.Text;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>Reads the fields of a row and collects their errors. An error never repeats the field's value, which may be personal data.</summary>
internal sealed class LineReader(ImportRow line)
{
    private readonly List<string> faults = line.Error is { } fault ? [fault] : [];

    public delegate bool Parser<T>(string? text, [NotNullWhen(true)] out T? value);

    public bool Any => faults.Count > 0;

    /// <summary>All errors, as one text for the report.</summary>
    public string Reason => string.Join("; ", faults);

    /// <summary>Reads an optional value of the domain; null if omitted or malformed.</summary>
    public T? ReadOptional<T>(string column, Parser<T> parse)
        where T : class
    {
        T? value = null;
        Require(column, line[column] is not { } text || parse(text, out value), IsScientific(line[column]) ? "a spreadsheet turned it into a rounded number such as 9.9E+15. Format the column as text." : FieldErrorText.MustBe("it", typeof(T)));
        return value;
    }

    /// <summary>Reads a required value of the domain; null if missing or malformed.</summary>
    public T? Read<T>(string column, Parser<T> parse)
        where T : class
    {
        Require(column, line[column] is not null, FieldErrorText.Missing("it"));
        return ReadOptional(column, parse);
    }

    /// <summary>Reads a required reference by id or name; null if missing or malformed.</summary>
    public ColumnReference? Reference(string column, int longest)
    {
        Require(column, line[column] is not null, FieldErrorText.Missing("it"));
        if (line[column] is not { } text)
        {
            return null;
        }

        return text.All(char.IsAsciiDigit) ? new ColumnReference(Id(column), null) : new ColumnReference(null, Text(column, longest));
    }

    public long? Id(string column)
    {
        var id = 0L;
        Require(column, line[column] is not { } text || NumberText.TryParseWhole(text, out id), FieldErrorText.MustBe("it", "an id in digits"));
        return line[column] is null ? null : id;
    }

    public DateOnly? Day(string column)
    {
        var day = default(DateOnly);
        Require(column, line[column] is not { } text || Iso8601.TryParseDay(text, out day), FieldErrorText.MustBe("it", "a day, such as 2027-12-31"));
        return line[column] is null ? null : day;
    }

    /// <summary>Reads a number with two digits. Spreadsheets drop a leading zero, so <c>1</c> is read as <c>01</c>.</summary>
    public string? TwoDigits(string column) => line[column] is { Length: 1 } text && char.IsAsciiDigit(text[0]) ? $"0{text}" : line[column];

    /// <summary>Reads optional points; zero if omitted.</summary>
    public Points Points(string column)
    {
        var points = 0m;
        var isOne = line[column] is not { } text || (NumberText.TryParseDecimal(text, maySign: false, out points) && FieldRules.IsAmount(points));
        Require(column, isOne, FieldErrorText.MustBe("it", typeof(Amount)));
        return isOne ? Domain.Points.Of(points) : default;
    }

    /// <summary>Reads an optional text for people; empty if omitted.</summary>
    public string Text(string column, int longest)
    {
        // Alt+Enter in a spreadsheet inserts a line break into a cell.
        var text = (line[column] ?? "").Replace('\n', ' ');
        Require(column, FieldRules.IsText(text, longest), FieldErrorText.MustBe("it", FieldErrorText.LineOf(0, longest)));
        return text;
    }

    /// <summary>Returns whether a text is a long number that a spreadsheet has abbreviated.</summary>
    private static bool IsScientific(string? text) => text is not null && text.Contains("E+", StringComparison.OrdinalIgnoreCase) && text.All(letter => char.IsAsciiDigit(letter) || letter is '.' or ',' or '+' or 'E' or 'e');

    public void Require(string column, bool isSo, string otherwise)
    {
        if (!isSo)
        {
            faults.Add($"{column}: {otherwise}");
        }
    }
}
