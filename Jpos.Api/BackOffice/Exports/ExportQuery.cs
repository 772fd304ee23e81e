namespace Jpos.Api.BackOffice.Exports;

/// <summary>The period and the format of an export.</summary>
public sealed record ExportQuery
{
    /// <summary>The beginning of the period, ISO 8601; UTC unless it has an offset.</summary>
    public string? From { get; init; }

    /// <summary>The end of the period, exclusive, ISO 8601; UTC unless it has an offset.</summary>
    public string? To { get; init; }

    /// <summary>The format: <c>csv</c> or <c>xlsx</c>; csv if omitted.</summary>
    public string Format { get; init; } = "csv";

    /// <summary>Whether a CSV file begins with a byte order mark, which tells spreadsheets that it is UTF-8. True if omitted; programs may want false.</summary>
    public bool Bom { get; init; } = true;

    internal bool IsWorkbook => Format == "xlsx";

    internal (DateTime From, DateTime To) Read(FieldReader fields)
    {
        var (from, to) = (Moment(fields, "from", From), Moment(fields, "to", To));
        fields.Check("to", from <= to, FieldErrorText.MustBe("to", "equal to from, or later"));
        fields.Check("format", Format is "csv" or "xlsx", FieldErrorText.MustBe("format", FieldErrorText.OneOf("csv", "xlsx")));
        return (from, to);
    }

    private static DateTime Moment(FieldReader fields, string field, string? text)
    {
        fields.Check(field, text is not null, FieldErrorText.Missing(field));
        return fields.Time(field, text) ?? default;
    }
}
