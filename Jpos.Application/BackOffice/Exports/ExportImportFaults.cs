using System.Runtime.CompilerServices;
using Jpos.Application.BackOffice.Imports;
using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Exports;

/// <summary>All bad lines of an import, by their number; null if there is no import that the caller sees.</summary>
public sealed record ExportImportFaults(Caller Caller, long Id) : IRequest<Table?>;

public sealed class ExportImportFaultsHandler(IImports imports, IExportReads reads) : IRequestHandler<ExportImportFaults, Table?>
{
    private static readonly string[] Columns = ["Line", "LastLine", "Reason"];

    public async Task<Table?> Handle(ExportImportFaults request, CancellationToken cancellationToken) =>
        !request.Caller.IsOfSomeStores && await imports.Find(request.Id, cancellationToken) is not null ? Of(Rows(request.Id, cancellationToken)) : null;

    /// <summary>Bad lines as a table, of an import or of what was only decided on.</summary>
    public static Table Of(IAsyncEnumerable<ImportFaultView> faults) => new("faults", Columns, faults.Select(IReadOnlyList<object?> (fault) => [fault.Line, fault.LastLine, fault.Reason]));

    private async IAsyncEnumerable<ImportFaultView> Rows(long import, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var after = 0; ;)
        {
            var some = await reads.Read(stop => imports.Faults(import, after, Table.RowsAtOnce, stop), cancellation);
            foreach (var fault in some)
            {
                yield return ImportFaultView.Of(fault);
            }

            if (some.Count < Table.RowsAtOnce)
            {
                yield break;
            }

            after = some[^1].Line;
        }
    }
}
