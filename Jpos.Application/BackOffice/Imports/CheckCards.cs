namespace Jpos.Application.BackOffice.Imports;

/// <summary>Validates rows of cards in a dry run, without adding any.</summary>
/// <param name="Lines">The rows.</param>
/// <param name="Earlier">The keys that earlier rows would have added.</param>
public sealed record CheckCards(IReadOnlyList<ImportRow> Lines, IImportKeyIndex Earlier) : Query<DryRunResult>;

public sealed class CheckCardsHandler(CardImport decisions) : IRequestHandler<CheckCards, DryRunResult>
{
    public async Task<DryRunResult> Handle(CheckCards request, CancellationToken cancellationToken) =>
        DryRunResult.Of(await decisions.Decide(request.Lines, request.Earlier, profile => new Member(0, profile), cancellationToken));
}
