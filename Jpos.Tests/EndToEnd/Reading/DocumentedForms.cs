using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Jpos.Tests.EndToEnd.Reading;

/// <summary>The text forms that the documents promise, written down once more: the tests must not learn them from the code.</summary>
internal static partial class DocumentedForms
{
    private const string Numbers = @"(0|[1-9]\d{0,17})";
    private const string Day = @"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])";
    private const string Instant = Day + @"T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)?";
    private const string Digits = @"\d{12,19}";
    private const string Name = "[0-9A-Za-z]{1,15}";

    private static readonly Dictionary<string, string> Office = new()
    {
        ["card"] = Digits,
        ["cards"] = Digits,
        ["first"] = Digits,
        ["newNumber"] = Digits,
        ["number"] = Name,
        ["store"] = Name,
        ["stores"] = Name,
        ["terminal"] = Name,
        ["operatorNumber"] = Name,
        ["gender"] = "0[0-2]",
        ["mobile"] = @"1[3-9]\d{9}",
        ["idType"] = "0[1-7]",
        ["idNumber"] = @"[0-9A-Za-z()\-]{1,40}",
        ["email"] = @"([^\s@]+@[^\s@]+)?",
        ["timeZone"] = @"UTC|[A-Z][A-Za-z]+(/[A-Z][A-Za-z_+-]*[A-Za-z0-9])+",
        ["url"] = @"[Hh][Tt][Tt][Pp][Ss]://[!-?A-~]+",
        ["events"] = @"[a-z]+(\.[A-Za-z]+)+",
        ["components"] = "([0-9A-Fa-f]{2})+",
        ["checkValue"] = "[0-9A-Fa-f]{8}",
        ["pinBlock"] = "([0-9A-Fa-f]{2})+",
        ["transportKey"] = "[0-9A-Za-z-]{1,32}",
        ["from"] = $"{Day}|{Instant}",
        ["to"] = $"{Day}|{Instant}",
        ["format"] = "csv|xlsx|json",
        ["sort"] = "-?[a-z]+",
        ["after"] = @"(?!0\d)[0-9A-Za-z][0-9A-Za-z.\-]*",
        ["serial"] = @"\d{12}",
        ["subject"] = "[!-~]+",
        ["If-Match"] = "(W/)?\"[^\"]*\"|\\*",
        ["Idempotency-Key"] = "[!-~]{1,255}",
    };

    /// <summary>Lists that go on after a number or a name that is a text.</summary>
    private static readonly string[] TextKeys = ["stores", "terminals", "api-keys", "transport-keys"];

    private static readonly Dictionary<string, string> Wire = new()
    {
        ["storeNo"] = "[0-9A-Za-z]{1,15}",
        ["terminalNo"] = "[0-9A-Za-z]{1,8}",
        ["operatorNo"] = "[0-9A-Za-z]{1,8}",
        ["cardNo"] = Digits,
        ["mobileNo"] = @"1[3-9]\d{9}",
        ["consumeType"] = @"\d{1,4}",
        ["verifyCode"] = @"\d{6}",
        ["traceNo"] = @"(?!0+$)\d{1,6}",
        ["batchNo"] = @"(?!0+$)\d{1,6}",
        ["oriTraceNo"] = @"(?!0+$)\d{1,6}",
        ["oriBatchNo"] = @"(?!0+$)\d{1,6}",
        ["oriSerialNo"] = @"\d{12}",
        ["oriTransTime"] = @"\d{1,15}",
        ["oriTransDate"] = @"\d{8}",
        ["track2"] = @"\d{12,19}[=Dd]\d{4,24}",
        ["track3"] = "[0-9=Dd]{1,104}",
        ["password"] = "[0-9A-Fa-f]{16}([0-9A-Fa-f]{16})?",
        ["idType"] = "0[1-7]",
        ["idNo"] = @"[0-9A-Za-z()\-]{1,40}",
        ["vaucher"] = @"(?s)[\[{].*[\]}]|null",
        ["ticket"] = @"(?s)[\[{].*[\]}]|null",
    };

    /// <summary>Returns whether a text is a documented way to write a value of this place. A text in a body that has no form of its own is one for people; one in a query has to have a form.</summary>
    public static bool Allows(BoundPlace place, string text) => place.IsOfTerminals ? AllowsOnWire(place.Leaf, text.Trim(' ', '\t', '\r', '\n')) : AllowsInOffice(place, text);

    /// <summary>Returns whether every character shows.</summary>
    public static bool IsVisible(string text) => text.EnumerateRunes().All(rune =>
        rune != Rune.ReplacementChar
        && rune.Value is not (0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x180B or 0x180C or 0x180D or 0x180F or 0x2800 or 0x3164 or 0xFFA0)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate));

    private static bool AllowsInOffice(BoundPlace place, string text)
    {
        var type = place.Item;
        return type.IsEnum ? Enum.GetNames(type).Any(name => char.ToLowerInvariant(name[0]) + name[1..] == text)
            : type == typeof(long) || type == typeof(int) ? Is(text, Numbers)
            : type == typeof(decimal) ? Number().IsMatch(text)
            : type == typeof(bool) ? text is "true" or "false"
            : type == typeof(DateOnly) ? Is(text, Day)
            : type == typeof(DateTimeOffset) ? Is(text, Instant)
            : type != typeof(string) ? false
            : place is { Leaf: "number", Path: ['/', 'a', 'p', 'i', '/', 'v', '1', '/', 'c', 'a', 'r', 'd', 's', ..] } ? Is(text, Digits)
            : place is { Leaf: "name", Path: ['/', 'a', 'p', 'i', '/', 'v', '1', '/', 't', 'r', 'a', 'n', 's', 'p', 'o', 'r', 't', ..] } ? Is(text, Office["transportKey"])
            : place is { Leaf: "after" } && TextKeys.Any(list => place.Path == $"/api/v1/{list}") ? Is(text, "[0-9A-Za-z-]+")
            : Office.TryGetValue(place.Leaf, out var form) ? Is(text, form)
            : place.Source is not Source.Query && IsVisible(text);
    }

    /// <summary>What is no amount is read as one that is wrong: it is answered 13, but only where the order of the codes comes to the amount (protocol §2).</summary>
    private static bool AllowsOnWire(string field, string text) =>
        text.Length == 0
        || (field.EndsWith("Count", StringComparison.Ordinal) ? Is(text, @"\d{1,9}(\.0+)?")
            : Wire.TryGetValue(field, out var form) ? Is(text, form)
            : IsVisible(text));

    private static bool Is(string text, string form) => Regex.IsMatch(text, $@"\A(?:{form})\z", RegexOptions.ECMAScript) && IsVisible(text);

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,18})?\z")]
    private static partial Regex Number();
}
