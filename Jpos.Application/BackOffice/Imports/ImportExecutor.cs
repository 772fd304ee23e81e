using Jpos.Domain.Imports;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>Shared steps of the imports of all kinds.</summary>
public sealed class ImportExecutor(IImports imports, CommandAudit steps)
{
    /// <param name="request">The rows.</param>
    /// <param name="kind">The kind of the file.</param>
    /// <param name="decide">Validates the rows.</param>
    /// <param name="add">Adds the accepted rows.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async Task<CommandResult<ImportView>> Do<TNew>(
        ImportLines request,
        ImportKind kind,
        Func<IReadOnlyList<ImportRow>, CancellationToken, Task<ImportDecision<TNew>>> decide,
        Func<IReadOnlyList<TNew>, CancellationToken, Task> add,
        CancellationToken cancellation)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        if (await imports.Find(request.Import, cancellation) is not { } import || import.Kind != kind)
        {
            return CommandAudit.NotFound;
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
        await imports.Write(bad.Select(line => line.In(records)).Select(fault => new ImportError(import.Id, fault.Line, fault.LastLine, fault.Reason)), cancellation);
        import.Advance(lines[^1].RowsThrough, count.Accepted, count.Rejected, steps.Now.Utc);
        return steps.RecordUpdated(request, ImportView.Subject(import.Id), before, ImportView.Of(import));
    }
}
