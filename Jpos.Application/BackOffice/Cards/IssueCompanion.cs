namespace Jpos.Application.BackOffice.Cards;

/// <summary>Issues another card on the account of a card: a companion, for the same member. It is active at once and has no PIN.</summary>
/// <param name="Card">The card that has the account.</param>
/// <param name="Number">The number of the companion, which no card has.</param>
/// <param name="Product">The id of the companion's product; null for that of the card.</param>
/// <param name="ExpiresOn">The last day on which the companion may be used; null if it does not expire.</param>
/// <param name="Reason">The reason, for the audit log.</param>
public sealed record IssueCompanion(CardNumber Card, CardNumber Number, long? Product, DateOnly? ExpiresOn, string Reason) : Command<CardView>
{
    public override IReadOnlyList<FreeText> FreeTexts => [new("reason", Reason)];

    public override IReadOnlyCollection<CardNumber> LockedCards => [Card, Number];
}

public sealed class IssueCompanionHandler(ICards cards, ICardProducts products, IPointAccounts accounts, INumberSequence numbers, CommandAudit steps) : IRequestHandler<IssueCompanion, CommandResult<CardView>>
{
    public async Task<CommandResult<CardView>> Handle(IssueCompanion request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        if (await cards.Find(request.Card, cancellationToken) is not { } card)
        {
            return CommandAudit.NotFound;
        }

        var now = steps.Now;
        var product = request.Product is { } id ? await products.Find(id, cancellationToken) : card.Product;
        var isTaken = await cards.Find(request.Number, cancellationToken) is not null;
        if (CardIssuing.Refuse(request.Number, isTaken, product, request.ExpiresOn, now) is { } problem)
        {
            return problem;
        }

        if (!card.CanHaveCompanion)
        {
            return new Problem(FailureKind.Conflict, "The card must be active and have a member to get a companion.");
        }

        var account = await accounts.Find(card.AccountId, cancellationToken);
        var companion = new Card(numbers.Next(), account.Id, request.Number, product!, CardState.Active, card.Member, request.ExpiresOn);
        cards.Add(companion);
        account.Share();
        var view = CardView.Of(companion, account, now);
        steps.Log(request, CardView.Subject(companion), null, LoggedCard.Of(companion, view, request.Reason));
        return CommandResult.Created(view);
    }
}
