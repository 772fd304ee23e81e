using System.Globalization;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>The bad lines of an import, by their number; null if there is no import that the caller sees.</summary>
public sealed record ListImportErrors(Caller Caller, long Id, int? After, int Limit) : Query<Page<ImportErrorView>?>;

public sealed class ListImportErrorsHandler(IImports imports) : IRequestHandler<ListImportErrors, Page<ImportErrorView>?>
{
    public async Task<Page<ImportErrorView>?> Handle(ListImportErrors request, CancellationToken cancellationToken) =>
        !request.Caller.IsStoreScoped && await imports.Find(request.Id, cancellationToken) is not null
            ? Page.Of(
                await imports.Faults(request.Id, request.After, request.Limit + 1, cancellationToken),
                request.Limit,
                ImportErrorView.Of,
                fault => fault.Line.ToString(CultureInfo.InvariantCulture))
            : null;
}
