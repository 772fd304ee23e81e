using System.Globalization;
using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>The bad lines of an import, by their number; null if there is no import that the caller sees.</summary>
public sealed record ListImportFaults(Caller Caller, long Id, int? After, int Limit) : Look<Page<ImportFaultView>?>;

public sealed class ListImportFaultsHandler(IImports imports) : IRequestHandler<ListImportFaults, Page<ImportFaultView>?>
{
    public async Task<Page<ImportFaultView>?> Handle(ListImportFaults request, CancellationToken cancellationToken) =>
        !request.Caller.IsOfSomeStores && await imports.Find(request.Id, cancellationToken) is not null
            ? Page.Of(
                await imports.Faults(request.Id, request.After, request.Limit + 1, cancellationToken),
                request.Limit,
                ImportFaultView.Of,
                fault => fault.Line.ToString(CultureInfo.InvariantCulture))
            : null;
}
