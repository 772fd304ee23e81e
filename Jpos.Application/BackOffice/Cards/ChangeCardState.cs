namespace Jpos.Application.BackOffice.Cards;

/// <summary>Changes a card's state. The card is locked, so that a concurrent payment is decided entirely before or after the change.</summary>
/// <param name="Number">The card.</param>
/// <param name="State">The new state.</param>
/// <param name="Reason">The reason, for the audit log.</param>
public sealed record ChangeCardState(CardNumber Number, CardState State, string Reason) : Command<CardView>
{
    public override IReadOnlyList<FreeText> FreeTexts => [new("reason", Reason)];

    public override IReadOnlyCollection<CardNumber> LockedCards => [Number];
}

public sealed class ChangeCardStateHandler(ICards cards, IPointAccounts accounts, CommandAudit steps) : IRequestHandler<ChangeCardState, CommandResult<CardView>>
{
    public async Task<CommandResult<CardView>> Handle(ChangeCardState request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        if (await cards.Find(request.Number, cancellationToken) is not { } card)
        {
            return CommandAudit.NotFound;
        }

        if (!card.CanChangeTo(request.State))
        {
            return new Problem(FailureKind.Conflict, "The state of the card does not allow this change, or the card has no member.", "state");
        }

        var account = await accounts.Find(card.AccountId, cancellationToken);
        var before = CardView.Of(card, account, steps.Now);
        card.ChangeState(request.State);
        var after = before with { State = card.State };
        steps.Log(request, CardView.Subject(card), LoggedCard.Of(card, before, null), LoggedCard.Of(card, after, request.Reason));
        return after;
    }
}
