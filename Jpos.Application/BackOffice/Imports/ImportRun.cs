using Jpos.Application.Throttling;
using Jpos.Domain.Imports;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>Imports a file in portions, so that messages run in between and an interrupted import can be resumed.</summary>
public sealed class ImportRun(IMediator mediator, TerminalTraffic traffic)
{
    /// <summary>The rows of one portion. On an engine with a single writer, payments wait while they are written.</summary>
    public const int LinesInUnit = 500;

    /// <summary>The most rows of a portion that is extended to the end of a card's rows.</summary>
    private const int MostLinesInUnit = 2 * LinesInUnit;

    /// <summary>Returns the columns of a kind of file.</summary>
    public static ImportColumns ColumnsOf(ImportKind kind) => kind switch
    {
        ImportKind.Cards => CardImport.Columns,
        ImportKind.Tickets => TicketImport.Columns,
        ImportKind.Members => MemberImport.Columns,
        _ => throw Unknown(kind),
    };

    /// <summary>Runs to the end of the file. For a file that was imported before, returns the stored result.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="requestKey">The idempotency key; null if none.</param>
    /// <param name="kind">The kind of the file.</param>
    /// <param name="file">The file.</param>
    /// <param name="progress">Called after each portion; null for no progress.</param>
    /// <param name="cancellation">Cancels the run; finished portions stay.</param>
    public async Task<CommandResult<ImportView>> Run(Caller caller, string? requestKey, ImportKind kind, IImportFile file, Action<ImportView>? progress, CancellationToken cancellation)
    {
        var result = await mediator.Send(new BeginImport(kind, file.Digest, file.Charset, file.Lines) { Caller = caller, IdempotencyKey = requestKey }, cancellation);
        if (result.Problem is not null)
        {
            return result;
        }

        // A repeat of the request must get the first answer.
        var view = (await mediator.Send(new GetImport(caller, result.View!.Id), cancellation))!;
        progress?.Invoke(view);
        var pace = new BackgroundThrottle(traffic);
        foreach (var lines in Units(kind, file.After(view.LinesDone)))
        {
            // Another host may be importing the same file and be ahead.
            if (lines[^1].RowsThrough > view.LinesDone)
            {
                var done = await mediator.Send<CommandResult<ImportView>>(Lines(kind, view.Id, lines, caller), cancellation);
                if (done.Problem is not null)
                {
                    return done;
                }

                view = done.View!;
                progress?.Invoke(view);
            }

            await pace.Pause(cancellation);
        }

        return view;
    }

    /// <summary>Validates all rows without importing any. It ignores an import of the file that has begun.</summary>
    /// <param name="kind">The kind of the file.</param>
    /// <param name="file">The file.</param>
    /// <param name="fault">Called for each rejected record, in the order of the file.</param>
    /// <param name="progress">Called after each portion with the progress; null for no progress.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async Task<LineCount> Check(ImportKind kind, IImportFile file, Func<ImportErrorView, Task> fault, Action<int>? progress, CancellationToken cancellation)
    {
        using var earlier = file.MakeMemory();
        var count = LineCount.None;
        var pace = new BackgroundThrottle(traffic);
        foreach (var lines in Units(kind, file.After(0)))
        {
            var records = lines.Where(line => !line.IsBlank).ToList();
            var some = await mediator.Send(Checking(kind, records, earlier), cancellation);
            earlier.Add(some.Keys);
            count += LineCount.Of(lines, some.Bad);
            foreach (var bad in some.Bad)
            {
                await fault(bad.In(records));
            }

            progress?.Invoke(lines[^1].RowsThrough);
            await pace.Pause(cancellation);
        }

        return count;
    }

    /// <summary>Divides a file into portions. Rows of one card stay together.</summary>
    private static IEnumerable<IReadOnlyList<ImportRow>> Units(ImportKind kind, IEnumerable<ImportRow> lines)
    {
        var unit = new List<ImportRow>(LinesInUnit);
        foreach (var line in lines)
        {
            var isFull = unit.Count >= LinesInUnit && !(kind is ImportKind.Cards && unit.Count < MostLinesInUnit && CardRows.Continues(line, unit[^1]));
            if (isFull)
            {
                yield return unit;
                unit = new List<ImportRow>(LinesInUnit);
            }

            unit.Add(line);
        }

        if (unit.Count > 0)
        {
            yield return unit;
        }
    }

    private static Query<DryRunResult> Checking(ImportKind kind, IReadOnlyList<ImportRow> lines, IImportKeyIndex earlier) => kind switch
    {
        ImportKind.Cards => new CheckCards(lines, earlier),
        ImportKind.Tickets => new CheckTickets(lines),
        ImportKind.Members => new CheckMembers(lines, earlier),
        _ => throw Unknown(kind),
    };

    private static Command<ImportView> Lines(ImportKind kind, long import, IReadOnlyList<ImportRow> lines, Caller caller) => kind switch
    {
        ImportKind.Cards => new ImportCards(import, lines) { Caller = caller },
        ImportKind.Tickets => new ImportTickets(import, lines) { Caller = caller },
        ImportKind.Members => new ImportMembers(import, lines) { Caller = caller },
        _ => throw Unknown(kind),
    };

    private static InvalidOperationException Unknown(ImportKind kind) => new($"Nobody knows lines of {kind}.");
}
