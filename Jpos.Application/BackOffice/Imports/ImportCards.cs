using Jpos.Application.BackOffice.Cards;
using Jpos.Application.Ports;
using Jpos.Domain.Imports;
using MediatR;

namespace Jpos.Application.BackOffice.Imports;

/// <inheritdoc/>
public sealed record ImportCards(long Import, IReadOnlyList<FileLine> Lines) : ImportLines(Import, Lines)
{
    /// <inheritdoc/>
    public override bool BindsDocuments => true;

    /// <summary>For each row at most a lot and the transaction that opens it.</summary>
    public override int Numbers => 2 * Lines.Count;
}

public sealed class ImportCardsHandler(ImportSteps imports, CardLines decisions, ICards cards, CardIssuing issuing, ActSteps steps) : IRequestHandler<ImportCards, Result<ImportView>>
{
    public Task<Result<ImportView>> Handle(ImportCards request, CancellationToken cancellationToken) =>
        imports.Do(request, ImportKind.Cards, (lines, cancellation) => decisions.Decide(lines, NoLineMemory.Instance, cancellation), Issue, cancellationToken);

    private async Task Issue(IReadOnlyList<NewCard> good, CancellationToken cancellation)
    {
        await cards.Add([.. good.Select(made => made.Card)], cancellation);
        var now = steps.Now;
        foreach (var made in good)
        {
            issuing.Open(made.Card, made.Lots, now);
        }
    }
}

/// <summary>Decides on some lines of cards, and adds none.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Earlier">What the lines before would have added.</param>
public sealed record CheckCards(IReadOnlyList<FileLine> Lines, ILineMemory Earlier) : Look<CheckedLines>;

public sealed class CheckCardsHandler(CardLines decisions) : IRequestHandler<CheckCards, CheckedLines>
{
    public async Task<CheckedLines> Handle(CheckCards request, CancellationToken cancellationToken) =>
        CheckedLines.Of(await decisions.Decide(request.Lines, request.Earlier, cancellationToken));
}
