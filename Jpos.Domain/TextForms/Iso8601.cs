using System.Globalization;

namespace Jpos.Domain.TextForms;

/// <summary>Days and instants as every door writes and reads them (ISO 8601, extended form).</summary>
public static class Iso8601
{
    private const string DayForm = "yyyy-MM-dd";

    private static readonly string[] InstantForms = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Returns a day, <c>2026-11-30</c>.</summary>
    public static bool TryParseDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>Returns an instant, UTC: <c>2026-11-30T08:00:00Z</c>. Without an offset it is taken as UTC.</summary>
    public static bool TryParseInstant(string? text, out DateTime utc)
    {
        var isInstant = DateTimeOffset.TryParseExact(text, InstantForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) && text!.IndexOf('\0', StringComparison.Ordinal) < 0;
        utc = isInstant ? instant.UtcDateTime : default;
        return isInstant;
    }

    /// <summary>Returns the text of a day.</summary>
    public static string Of(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);
}
