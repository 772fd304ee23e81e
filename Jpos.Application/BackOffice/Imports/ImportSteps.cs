using System.Globalization;
using Jpos.Application.Ports;
using Jpos.Domain.Imports;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>Brings in some lines of a file, whole or not at all, and how far the import is with them. Lines that are done already are left out.</summary>
/// <param name="Import">The import.</param>
/// <param name="Lines">Some lines, with none missing between them and those that are done.</param>
public abstract record ImportLines(long Import, IReadOnlyList<FileLine> Lines) : Act<ImportView>;

/// <summary>A record that is not brought in.</summary>
/// <param name="Number">The number of its first line.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record BadLine(int Number, string Reason)
{
    /// <summary>Returns what is reported of it: which lines it has, and what is wrong.</summary>
    public ImportFaultView In(IReadOnlyList<FileLine> records)
    {
        var line = records.First(line => line.Number == Number);
        return new ImportFaultView(line.Number, line.Through, line.Lines == 1 ? Reason : string.Create(CultureInfo.InvariantCulture, $"lines {line.Number} to {line.Through}: {Reason}"));
    }
}

/// <summary>What was decided on some lines.</summary>
/// <param name="Good">What is to be brought in, in the order of the lines.</param>
/// <param name="Bad">The lines that are not, by their number.</param>
/// <param name="Keys">What the good ones add, for a dry run's memory.</param>
public sealed record Decided<TNew>(IReadOnlyList<TNew> Good, IReadOnlyList<BadLine> Bad, IReadOnlyCollection<string> Keys);

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
        var (good, bad, _) = await decide(records, cancellation);
        var count = LineCount.Of(lines, bad);
        await add(good, cancellation);
        await imports.Write(bad.Select(line => line.In(records)).Select(fault => new ImportFault(import.Id, fault.Line, fault.LastLine, fault.Reason)), cancellation);
        import.Advance(lines[^1].RowsThrough, count.Good, count.Bad, steps.Now.Utc);
        return steps.Changed(request, ImportView.Subject(import.Id), before, ImportView.Of(import));
    }
}
