using System.Runtime.CompilerServices;
using Jpos.Application.BackOffice.Imports;

namespace Jpos.Application.BackOffice.Exports;

/// <summary>Exports all rejected lines of an import by line number; null if the caller sees no such import.</summary>
public sealed record ExportImportErrors(Caller Caller, long Id) : IRequest<ExportTable?>;

public sealed class ExportImportErrorsHandler(IImports imports, IExportReader reads) : IRequestHandler<ExportImportErrors, ExportTable?>
{
    private static readonly string[] Columns = ["Line", "LastLine", "Reason"];

    public async Task<ExportTable?> Handle(ExportImportErrors request, CancellationToken cancellationToken) =>
        !request.Caller.IsStoreScoped && await imports.Find(request.Id, cancellationToken) is not null ? Of(Rows(request.Id, cancellationToken)) : null;

    /// <summary>Creates a table of rejected lines, of an import or of a dry run.</summary>
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
