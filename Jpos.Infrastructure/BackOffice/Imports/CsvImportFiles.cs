using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Jpos.Application.Throttling;
using Jpos.Domain.Text;
using Jpos.Infrastructure.Files;

namespace Jpos.Infrastructure.BackOffice.Imports;

/// <summary>Opens CSV files (RFC 4180) in UTF-8, with or without a byte order mark, or in a named encoding.</summary>
internal sealed class CsvImportFiles(TerminalTraffic traffic) : IImportFiles
{
    private const int LongestName = 40;

    public async Task<(IImportFile? File, string? Error)> Keep(Stream file, ImportColumns columns, Encoding encoding, CancellationToken cancellation)
    {
        var copy = PrivateFile.MakeTemporary();
        try
        {
            await file.CopyToAsync(copy, cancellation);
            copy.Position = 0;
            var digest = await SHA256.HashDataAsync(copy, cancellation);
            var (kept, error) = await Check(copy, encoding, digest, columns, cancellation);
            if (kept is null)
            {
                await copy.DisposeAsync();
            }

            return (kept, error);
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }

    private async Task<(CsvImportFile? File, string? Error)> Check(FileStream copy, Encoding encoding, byte[] digest, ImportColumns columns, CancellationToken cancellation)
    {
        try
        {
            var most = columns.All.Count();
            if (CsvImportFile.Header(copy, encoding, most) is not { } header)
            {
                return Refuse("The file is empty.");
            }

            if ((header.Error ?? WrongHeader(header.Fields, columns)) is { } wrong)
            {
                return Refuse($"Line 1: {wrong}");
            }

            var (rows, hasRecord, pace) = (0, false, new BackgroundThrottle(traffic));
            foreach (var read in CsvImportFile.Read(copy, encoding, header.Fields))
            {
                rows = read.RowsThrough;
                hasRecord |= !read.IsBlank;
                await pace.Pause(cancellation);
            }

            return hasRecord ? (new CsvImportFile(copy, encoding, digest, header.Fields, rows), null) : Refuse("The file has no row after its header.");
        }
        catch (DecoderFallbackException)
        {
            return Refuse($"The file is not in {(encoding.CodePage == Encoding.UTF8.CodePage ? "UTF-8. A spreadsheet may have saved it in GBK: then name the charset, as in text/csv; charset=gbk over HTTP or --charset gbk of the command" : "GB18030")}.");
        }
    }

    private static string? WrongHeader(IReadOnlyList<string> header, ImportColumns columns)
    {
        for (var place = 0; place < header.Count; place++)
        {
            if (!columns.All.Contains(header[place]))
            {
                var named = IsName(header[place]) ? $" ({header[place]})" : "";
                var meant = named.Length > 0 && NearestName.Of(header[place], columns.All) is { } nearest ? $"{named} is not known. Did you mean {nearest}?" : $"{named} is not known.";
                return string.Create(CultureInfo.InvariantCulture, $"column {place + 1}{meant} Known are {string.Join(", ", columns.All)}, separated by commas.");
            }
        }

        var missing = columns.Required.Except(header).ToList();
        var twice = header.GroupBy(name => name, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key).ToList();
        return missing.Count > 0 ? $"{string.Join(", ", missing)} is missing."
            : twice.Count > 0 ? $"{string.Join(", ", twice)} is there twice."
            : null;
    }

    /// <summary>Returns whether a text is a known column name. In a file without a header it may be personal data, which errors must not repeat.</summary>
    private static bool IsName(string text) => text is { Length: > 0 and <= LongestName } && text.All(letter => char.IsAsciiLetter(letter) || letter is ' ' or '_' or '-');

    private static (CsvImportFile? File, string Error) Refuse(string why) => (null, why);
}
