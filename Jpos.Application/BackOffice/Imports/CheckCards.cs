namespace Jpos.Application.BackOffice.Imports;

/// <summary>Decides on some lines of cards, and adds none.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Earlier">What the lines before would have added.</param>
public sealed record CheckCards(IReadOnlyList<ImportRow> Lines, IImportKeyIndex Earlier) : Query<DryRunResult>;

public sealed class CheckCardsHandler(CardImport decisions) : IRequestHandler<CheckCards, DryRunResult>
{
    public async Task<DryRunResult> Handle(CheckCards request, CancellationToken cancellationToken) =>
        DryRunResult.Of(await decisions.Decide(request.Lines, request.Earlier, cancellationToken));
}
