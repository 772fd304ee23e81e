namespace Jpos.Api.BackOffice.Exports;

/// <summary>Of which time something is exported, and in which form.</summary>
public sealed record ExportQuery
{
    /// <summary>From this moment on: ISO 8601, UTC unless it says otherwise.</summary>
    public string? From { get; init; }

    /// <summary>Up to this moment, which is not in it: ISO 8601, UTC unless it says otherwise.</summary>
    public string? To { get; init; }

    /// <summary><c>csv</c> or <c>xlsx</c>; csv if left out.</summary>
    public string Format { get; init; } = "csv";

    /// <summary>A CSV file begins with a byte order mark, by which spreadsheets know that it is UTF-8; true if left out. Programs may want false.</summary>
    public bool Bom { get; init; } = true;

    internal bool IsWorkbook => Format == "xlsx";

    internal (DateTime From, DateTime To) Read(FieldReader fields)
    {
        var (from, to) = (Moment(fields, "from", From), Moment(fields, "to", To));
        fields.Check("to", from <= to, FieldErrorText.MustBe("to", "from or later"));
        fields.Check("format", Format is "csv" or "xlsx", FieldErrorText.MustBe("format", FieldErrorText.OneOf("csv", "xlsx")));
        return (from, to);
    }

    private static DateTime Moment(FieldReader fields, string field, string? text)
    {
        fields.Check(field, text is not null, FieldErrorText.Missing(field));
        return fields.Time(field, text) ?? default;
    }
}
