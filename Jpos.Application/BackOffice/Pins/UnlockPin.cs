using Jpos.Application.BackOffice.Cards;

namespace Jpos.Application.BackOffice.Pins;

/// <summary>Resets a card's counts of wrong PINs. The PIN does not change.</summary>
/// <param name="Number">The card.</param>
/// <param name="Reason">The reason, for the audit log.</param>
public sealed record UnlockPin(CardNumber Number, string Reason) : Command<CardView>
{
    public override IReadOnlyList<FreeText> FreeTexts => [new("reason", Reason)];

    public override IReadOnlyCollection<CardNumber> LockedCards => [Number];
}

public sealed class UnlockPinHandler(ICards cards, IPointAccounts accounts, CommandAudit steps) : IRequestHandler<UnlockPin, CommandResult<CardView>>
{
    public async Task<CommandResult<CardView>> Handle(UnlockPin request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        if (await cards.Find(request.Number, cancellationToken) is not { } card)
        {
            return CommandAudit.NotFound;
        }

        if (!card.HasPin)
        {
            return new Problem(FailureKind.Conflict, "The card has no PIN to unlock.");
        }

        var account = await accounts.Find(card.AccountId, cancellationToken);
        var before = LoggedPin.Of(card, steps.Now, null, null);
        card.UnlockPin();

        // Wrong PINs of all cards of an account count together.
        foreach (var other in account.IsShared ? await cards.OfAccount(account.Id, cancellationToken) : [])
        {
            other.UnlockPin();
        }

        steps.Log(request, CardView.Subject(card), before, LoggedPin.Of(card, steps.Now, null, request.Reason));
        return CardView.Of(card, account, steps.Now);
    }
}
