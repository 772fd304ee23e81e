using Jpos.Domain.TextForms;

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

    internal (DateTime From, DateTime To) Read(Faults faults)
    {
        var (from, to) = (Moment(faults, "from", From), Moment(faults, "to", To));
        faults.Require("to", from <= to, FaultText.MustBe("to", "from or later"));
        faults.Require("format", Format is "csv" or "xlsx", FaultText.MustBe("format", FaultText.OneOf("csv", "xlsx")));
        return (from, to);
    }

    private static DateTime Moment(Faults faults, string field, string? text)
    {
        faults.Require(field, text is not null, FaultText.Missing(field));
        return faults.Time(field, text) ?? default;
    }
}
