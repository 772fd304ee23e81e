namespace Jpos.Tests.EndToEnd.Reading;

/// <summary>Texts that parsers of a framework take for something, or stumble over. One list for all places.</summary>
internal static class HostileTexts
{
    /// <summary>Texts that have nothing to do with the place's own value.</summary>
    public static readonly string[] Foreign =
    [
        "", " ", "\0", "\u0007", "\u200B", "\u202E", "\u2028", "\u00AD", "a\uD800", "\uDC00a", "null", "NaN", "Infinity",
        "-1", "-0", "007", "0x5", "1e2", "1e400", "1,000", "1.", ".5", "1.0", "１２", "١٢", "9223372036854775808", "99999999999999999999999999999999", "2", "0", "4294967296",
        "True", "true,false", "on", "ACTIVE", "active,frozen", "active, frozen", "off,required", "gold,platinum", "None", "Down",
        "11/01/2026", "2026年11月29日", "2026-11", "2026-2-3", "2026-02-30", "20261130", "2026-W01-1", "2026-11-30 08:00", "2026-11-30T08:00:00+0800", "2026-11-30T24:00:00Z", "0000-00-00", "9999-12-31T23:59:59.9999999-14:00",
        "america/new_york", "../../etc/passwd", "a/b", "a%00b", "%", "'; DROP TABLE \"Cards\"; --", "{}", "[1]", "\\", "https://user:pass@example.org/", "*", "\"unclosed",
    ];

    /// <summary>Values of JSON that are of another kind, as they stand in a body.</summary>
    public static readonly string[] Json =
    [
        "null", "true", "0", "1", "2", "-1", "1.50", "0.001", "1e2", "1E400", "9223372036854775808", "0.00000000000000000000000000000000000001", "2147483648",
        "[]", "{}", "[null]", "[0]", "[{}]", "{\"a\":1}", "\"\\u0000\"", "01", "1.", "NaN", "'active'", "\"a", "1 2", "1/**/", "[1,]",
    ];

    /// <summary>Returns what a value becomes when one thing about it is wrong.</summary>
    public static IEnumerable<string> Near(string value) =>
    [
        " " + value, value + " ", value + "\n", value + "\0", value + "\u200B", "\uFEFF" + value, "\u3000" + value,
        $"{value},{value}", value.ToUpperInvariant(), "0" + value, "+" + value, value + "e0", "0x" + value, Wide(value),
        value.Length > 1 ? $"{value[..1]} {value[1..]}" : "a a", value + new string('0', 300), string.Concat(Enumerable.Repeat("𠮷", 300)),
    ];

    private static string Wide(string value) => string.Concat(value.Select(letter => letter is > ' ' and <= '~' ? (char)(letter + 0xFEE0) : letter));
}
