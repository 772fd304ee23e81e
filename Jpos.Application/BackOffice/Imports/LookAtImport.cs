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
