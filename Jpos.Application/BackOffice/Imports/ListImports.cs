using System.Globalization;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>Lists the imports, the newest first. They are network-wide, so a store-scoped caller sees none.</summary>
public sealed record ListImports(Caller Caller, long? Before, int Limit) : Query<Page<ImportView>>;

public sealed class ListImportsHandler(IImports imports) : IRequestHandler<ListImports, Page<ImportView>>
{
    public async Task<Page<ImportView>> Handle(ListImports request, CancellationToken cancellationToken) => request.Caller.IsStoreScoped
        ? new Page<ImportView>([], null)
        : Page.Of(
            await imports.List(request.Before, request.Limit + 1, cancellationToken), request.Limit, ImportView.Of, import => import.Id.ToString(CultureInfo.InvariantCulture));
}
