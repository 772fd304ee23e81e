using Jpos.Application.Ports;
using Jpos.Domain.Cards;
using Jpos.Domain.Imports;
using Jpos.Domain.Protocol;
using MediatR;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>Brings in a file some lines at a time, so that messages come in between, and a run that is cut off goes on where it stopped.</summary>
public sealed class ImportRun(IMediator mediator)
{
    /// <summary>On an engine with one writer, payments wait until so many lines are written.</summary>
    public const int LinesInUnit = 500;

    /// <summary>Which columns a file may have.</summary>
    public static ImportColumns ColumnsOf(ImportKind kind) => kind switch
    {
        ImportKind.Cards => CardLines.Columns,
        ImportKind.Tickets => TicketLines.Columns,
        ImportKind.Members => MemberLines.Columns,
        _ => throw Unknown(kind),
    };

    /// <summary>Runs to the end of the file. Of a file that was brought in before, it says what came of it.</summary>
    /// <param name="caller">Who wants it.</param>
    /// <param name="requestKey">The caller's own key of the request; null for none.</param>
    /// <param name="kind">What the lines are.</param>
    /// <param name="file">The file.</param>
    /// <param name="progress">Is told each time that some lines are done; null for nobody.</param>
    /// <param name="cancellation">Gives up: what is done stays done.</param>
    public async Task<Result<ImportView>> Run(Caller caller, string? requestKey, ImportKind kind, IImportFile file, Action<ImportView>? progress, CancellationToken cancellation)
    {
        var result = await mediator.Send(new BeginImport(kind, file.Digest, file.Lines) { Caller = caller, IdempotencyKey = requestKey }, cancellation);
        if (result.Problem is not null)
        {
            return result;
        }

        // What is answered to a repeat is how it was at first.
        var view = (await mediator.Send(new LookAtImport(caller, result.View!.Id), cancellation))!;
        progress?.Invoke(view);
        var pace = new WorkPace();
        foreach (var lines in file.After(view.LinesDone).Chunk(LinesInUnit))
        {
            // Somebody else may be bringing in the same file, and be ahead.
            if (lines[^1].RowsThrough > view.LinesDone)
            {
                var done = await mediator.Send<Result<ImportView>>(Lines(kind, view.Id, lines, caller), cancellation);
                if (done.Problem is not null)
                {
                    return done;
                }

                view = done.View!;
                progress?.Invoke(view);
            }

            await pace.Rest(cancellation);
        }

        return view;
    }

    /// <summary>Decides on all lines, and brings in none. It knows nothing of an import of the file that has begun.</summary>
    /// <param name="kind">What the lines are.</param>
    /// <param name="file">The file.</param>
    /// <param name="mostFaults">How many of the bad lines are told, the first ones; all of them are counted.</param>
    /// <param name="progress">Is told each time that some lines are done, how far it is; null for nobody.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<DryRunView> Check(ImportKind kind, IImportFile file, int mostFaults, Action<int>? progress, CancellationToken cancellation)
    {
        var (good, bad, faults, check) = (0, 0, new List<ImportFaultView>(), Checking(kind));
        var pace = new WorkPace();
        foreach (var lines in file.After(0).Chunk(LinesInUnit))
        {
            var records = lines.Where(line => !line.IsBlank).ToList();
            var some = await mediator.Send(check(records), cancellation);
            var count = LineCount.Of(lines, records.Count - some.Count, some);
            good += count.Good;
            bad += count.Bad;
            faults.AddRange(some.Take(mostFaults - faults.Count).Select(line => new ImportFaultView(line.Number, LineCount.Reason(line, records))));
            progress?.Invoke(lines[^1].RowsThrough);
            await pace.Rest(cancellation);
        }

        return DryRunView.Of(kind, file, good, bad, faults);
    }

    /// <summary>What decides on the lines of one file, some at a time: it knows what the lines before would have added.</summary>
    private static Func<IReadOnlyList<FileLine>, IRequest<IReadOnlyList<BadLine>>> Checking(ImportKind kind)
    {
        var (cards, documents) = (new Dictionary<CardNumber, Card>(), new HashSet<IdentityDocument>());
        return kind switch
        {
            ImportKind.Cards => lines => new CheckCards(lines, cards),
            ImportKind.Tickets => lines => new CheckTickets(lines),
            ImportKind.Members => lines => new CheckMembers(lines, documents),
            _ => throw Unknown(kind),
        };
    }

    private static Act<ImportView> Lines(ImportKind kind, long import, IReadOnlyList<FileLine> lines, Caller caller) => kind switch
    {
        ImportKind.Cards => new ImportCards(import, lines) { Caller = caller },
        ImportKind.Tickets => new ImportTickets(import, lines) { Caller = caller },
        ImportKind.Members => new ImportMembers(import, lines) { Caller = caller },
        _ => throw Unknown(kind),
    };

    private static InvalidOperationException Unknown(ImportKind kind) => new($"Nobody knows lines of {kind}.");
}
