namespace Jpos.Domain.Protocol;

/// <summary>A time in a request, <c>oriTransTime</c>: Unix seconds, or milliseconds above 99 999 999 999 (<see href="docs/protocol.md#1-transport">protocol §1</see>). No search uses it.</summary>
[TextForm("a Unix time in seconds or milliseconds")]
public sealed record RequestTime
{
    private const long LargestSeconds = 99_999_999_999;

    // 9999-12-31T23:59:59Z, the last second of a DateTime.
    private const long LastInstantSeconds = 253_402_300_799;

    private RequestTime(DateTime utc) => Utc = utc;

    public DateTime Utc { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out RequestTime? time)
    {
        time = null;
        if (!Ascii.AreDigits(text, 1, 15))
        {
            return false;
        }

        var value = long.Parse(text!, CultureInfo.InvariantCulture);
        var seconds = value > LargestSeconds ? value / 1000 : value;
        time = seconds <= LastInstantSeconds ? new RequestTime(DateTime.UnixEpoch.AddSeconds(seconds)) : null;
        return time is not null;
    }
}
