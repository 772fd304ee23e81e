namespace Jpos.Tests.EndToEnd.Reading;

/// <summary>Texts that parsers of a framework take for something, or stumble over. One list for all places.</summary>
internal static class HostileTexts
{
    /// <summary>Texts that have nothing to do with the place's own value.</summary>
    public static readonly string[] Foreign =
    [
        "", " ", "\0", "\u0007", "\u200B", "\u2028", "a\uD800", "null", "NaN", "-1", "007", "0x5", "1e2", "1,000", "1.0", "１２", "99999999999999999999999999999999", "2", "4294967296",
        "True", "true,false", "ACTIVE", "active,frozen", "off,required", "gold,platinum", "None",
        "11/01/2026", "2026年11月29日", "2026-11", "2026-02-30", "20261130", "2026-11-30 08:00", "2026-11-30T08:00:00+0800", "9999-12-31T23:59:59.9999999-14:00",
        "america/new_york", "a%00b", "'; DROP TABLE \"Cards\"; --", "[1]", "https://user:pass@example.org/",
    ];

    /// <summary>Values of JSON that are of another kind, as they stand in a body.</summary>
    public static readonly string[] Json =
    [
        "null", "true", "1", "-1", "1.50", "1e2", "9223372036854775808", "0.00000000000000000000000000000000000001", "[]", "{}", "[null]", "[0]", "\"\\u0000\"", "01", "NaN", "1/**/", "[1,]",
    ];

    /// <summary>Returns what a value becomes when one thing about it is wrong.</summary>
    public static IEnumerable<string> Near(string value) =>
    [
        " " + value, value + "\n", value + "\0", value + "\u202E", value + "\u3164", value + "\u2800", "\uFEFF" + value, $"{value},{value}", value.ToUpperInvariant(), "0" + value, "+" + value, value + "e0", Wide(value),
        value.Length > 1 ? $"{value[..1]} {value[1..]}" : "a a", string.Concat(Enumerable.Repeat("𠮷", 300)),
    ];

    private static string Wide(string value) => string.Concat(value.Select(letter => letter is > ' ' and <= '~' ? (char)(letter + 0xFEE0) : letter));
}
