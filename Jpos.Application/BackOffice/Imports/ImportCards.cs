using Jpos.Application.BackOffice.Cards;
using Jpos.Application.Ports;
using Jpos.Domain.Cards;
using Jpos.Domain.Imports;
using Jpos.Domain.Protocol;
using MediatR;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>Brings in some lines of a file, whole or not at all, and how far the import is with them. Lines that are done already are left out.</summary>
/// <param name="Import">The import.</param>
/// <param name="Lines">Some lines, with none missing between them and those that are done.</param>
public abstract record ImportLines(long Import, IReadOnlyList<FileLine> Lines) : Act<ImportView>;

/// <inheritdoc/>
public sealed record ImportCards(long Import, IReadOnlyList<FileLine> Lines) : ImportLines(Import, Lines)
{
    /// <summary>For each card its lot and the transaction that opens it.</summary>
    public override int Numbers => 2 * Lines.Count;
}

public sealed class ImportCardsHandler(IImports imports, ICards cards, CardLines decisions, CardIssuing issuing, ActSteps steps) : IRequestHandler<ImportCards, Result<ImportView>>
{
    public async Task<Result<ImportView>> Handle(ImportCards request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsOfSomeStores)
        {
            return ActSteps.OfNoStore;
        }

        if (await imports.Find(request.Import, cancellationToken) is not { Kind: ImportKind.Cards } import)
        {
            return ActSteps.Missing;
        }

        var before = ImportView.Of(import);
        var lines = request.Lines.Where(line => line.Number > import.LinesDone).ToList();
        if (lines.Count == 0)
        {
            return before;
        }

        var (good, bad) = await decisions.Decide(lines, [], cancellationToken);
        await cards.Add([.. good.Select(made => made.Card)], cancellationToken);
        var now = steps.Now;
        foreach (var made in good)
        {
            issuing.Open(made.Card, made.OpeningBalance, now);
        }

        imports.Add(bad.Select(line => new ImportFault(import.Id, line.Number, line.Reason)));
        import.Advance(lines[^1].Through, good.Count, bad.Count, now.Utc);
        return steps.Changed(request, ImportView.Subject(import.Id), before, ImportView.Of(import));
    }
}

/// <summary>Decides on some lines of cards, and adds none.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Earlier">Cards of the lines before, which are joined by those of these.</param>
public sealed record CheckCards(IReadOnlyList<FileLine> Lines, Dictionary<CardNumber, Card> Earlier) : IRequest<IReadOnlyList<BadLine>>;

public sealed class CheckCardsHandler(CardLines decisions) : IRequestHandler<CheckCards, IReadOnlyList<BadLine>>
{
    public async Task<IReadOnlyList<BadLine>> Handle(CheckCards request, CancellationToken cancellationToken) =>
        (await decisions.Decide(request.Lines, request.Earlier, cancellationToken)).Bad;
}
