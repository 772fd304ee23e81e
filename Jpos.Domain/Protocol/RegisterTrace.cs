using System.Diagnostics.CodeAnalysis;

namespace Jpos.Domain.Protocol;

/// <summary>The till's own number of a sale, <c>registerTraceNo</c>: any 1 to 64 printable characters. The protocol gives it no form; the limit is the host's.</summary>
public sealed record RegisterTrace
{
    public const int Longest = 64;

    private RegisterTrace(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out RegisterTrace? trace)
    {
        trace = text is { Length: > 0 and <= Longest } && !text.Any(char.IsControl) ? new RegisterTrace(text) : null;
        return trace is not null;
    }

    /// <exception cref="FormatException">The text is empty, too long or not printable.</exception>
    public static RegisterTrace Of(string text) => TryParse(text, out var trace) ? trace : throw new FormatException("Not a register trace number.");

    public override string ToString() => Value;
}

/// <summary>A time in a request, <c>oriTransTime</c>: Unix seconds, or milliseconds above 99 999 999 999 (protocol §1). It is never used to find anything.</summary>
public sealed record RequestTime
{
    private const long LargestSeconds = 99_999_999_999;

    // 9999-12-31T23:59:59Z, the last instant that a DateTime holds.
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

        var value = long.Parse(text!, System.Globalization.CultureInfo.InvariantCulture);
        var seconds = value > LargestSeconds ? value / 1000 : value;
        time = seconds <= LastInstantSeconds ? new RequestTime(DateTime.UnixEpoch.AddSeconds(seconds)) : null;
        return time is not null;
    }
}
