using Jpos.Domain.Journal;

namespace Jpos.Application.BackOffice.HeldGifts;

/// <summary>Releases a large gift, which then waits for its batch only, or refuses it: its points go back to where gifts come from, and the consume stays. A terminal made the gift, so that one person decides.</summary>
/// <param name="Card">The card.</param>
/// <param name="Consume">The consume that earned it.</param>
/// <param name="Approved">It is released.</param>
/// <param name="Reason">Why.</param>
public sealed record DecideHeldGift(CardNumber Card, SerialNumber Consume, bool Approved, string Reason) : Command<HeldGiftView>
{
    public override IReadOnlyCollection<CardNumber> LockedCards => [Card];

    public override IReadOnlyList<FreeText> FreeTexts => [new("reason", Reason)];
}

public sealed class DecideHeldGiftHandler(IPointAccounts accounts, ICards cards, ITransactionJournal journal, INumberSequence numbers, CommandAudit steps) : IRequestHandler<DecideHeldGift, CommandResult<HeldGiftView>>
{
    public async Task<CommandResult<HeldGiftView>> Handle(DecideHeldGift request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        if (await cards.Find(request.Card, cancellationToken) is not { } card || await journal.Find(request.Consume, cancellationToken) is not { } consume || consume.CardId != card.Id)
        {
            return CommandAudit.NotFound;
        }

        var account = await accounts.OfCard(card.Id, cancellationToken);
        if (account.HeldGift(request.Consume) is not { } lot)
        {
            return new Problem(FailureKind.Conflict, "This transaction has no gift that is held: somebody has decided on it, or it was undone.");
        }

        var before = HeldGiftView.Of(new HeldGift(lot.Id, card.Id, consume.Serial, consume.At, lot.Remaining, lot.ExpiresOn), card.Number);
        if (request.Approved)
        {
            account.ReleaseGift(consume.Serial);
        }
        else
        {
            var entry = TransactionJournal.BeginRefusalOfGift(SerialNumber.Of(numbers.Next()), consume, card, steps.Now);
            journal.Add(entry);
            account.RefuseGift(consume.Serial, entry);
        }

        var after = before with { State = request.Approved ? HeldGiftState.Released : HeldGiftState.Refused, Decision = request.Reason };
        steps.Log(request, HeldGiftView.Subject(consume.Serial), before with { Card = card.Number.Masked }, after with { Card = card.Number.Masked });
        return after;
    }
}
