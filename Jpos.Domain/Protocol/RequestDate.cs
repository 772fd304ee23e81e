namespace Jpos.Domain.Protocol;

/// <summary>A business day in a request, <c>oriTransDate</c>: yyyyMMdd (<see href="docs/protocol.md#1-transport">protocol §1</see>).</summary>
[TextForm("a day as yyyyMMdd, such as 20261130")]
public sealed record RequestDate
{
    private RequestDate(DateOnly day) => Day = day;

    public DateOnly Day { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out RequestDate? date)
    {
        date = Ascii.AreDigits(text, 8, 8)
            && DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new RequestDate(day)
            : null;
        return date is not null;
    }
}
