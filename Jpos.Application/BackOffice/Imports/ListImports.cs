using System.Globalization;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>The imports, the newest first. They are of no store: who is of some sees none of them.</summary>
public sealed record ListImports(Caller Caller, long? Before, int Limit) : Query<Page<ImportView>>;

public sealed class ListImportsHandler(IImports imports) : IRequestHandler<ListImports, Page<ImportView>>
{
    public async Task<Page<ImportView>> Handle(ListImports request, CancellationToken cancellationToken) => request.Caller.IsStoreScoped
        ? new Page<ImportView>([], null)
        : Page.Of(
            await imports.List(request.Before, request.Limit + 1, cancellationToken), request.Limit, ImportView.Of, import => import.Id.ToString(CultureInfo.InvariantCulture));
}
