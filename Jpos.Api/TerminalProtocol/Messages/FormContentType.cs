using System.Text;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>
/// The layout and the encoding of a form, from its <c>Content-Type</c> (<see href="docs/protocol.md#1-transport">protocol §1</see>). Old clients write the header in many harmless ways, so this parser is more lenient than the framework's.
/// </summary>
internal sealed class FormContentType
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data";

    /// <summary>Charsets that are read as UTF-8. Old clients label UTF-8 as ASCII or Latin 1; the bytes must be UTF-8 all the same.</summary>
    private static readonly HashSet<string> NamesOfUtf8 = new(StringComparer.OrdinalIgnoreCase) { "utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "latin1" };

    private static readonly HashSet<string> NamesOfChinese = new(StringComparer.OrdinalIgnoreCase) { "gbk", "gb2312", "gb18030" };

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private FormContentType(string? boundary, Encoding encoding)
    {
        Boundary = boundary;
        Encoding = encoding;
    }

    /// <summary>The boundary of a multipart form; null for a URL-encoded one.</summary>
    public string? Boundary { get; }

    /// <summary>Decodes the values. Throws <see cref="DecoderFallbackException"/> for invalid bytes.</summary>
    public Encoding Encoding { get; }

    /// <summary>Reads the header.</summary>
    /// <returns>The error; null if the header is valid.</returns>
    public static string? Read(string? header, out FormContentType? type)
    {
        type = null;
        var parts = (header ?? "").Split(';', StringSplitOptions.TrimEntries);
        var isMultipart = parts[0].Equals(Multipart, StringComparison.OrdinalIgnoreCase);
        if (!isMultipart && !parts[0].Equals(UrlEncoded, StringComparison.OrdinalIgnoreCase))
        {
            return $"The body must be a form: {UrlEncoded} or {Multipart}.";
        }

        var boundary = ValueOf(parts, "boundary");
        if (isMultipart && string.IsNullOrEmpty(boundary))
        {
            return "The Content-Type of a multipart form must have a boundary.";
        }

        var encoding = EncodingOf(ValueOf(parts, "charset"));
        if (encoding is null)
        {
            return "The form must be in UTF-8, GBK, GB2312 or GB18030.";
        }

        type = new FormContentType(isMultipart ? boundary : null, encoding);
        return null;
    }

    /// <summary>Returns the encoding of a charset's name: UTF-8 if there is no name, null if the charset is not supported.</summary>
    public static Encoding? EncodingOf(string? charset) => charset switch
    {
        null or "" => Utf8,
        _ when NamesOfUtf8.Contains(charset) => Utf8,
        _ when NamesOfChinese.Contains(charset) => CodePagesEncodingProvider.Instance.GetEncoding(charset, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
        _ => null,
    };

    private static string? ValueOf(string[] parts, string name) => parts
        .Skip(1)
        .Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries))
        .Where(pair => pair.Length == 2 && pair[0].Equals(name, StringComparison.OrdinalIgnoreCase))
        .Select(pair => pair[1].Trim('"'))
        .FirstOrDefault();
}
