using System.Runtime.CompilerServices;
using Jpos.Application.BackOffice.Imports;

namespace Jpos.Application.BackOffice.Exports;

/// <summary>All bad lines of an import, by their number; null if there is no import that the caller sees.</summary>
public sealed record ExportImportErrors(Caller Caller, long Id) : IRequest<ExportTable?>;

public sealed class ExportImportErrorsHandler(IImports imports, IExportReader reads) : IRequestHandler<ExportImportErrors, ExportTable?>
{
    private static readonly string[] Columns = ["Line", "LastLine", "Reason"];

    public async Task<ExportTable?> Handle(ExportImportErrors request, CancellationToken cancellationToken) =>
        !request.Caller.IsStoreScoped && await imports.Find(request.Id, cancellationToken) is not null ? Of(Rows(request.Id, cancellationToken)) : null;

    /// <summary>Bad lines as a table, of an import or of what was only decided on.</summary>
    public static ExportTable Of(IAsyncEnumerable<ImportErrorView> faults) => new("faults", Columns, faults.Select(IReadOnlyList<object?> (fault) => [fault.Line, fault.LastLine, fault.Reason]));

    private async IAsyncEnumerable<ImportErrorView> Rows(long import, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var after = 0; ;)
        {
            var some = await reads.Read(stop => imports.Faults(import, after, ExportTable.ChunkSize, stop), cancellation);
            foreach (var fault in some)
            {
                yield return ImportErrorView.Of(fault);
            }

            if (some.Count < ExportTable.ChunkSize)
            {
                yield break;
            }

            after = some[^1].Line;
        }
    }
}
