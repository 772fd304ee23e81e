using Jpos.Application.Ports;
using Jpos.Domain.Imports;
using MediatR;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>Begins to bring in a file, unless somebody has begun with it before: then it is theirs that goes on.</summary>
/// <param name="Kind">What its lines are.</param>
/// <param name="Digest">SHA-256 of the file.</param>
/// <param name="Lines">How many lines it has.</param>
public sealed record BeginImport(ImportKind Kind, byte[] Digest, int Lines) : Act<ImportView>;

public sealed class BeginImportHandler(IImports imports, ActSteps steps) : IRequestHandler<BeginImport, Result<ImportView>>
{
    public async Task<Result<ImportView>> Handle(BeginImport request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsOfSomeStores)
        {
            return ActSteps.OfNoStore;
        }

        if (await imports.Find(request.Kind, request.Digest, cancellationToken) is { } begun)
        {
            return ImportView.Of(begun);
        }

        var import = new Import(request.Kind, request.Digest, request.Lines, steps.Now.Utc);
        await imports.Add(import, cancellationToken);
        return steps.Made(request, ImportView.Subject(import.Id), ImportView.Of(import));
    }
}
