namespace Jpos.Application.BackOffice.Imports;

/// <summary>Returns one import; null if the caller sees none with this id.</summary>
public sealed record GetImport(Caller Caller, long Id) : Query<ImportView?>;

public sealed class GetImportHandler(IImports imports) : IRequestHandler<GetImport, ImportView?>
{
    public async Task<ImportView?> Handle(GetImport request, CancellationToken cancellationToken) =>
        !request.Caller.IsStoreScoped && await imports.Find(request.Id, cancellationToken) is { } import ? ImportView.Of(import) : null;
}
