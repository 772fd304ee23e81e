using System.Text;

namespace Jpos.Infrastructure.BackOffice.Imports;

/// <summary>An import file over the copy that was validated.</summary>
internal sealed class CsvImportFile(FileStream copy, Encoding encoding, byte[] digest, IReadOnlyList<string> header, int lines) : IImportFile
{
    private const char ByteOrderMark = '\uFEFF';

    public byte[] Digest => digest;

    public string Charset => encoding.WebName.ToLowerInvariant();

    public int Lines => lines;

    public IImportKeyIndex MakeMemory() => new TemporaryKeyIndex();

    public IEnumerable<ImportRow> After(int rows) => Read(copy, encoding, header).Where(read => read.RowsThrough > rows);

    /// <summary>Reads the header; null if the file is empty.</summary>
    public static ImportRow? Header(FileStream file, Encoding encoding, int mostColumns)
    {
        using var text = Open(file, encoding);
        return new CsvRecords(text).Read(null, mostColumns + 1);
    }

    /// <summary>Reads all records after the header, including blank lines.</summary>
    public static IEnumerable<ImportRow> Read(FileStream file, Encoding encoding, IReadOnlyList<string> header)
    {
        using var text = Open(file, encoding);
        var records = new CsvRecords(text);
        records.Read(null, header.Count);
        while (records.Read(header, header.Count + 1) is { } record)
        {
            yield return record;
        }
    }

    public void Dispose() => copy.Dispose();

    private static StreamReader Open(FileStream file, Encoding encoding)
    {
        file.Position = 0;
        var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        if (text.Peek() == ByteOrderMark)
        {
            // The reader skips the byte order mark of UTF-8 only.
            text.Read();
        }

        return text;
    }
}
