using Jpos.Application.BackOffice.Adjustments;
using Jpos.Application.BackOffice.Cards;
using Jpos.Domain.Imports;

namespace Jpos.Application.BackOffice.Imports;

/// <inheritdoc/>
public sealed record ImportCards(long Import, IReadOnlyList<ImportRow> Lines) : ImportLines(Import, Lines)
{
    /// <inheritdoc/>
    public override bool ChangesIdentityDocument => true;

    /// <summary>Each row needs at most a member, a card, an account, a lot and a journal entry.</summary>
    public override int SerialNumbersNeeded => 5 * Lines.Count;
}

public sealed class ImportCardsHandler(ImportExecutor imports, CardImport decisions, ICards cards, CardIssuing issuing, INumberSequence numbers, PersonDailyLimit personal, CommandAudit steps) : IRequestHandler<ImportCards, CommandResult<ImportView>>
{
    public Task<CommandResult<ImportView>> Handle(ImportCards request, CancellationToken cancellationToken) =>
        imports.Do(request, ImportKind.Cards, (lines, cancellation) => decisions.Decide(lines, EmptyKeyIndex.Instance, profile => new Member(numbers.Next(), profile), cancellation), (good, cancellation) => Issue(request.Caller, good, cancellation), cancellationToken);

    private async Task Issue(Caller caller, IReadOnlyList<NewCard> good, CancellationToken cancellation)
    {
        var issued = good.Select(made => (Card: issuing.Make(made.Number, made.Product, made.Member, made.ExpiresOn), made.Lots)).ToList();
        var now = steps.Now;

        // A new shop imports all its balances at once. They count for the importer's day, but are not refused.
        await personal.CountUnstopped(caller, good.SelectMany(made => made.Lots).Select(lot => lot.Points).Sum(), callsAlways: true, now, cancellation);
        foreach (var (card, lots) in issued)
        {
            issuing.Open(card, lots, now);
        }

        await cards.Add([.. issued.Select(made => made.Card)], cancellation);
    }
}
