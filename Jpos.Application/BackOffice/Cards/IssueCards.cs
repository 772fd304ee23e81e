using Jpos.Application.BackOffice.Adjustments;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>Issues a range of cards with consecutive numbers and without members. Either all cards are issued or none.</summary>
/// <param name="First">The first number, with a check digit if the product has one.</param>
/// <param name="Count">The number of cards.</param>
/// <param name="Product">The id of the cards' product.</param>
/// <param name="ExpiresOn">The last day on which the cards may be used; null if they do not expire.</param>
/// <param name="OpeningBalance">The opening balance of each card, which lasts as long as a gift.</param>
public sealed record IssueCards(CardNumber First, int Count, long Product, DateOnly? ExpiresOn, Points OpeningBalance) : Command<CardRangeView>
{
    /// <summary>The most cards of one request; larger ranges are imported.</summary>
    public const int MostCards = 1000;

    /// <summary>Each card needs its own id and that of its account, and a journal entry and a lot for its opening balance.</summary>
    public override int SerialNumbersNeeded => 4 * Count;
}

public sealed class IssueCardsHandler(ICards cards, ICardProducts products, PersonDailyLimit personal, CardIssuing issuing, CommandAudit steps) : IRequestHandler<IssueCards, CommandResult<CardRangeView>>
{
    public async Task<CommandResult<CardRangeView>> Handle(IssueCards request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        var now = steps.Now;
        var product = await products.Find(request.Product, cancellationToken);
        if (CardIssuing.Refuse(request.First, isTaken: false, product, request.ExpiresOn, now) is { Field: not "number" } problem)
        {
            return problem;
        }

        if (product!.NumberRule.Refuse(request.First) is { } why)
        {
            return new Problem(FailureKind.Invalid, why, "first");
        }

        if (request.First.Range(request.Count, product.HasCheckDigit) is not { } numbers || !numbers.All(number => product.NumberRule.Refuse(number) is null))
        {
            return new Problem(FailureKind.Invalid, "The card product allows fewer numbers of this length from first on. Choose a smaller count.", "count");
        }

        if ((await cards.Find(numbers, cancellationToken)).Keys.MinBy(number => number.Value, StringComparer.Ordinal) is { } taken)
        {
            return new Problem(FailureKind.Conflict, $"Card {taken.Masked} already exists. It is {Position(numbers, taken)} of this range.", "first");
        }

        var opening = Enumerable.Repeat(request.OpeningBalance, numbers.Count).Sum();
        if (await personal.CountOpening(request.Caller, opening, now, cancellationToken) is { } overLimit)
        {
            return overLimit;
        }

        var made = numbers.Select(number => issuing.Make(number, product, null, request.ExpiresOn)).ToList();
        issuing.Open(made, request.OpeningBalance, now);
        await cards.Add(made, cancellationToken);

        var view = new CardRangeView(numbers[0].Value, numbers[^1].Value, request.Count, request.Product, request.ExpiresOn, request.OpeningBalance.ToDecimal());
        steps.Log(request, CardProductView.Subject(product.Id), null, view with { First = numbers[0].Masked, Last = numbers[^1].Masked });
        return CommandResult.Created(view);
    }

    private static string Position(IReadOnlyList<CardNumber> numbers, CardNumber one) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"number {numbers.TakeWhile(number => number != one).Count() + 1}");
}
