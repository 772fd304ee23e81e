namespace Jpos.Tests.EndToEnd.Reading;

/// <summary>Texts that parsers of a framework take for something, or stumble over. One list for all places.</summary>
internal static class HostileTexts
{
    /// <summary>Texts that have nothing to do with the place's own value.</summary>
    public static readonly string[] Foreign =
    [
        "", " ", "\t", "\r\n", "\0", "\u0007", "\u200B", "\uFEFF", "\u202E", "\u2066x\u2069", "\u2028", "\u2029", "\u00AD", "\u0085", "a\uD800", "\uDC00a", "\uD83D", "null", "undefined", "NaN", "Infinity", "-Infinity",
        "-1", "+1", "-0", "00", "007", "0x5", "0x1F", "1e2", "1E+2", "1e400", "1e-400", "1,000", "1.000,00", "1.", ".5", "1.0", "1 000", "１２", "١٢", "Ⅳ", "½", "9223372036854775808", "99999999999999999999999999999999", "0.0000000000000000000000000001",
        "2", "0", "-2147483649", "4294967296",
        "True", "TRUE", "true,false", "on", "yes",
        "ACTIVE", "Active", "active,frozen", "active, frozen", "active|frozen", "Off", "off,required", "gold,platinum", "None", "none", "consume,refund", "Down",
        "11/01/2026", "2026年11月29日", "2026-11", "2026-2-3", "2026-02-30", "20261130", "2026-W01-1", "2026-334", "30.11.2026", "2026-11-30 08:00", "2026-11-30T08:00:00+0800", "2026-11-30T24:00:00Z", "2026-11-30T08:00:60Z", "2026-11-30T08:00:00.Z",
        "2026-11-30T08:00Z\0", "Mon, 30 Nov 2026 08:00:00 GMT", "0000-00-00", "9999-12-31T23:59:59.9999999-14:00", "１２３４-０１-０１", "today", "now",
        "america/new_york", "Asia/Shanghai ", "China Standard Time", "GMT+8", "../../etc/passwd", "..", "a/b", "a%00b", "%", "%zz", "'; DROP TABLE \"Cards\"; --", "<script>alert(1)</script>", "{}", "[]", "[1]", "\"", "\\", "{\"id\":1}", "javascript:alert(1)", "file:///etc/passwd",
        "http://169.254.169.254/", "https://user:pass@example.org/", "a@b@c", "*", "W/\"a\"", "\"unclosed",
    ];

    /// <summary>Values of JSON that are of another kind, as they stand in a body.</summary>
    public static readonly string[] Json =
    [
        "null", "true", "false", "0", "1", "2", "-1", "-0", "1.0", "1.50", "0.001", "1e2", "1E400", "1e-400", "9223372036854775807", "9223372036854775808", "79228162514264337593543950336", "0.00000000000000000000000000000000000001", "2147483648",
        "[]", "{}", "[[]]", "[null]", "[0]", "[\"\"]", "[{}]", "{\"a\":1}", "{\"value\":\"active\"}", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u202e\"", "01", "+1", "1.", ".1", "NaN", "Infinity", "'active'", "undefined", "0x5", "\"a", "1 2",
    ];

    /// <summary>Returns what a value becomes when one thing about it is wrong.</summary>
    public static IEnumerable<string> Near(string value) =>
    [
        " " + value, value + " ", "\t" + value, value + "\n", value + "\0", "\0" + value, value + "\u200B", "\uFEFF" + value, value + "\u202E", value + "\u00A0", "\u3000" + value, value + "\uD800",
        $"{value},{value}", $"{value};{value}", $"[{value}]", $"\"{value}\"", value.ToUpperInvariant(), "0" + value, "+" + value, "-" + value, value + ".0", value + "e0", "0x" + value, Wide(value),
        value.Length > 1 ? $"{value[..1]} {value[1..]}" : "a a", value + new string('0', 300), string.Concat(Enumerable.Repeat("𠮷", 600)), string.Concat(Enumerable.Repeat(value, 50)),
    ];

    private static string Wide(string value) => string.Concat(value.Select(letter => letter is > ' ' and <= '~' ? (char)(letter + 0xFEE0) : letter));
}
