using System.Globalization;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>Lists the rejected lines of an import by line number; null if the caller sees no such import.</summary>
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
