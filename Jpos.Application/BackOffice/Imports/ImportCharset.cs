using System.Text;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>The encodings that a file may be in, by the names that are documented.</summary>
public static class ImportCharset
{
    /// <summary>The names, one for each spelling that is documented.</summary>
    public static IReadOnlyList<string> Names { get; } = ["utf-8", "gbk", "gb2312", "gb18030"];

    /// <summary>UTF-8, the encoding of a file that names none.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    /// <summary>Returns the encoding of a name; null if files are not read in it. Malformed bytes make its decoder throw.</summary>
    /// <param name="name">The name, in any case; null or empty for UTF-8.</param>
    public static Encoding? Of(string? name) => (name ?? "").ToLowerInvariant() switch
    {
        "" or "utf-8" or "utf8" => Utf8,
        "gbk" or "gb2312" or "gb18030" => CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
        _ => null,
    };
}
