using System.Globalization;
using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>One import; null if there is none that the caller sees.</summary>
public sealed record LookAtImport(Caller Caller, long Id) : Look<ImportView?>;

public sealed class LookAtImportHandler(IImports imports) : IRequestHandler<LookAtImport, ImportView?>
{
    public async Task<ImportView?> Handle(LookAtImport request, CancellationToken cancellationToken) =>
        !request.Caller.IsOfSomeStores && await imports.Find(request.Id, cancellationToken) is { } import ? ImportView.Of(import) : null;
}

/// <summary>The imports, the newest first. They are of no store: who is of some sees none of them.</summary>
public sealed record ListImports(Caller Caller, long? Before, int Limit) : Look<Page<ImportView>>;

public sealed class ListImportsHandler(IImports imports) : IRequestHandler<ListImports, Page<ImportView>>
{
    public async Task<Page<ImportView>> Handle(ListImports request, CancellationToken cancellationToken) => request.Caller.IsOfSomeStores
        ? new Page<ImportView>([], null)
        : Page.Of(
            await imports.List(request.Before, request.Limit + 1, cancellationToken), request.Limit, ImportView.Of, import => import.Id.ToString(CultureInfo.InvariantCulture));
}

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
