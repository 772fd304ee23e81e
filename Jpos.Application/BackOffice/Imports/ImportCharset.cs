using System.Text;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>The supported encodings of files, by their documented names.</summary>
public static class ImportCharset
{
    /// <summary>The names, one for each documented spelling.</summary>
    public static IReadOnlyList<string> Names { get; } = ["utf-8", "gbk", "gb2312", "gb18030"];

    /// <summary>UTF-8, the default encoding.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    /// <summary>Returns the encoding of a name; null if it is not supported. Its decoder throws for malformed bytes.</summary>
    /// <param name="name">The name, in any case; null or empty for UTF-8.</param>
    public static Encoding? Of(string? name) => (name ?? "").ToLowerInvariant() switch
    {
        "" or "utf-8" or "utf8" => Utf8,
        "gbk" or "gb2312" or "gb18030" => CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
        _ => null,
    };
}
