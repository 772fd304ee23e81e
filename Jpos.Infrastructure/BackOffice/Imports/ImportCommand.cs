using System.Globalization;
using Jpos.Application.BackOffice.Exports;
using Jpos.Application.BackOffice.Imports;
using Jpos.Application.BackOffice.Requests;
using Jpos.Domain.Imports;
using MediatR;
using Spectre.Console;

namespace Jpos.Infrastructure.BackOffice.Imports;

/// <summary>The command <c>import cards FILE</c>, and its variants for members and tickets.</summary>
/// <param name="run">Runs the import.</param>
/// <param name="files">Opens the file.</param>
/// <param name="mediator">Reads the result of the import.</param>
/// <param name="tableWriter">Writes the report.</param>
/// <param name="output">Receives the progress and the errors.</param>
internal sealed class ImportCommand(ImportRun run, IImportFiles files, IMediator mediator, ITableWriter tableWriter, TextWriter output)
{
    private const int Done = 0;

    /// <summary>Some rows were rejected, or the import or its report could not be completed.</summary>
    private const int Unfinished = 1;

    /// <summary>The file was refused, or a file could not be opened. Nothing was imported.</summary>
    private const int NoFile = 2;

    /// <summary>The number of progress lines of a run on an output without a progress bar.</summary>
    private const int Steps = 10;

    /// <param name="kind">The kind of the file.</param>
    /// <param name="path">The path of the file.</param>
    /// <param name="isDry">Whether to validate the file without writing anything.</param>
    /// <param name="charset">The name of the file's encoding; null for UTF-8.</param>
    /// <param name="report">The file that receives the rejected lines as CSV; null to print them.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> Run(ImportKind kind, string path, bool isDry, string? charset, string? report, CancellationToken cancellation)
    {
        if (ImportCharset.Of(charset) is not { } encoding)
        {
            await output.WriteLineAsync($"--charset must be one of: {string.Join(", ", ImportCharset.Names)}.");
            return NoFile;
        }

        var isRunning = false;
        try
        {
            await using var source = File.OpenRead(path);
            var (file, error) = await files.Keep(source, ImportRun.ColumnsOf(kind), encoding, cancellation);
            if (file is null)
            {
                await output.WriteLineAsync(error);
                return NoFile;
            }

            using (file)
            {
                // Opened first, so that a report that cannot be written is refused before any row is imported.
                await using var reportFile = report is null ? null : new FileStream(report, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);
                isRunning = true;
                return await (isDry ? Check(kind, file, reportFile, cancellation) : Import(kind, file, reportFile, cancellation));
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync(failure.Message);
            return isRunning ? Unfinished : NoFile;
        }
    }

    private async Task<int> Import(ImportKind kind, IImportFile file, FileStream? report, CancellationToken cancellation)
    {
        ImportView view = null!;
        await Show(kind, file.Lines, async progress => view = (await run.Run(Caller.LocalOperator, null, kind, file, done => progress(done.LinesDone), cancellation)).View!);
        var isReported = await Report((await mediator.Send(new ExportImportErrors(Caller.LocalOperator, view.Id), cancellation))!, report, cancellation);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Import {view.Id}: {view.Accepted} lines accepted, {view.Rejected} rejected, {view.Blank} blank."));
        return view.Rejected == 0 && isReported ? Done : Unfinished;
    }

    private async Task<int> Check(ImportKind kind, IImportFile file, FileStream? report, CancellationToken cancellation)
    {
        var count = LineCount.None;
        await using var faults = new ImportErrorBuffer();
        await Show(kind, file.Lines, async progress => count = await run.Check(kind, file, faults.Add, progress, cancellation));
        var isReported = await Report(ExportImportErrorsHandler.Of(faults.Read()), report, cancellation);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Dry run: {count.Accepted} lines accepted, {count.Rejected} rejected, {count.Blank} blank. Nothing was written."));
        return count.Rejected == 0 && isReported ? Done : Unfinished;
    }

    /// <summary>Shows the progress as a bar, or as occasional lines where a bar is not possible.</summary>
    private async Task Show(ImportKind kind, int lines, Func<Action<int>, Task> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (console.Profile.Out.IsTerminal)
        {
            await console.Progress()
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .StartAsync(bars =>
                {
                    var bar = bars.AddTask($"{kind}", maxValue: lines);
                    return work(done => bar.Value = done);
                });
            return;
        }

        var told = 0;
        await work(done =>
        {
            if ((long)done * Steps / lines > told)
            {
                told = (int)((long)done * Steps / lines);
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done} of {lines} lines done."));
            }
        });
    }

    /// <summary>Writes the rejected rows to the report, or prints them.</summary>
    /// <returns>Whether the report is complete.</returns>
    private async Task<bool> Report(ExportTable faults, FileStream? report, CancellationToken cancellation)
    {
        if (report is null)
        {
            await foreach (var row in faults.Rows.WithCancellation(cancellation))
            {
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Line {row[0]}: {row[2]}"));
            }

            return true;
        }

        try
        {
            if (report.Length > 0)
            {
                report.SetLength(0);
            }

            await tableWriter.WriteCsv(faults, report, withMark: true, cancellation);
            return true;
        }
        catch (IOException failure)
        {
            await output.WriteLineAsync($"The report could not be written: {failure.Message}");
            return false;
        }
    }
}
