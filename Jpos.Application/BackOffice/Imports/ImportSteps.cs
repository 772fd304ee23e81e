using Jpos.Application.Ports;
using Jpos.Domain.Imports;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>Brings in some lines of a file, whole or not at all, and how far the import is with them. Lines that are done already are left out.</summary>
/// <param name="Import">The import.</param>
/// <param name="Lines">Some lines, with none missing between them and those that are done.</param>
public abstract record ImportLines(long Import, IReadOnlyList<FileLine> Lines) : Act<ImportView>;

/// <summary>A line that is not brought in.</summary>
public sealed record BadLine(int Number, string Reason);

/// <summary>What was decided on some lines.</summary>
/// <param name="Good">What is to be brought in, in the order of the lines.</param>
/// <param name="Bad">The lines that are not, by their number.</param>
public sealed record Decided<TNew>(IReadOnlyList<TNew> Good, IReadOnlyList<BadLine> Bad);

/// <summary>What the lines of all kinds have in common.</summary>
public sealed class ImportSteps(IImports imports, ActSteps steps)
{
    /// <param name="request">The lines.</param>
    /// <param name="kind">What they are.</param>
    /// <param name="decide">Decides on them.</param>
    /// <param name="add">Adds what is good.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Result<ImportView>> Do<TNew>(
        ImportLines request,
        ImportKind kind,
        Func<IReadOnlyList<FileLine>, CancellationToken, Task<Decided<TNew>>> decide,
        Func<IReadOnlyList<TNew>, CancellationToken, Task> add,
        CancellationToken cancellation)
    {
        if (request.Caller.IsOfSomeStores)
        {
            return ActSteps.OfNoStore;
        }

        if (await imports.Find(request.Import, cancellation) is not { } import || import.Kind != kind)
        {
            return ActSteps.Missing;
        }

        var before = ImportView.Of(import);
        var lines = request.Lines.Where(line => line.RowsThrough > import.LinesDone).ToList();
        if (lines.Count == 0)
        {
            return before;
        }

        var records = lines.Where(line => !line.IsBlank).ToList();
        var (good, bad) = await decide(records, cancellation);
        var count = LineCount.Of(lines, good.Count, bad);
        await add(good, cancellation);
        await imports.Write(bad.Select(line => new ImportFault(import.Id, line.Number, LineCount.Reason(line, records))), cancellation);
        import.Advance(lines[^1].RowsThrough, count.Good, count.Bad, steps.Now.Utc);
        return steps.Changed(request, ImportView.Subject(import.Id), before, ImportView.Of(import));
    }
}
