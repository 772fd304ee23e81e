using System.Globalization;
using System.Text;
using CsvHelper;
using Jpos.Application.Throttling;
using Jpos.Infrastructure.Files;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace Jpos.Infrastructure.BackOffice.Exports;

/// <summary>Writes export tables as CSV (RFC 4180) and as Office Open XML workbooks. Both are streamed, so that memory use does not grow with the table.</summary>
/// <param name="mostRows">The most rows of a sheet, including the header.</param>
/// <param name="traffic">Tells whether terminals are sending messages.</param>
internal sealed class TableWriter(int mostRows, TerminalTraffic traffic) : ITableWriter
{
    /// <summary>The most rows of a sheet, including the header.</summary>
    public const int RoomOfSheet = 1_048_576;

    /// <summary>Characters that make a spreadsheet read a text as a formula, at once or after trimming (OWASP, CSV injection).</summary>
    private const string BeginningsOfFormulas = "=+-@\t\r";

    public async Task WriteCsv(ExportTable table, Stream to, bool withMark, CancellationToken cancellation)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: withMark), leaveOpen: true);
        await using var csv = new CsvWriter(text, CultureInfo.InvariantCulture, leaveOpen: true);
        await Write(csv, table.Columns);
        var pace = new BackgroundThrottle(traffic);
        await foreach (var row in table.Rows.WithCancellation(cancellation))
        {
            await Write(csv, row);
            await pace.Pause(cancellation);
        }
    }

    public async Task<Stream?> MakeWorkbook(ExportTable table, CancellationToken cancellation)
    {
        var file = PrivateFile.MakeTemporary();
        try
        {
            var places = Enumerable.Range(0, table.Columns.Count).Select(place => place.ToString(CultureInfo.InvariantCulture)).ToArray();
            var counted = 0;
            var layout = new OpenXmlConfiguration { DynamicColumns = [.. places.Where((_, index) => table.Instants.Contains(table.Columns[index])).Select(InstantColumn)] };
            await MiniExcel.SaveAsAsync(file, Rows(), printHeader: false, sheetName: table.Name, configuration: layout, cancellationToken: cancellation);
            file.Position = 0;
            return file;

            // The header is written as an ordinary row, because the writer omits the header of a table without rows.
            async IAsyncEnumerable<Dictionary<string, object?>> Rows()
            {
                yield return Row([.. table.Columns.Select(column => table.Instants.Contains(column) ? $"{column} ({table.Zone.Id})" : column)]);
                var pace = new BackgroundThrottle(traffic);
                await foreach (var row in table.Rows.WithCancellation(cancellation))
                {
                    await pace.Pause(cancellation);
                    yield return ++counted < mostRows ? Row(row) : throw new TooManyRowsException();
                }
            }

            Dictionary<string, object?> Row(IReadOnlyList<object?> row) => new(places.Select((place, index) => KeyValuePair.Create(place, row[index] is DateTime instant ? TimeZoneInfo.ConvertTimeFromUtc(instant, table.Zone) : row[index])));
        }
        catch (TooManyRowsException)
        {
            await file.DisposeAsync();
            return null;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static DynamicExcelColumn InstantColumn(string place) => new(place) { Index = int.Parse(place, CultureInfo.InvariantCulture), Format = "yyyy-mm-dd hh:mm:ss", Width = 20 };

    private static Task Write(CsvWriter csv, IReadOnlyList<object?> row)
    {
        foreach (var field in row)
        {
            csv.WriteField(Field(field));
        }

        return csv.NextRecordAsync();
    }

    private static string Field(object? value) => value switch
    {
        null => "",
        string text => text.Length > 0 && BeginningsOfFormulas.Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text,
        bool claim => claim ? "true" : "false",
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal amount => amount.ToString("0.######", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"A table has no room for {value.GetType()}."),
    };

    /// <summary>Signals that a sheet is full. It never leaves this class.</summary>
    private sealed class TooManyRowsException : Exception;
}
