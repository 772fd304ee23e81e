using System.Globalization;
using System.Text;
using CsvHelper;
using Jpos.Application.Throttling;
using Jpos.Infrastructure.Files;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace Jpos.Infrastructure.BackOffice.Exports;

/// <summary>CSV as RFC 4180 has it, and workbooks of Office Open XML. Neither holds more than some rows in memory.</summary>
/// <param name="mostRows">How many rows a sheet may have, the header among them.</param>
/// <param name="traffic">Whether payments need the processor.</param>
internal sealed class TableWriter(int mostRows, TerminalTraffic traffic) : ITableWriter
{
    /// <summary>What a sheet has room for, the header among them.</summary>
    public const int RoomOfSheet = 1_048_576;

    /// <summary>A spreadsheet takes a text that begins so for a formula, or may once its blanks are gone (OWASP, CSV injection).</summary>
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

            // The header is a row like others: of a table without rows it would be left out.
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

    /// <summary>A sheet is full. It ends in this class.</summary>
    private sealed class TooManyRowsException : Exception;
}
