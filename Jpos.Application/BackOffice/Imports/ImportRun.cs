using Jpos.Application.Throttling;
using Jpos.Domain.Imports;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>Brings in a file some lines at a time, so that messages come in between, and a run that is cut off goes on where it stopped.</summary>
public sealed class ImportRun(IMediator mediator, TerminalTraffic traffic)
{
    /// <summary>On an engine with one writer, payments wait until so many lines are written.</summary>
    public const int LinesInUnit = 500;

    /// <summary>A unit that ends among the rows of one card goes on to their end, up to so many lines.</summary>
    private const int MostLinesInUnit = 2 * LinesInUnit;

    /// <summary>Which columns a file may have.</summary>
    public static ImportColumns ColumnsOf(ImportKind kind) => kind switch
    {
        ImportKind.Cards => CardImport.Columns,
        ImportKind.Tickets => TicketImport.Columns,
        ImportKind.Members => MemberImport.Columns,
        _ => throw Unknown(kind),
    };

    /// <summary>Runs to the end of the file. Of a file that was brought in before, it says what came of it.</summary>
    /// <param name="caller">Who wants it.</param>
    /// <param name="requestKey">The caller's own key of the request; null for none.</param>
    /// <param name="kind">What the lines are.</param>
    /// <param name="file">The file.</param>
    /// <param name="progress">Is told each time that some lines are done; null for nobody.</param>
    /// <param name="cancellation">Gives up: what is done stays done.</param>
    public async Task<CommandResult<ImportView>> Run(Caller caller, string? requestKey, ImportKind kind, IImportFile file, Action<ImportView>? progress, CancellationToken cancellation)
    {
        var result = await mediator.Send(new BeginImport(kind, file.Digest, file.Charset, file.Lines) { Caller = caller, IdempotencyKey = requestKey }, cancellation);
        if (result.Problem is not null)
        {
            return result;
        }

        // What is answered to a repeat is how it was at first.
        var view = (await mediator.Send(new GetImport(caller, result.View!.Id), cancellation))!;
        progress?.Invoke(view);
        var pace = new BackgroundThrottle(traffic);
        foreach (var lines in Units(kind, file.After(view.LinesDone)))
        {
            // Somebody else may be bringing in the same file, and be ahead.
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

    /// <summary>Decides on all lines, and brings in none. It knows nothing of an import of the file that has begun.</summary>
    /// <param name="kind">What the lines are.</param>
    /// <param name="file">The file.</param>
    /// <param name="fault">Is told of each bad record, in the order of the file.</param>
    /// <param name="progress">Is told each time that some lines are done, how far it is; null for nobody.</param>
    /// <param name="cancellation">Gives up.</param>
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

    /// <summary>Parts a file into units of work. The rows of one card stay together.</summary>
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
