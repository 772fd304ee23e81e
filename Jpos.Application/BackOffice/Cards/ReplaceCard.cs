namespace Jpos.Application.BackOffice.Cards;

/// <summary>Replaces a card with a new one on the same account. The new card has no PIN until one is set, and the old one is closed.</summary>
/// <param name="Number">The old number.</param>
/// <param name="NewNumber">The new number, which no card has and the product allows.</param>
/// <param name="ExpiresOn">The last day on which the new card may be used; null for the old card's.</param>
/// <param name="Reason">The reason, for the audit log.</param>
public sealed record ReplaceCard(CardNumber Number, CardNumber NewNumber, DateOnly? ExpiresOn, string Reason) : Command<CardView>
{
    public override IReadOnlyList<FreeText> FreeTexts => [new("reason", Reason)];

    public override IReadOnlyCollection<CardNumber> LockedCards => [Number, NewNumber];
}

public sealed class ReplaceCardHandler(ICards cards, IPointAccounts accounts, INumberSequence numbers, CommandAudit steps) : IRequestHandler<ReplaceCard, CommandResult<CardView>>
{
    public async Task<CommandResult<CardView>> Handle(ReplaceCard request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        if (await cards.Find(request.Number, cancellationToken) is not { } card)
        {
            return CommandAudit.NotFound;
        }

        var now = steps.Now;
        var expiresOn = request.ExpiresOn ?? card.ExpiresOn;
        if (expiresOn < now.Today)
        {
            return new Problem(FailureKind.Invalid, request.ExpiresOn is null ? "expiresOn is missing. The card has expired, so the new one needs a last day." : "expiresOn must not be in the past.", "expiresOn");
        }

        if (card.Product.NumberRule.Refuse(request.NewNumber) is { } why)
        {
            return new Problem(FailureKind.Invalid, why, "newNumber");
        }

        if (!card.CanBeReplaced)
        {
            return new Problem(FailureKind.Conflict, "The state of the card does not allow this change, or the card has no member.");
        }

        if (await cards.Find(request.NewNumber, cancellationToken) is not null)
        {
            return new Problem(FailureKind.Conflict, "A card with this number already exists.", "newNumber");
        }

        var account = await accounts.Find(card.AccountId, cancellationToken);
        var (subject, before) = (CardView.Subject(card), LoggedCard.Of(card, CardView.Of(card, account, now), null));
        var replacement = card.Replace(numbers.Next(), request.NewNumber, expiresOn);
        cards.Add(replacement);

        // Writes entries under both numbers, so that a search for either finds the replacement.
        var view = CardView.Of(replacement, account, now);
        var after = LoggedCard.Of(replacement, view, request.Reason);
        steps.Log(request, subject, before, after);
        steps.Log(request, CardView.Subject(replacement), before, after);
        return CommandResult.Created(view);
    }
}
