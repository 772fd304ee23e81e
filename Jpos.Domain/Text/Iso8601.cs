using System.Text.RegularExpressions;

namespace Jpos.Domain.Text;

/// <summary>Days and instants in forms, JSON, CSV and settings (ISO 8601, extended form).</summary>
public static partial class Iso8601
{
    private const string DayForm = "yyyy-MM-dd";

    private static readonly string[] InstantForms = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Reads a day, <c>2026-11-30</c>.</summary>
    public static bool TryParseDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && text.Length == DayForm.Length;

    /// <summary>Reads an instant and returns it in UTC: <c>2026-11-30T08:00:00Z</c>. Without an offset, the text is UTC.</summary>
    public static bool TryParseInstant(string? text, out DateTime utc)
    {
        // The framework would also accept an offset without a colon, a trailing point, and NUL characters at the end.
        var instant = default(DateTimeOffset);
        var isInstant = text is not null && InstantShape().IsMatch(text) && DateTimeOffset.TryParseExact(text, InstantForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);
        utc = isInstant ? instant.UtcDateTime : default;
        return isInstant;
    }

    /// <summary>Returns the text of a day.</summary>
    public static string Of(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?(Z|[+-][0-9]{2}:[0-9]{2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex InstantShape();
}
