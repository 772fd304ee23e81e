using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Jpos.Application.BackOffice.Imports;
using Jpos.Application.Ports;

namespace Jpos.Infrastructure.BackOffice.Imports;

/// <summary>The copy of a file that was looked through.</summary>
internal sealed class CsvImportFile(FileStream copy, byte[] digest, IReadOnlyList<string> header, int lines) : IImportFile
{
    /// <summary>Longer than any field may be; a quote that does not end would make one field of the rest of the file.</summary>
    public const int LongestField = 10_000;

    public byte[] Digest => digest;

    public int Lines => lines;

    public IEnumerable<FileLine> After(int line) => Read(copy, header).Where(read => read.Number > line);

    /// <summary>The names of the columns; null if the file is empty.</summary>
    public static IReadOnlyList<string>? Header(FileStream file)
    {
        using var parser = Parse(file, _ => { });
        return parser.Read() ? parser.Record : null;
    }

    /// <summary>All lines after the header.</summary>
    public static IEnumerable<FileLine> Read(FileStream file, IReadOnlyList<string> header)
    {
        var isTorn = false;
        using var parser = Parse(file, _ => isTorn = true);
        parser.Read();
        while (true)
        {
            var number = parser.RawRow + 1;
            isTorn = false;
            if (!parser.Read())
            {
                yield break;
            }

            var fields = parser.Record!;
            if (fields is not [] and not [""])
            {
                yield return new FileLine(number, parser.RawRow, header, fields, Fault(fields, header, isTorn));
            }
        }
    }

    public void Dispose() => copy.Dispose();

    private static string? Fault(string[] fields, IReadOnlyList<string> header, bool isTorn) =>
        isTorn ? "there is a quote in the middle of a field, or something after one that ends it."
        : fields.Length != header.Count ? string.Create(CultureInfo.InvariantCulture, $"it has {fields.Length} fields, and the header has {header.Count}.")
        : null;

    private static CsvParser Parse(FileStream file, Action<BadDataFoundArgs> torn)
    {
        file.Position = 0;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            MaxFieldSize = LongestField,
            BadDataFound = args => torn(args),
        };
        return new CsvParser(new StreamReader(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, leaveOpen: true), configuration);
    }
}
