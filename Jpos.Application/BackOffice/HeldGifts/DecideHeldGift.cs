using Jpos.Domain.Journal;

namespace Jpos.Application.BackOffice.HeldGifts;

/// <summary>Releases or refuses a held gift. A released gift stays pending until its batch settles. A refusal takes the points back; the consume stays. One person suffices, because a terminal made the gift.</summary>
/// <param name="Card">The card.</param>
/// <param name="Consume">The consume that earned the gift.</param>
/// <param name="Approved">Whether the gift is released.</param>
/// <param name="Reason">The reason.</param>
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

        if (await cards.Find(request.Card, cancellationToken) is not { } card || await journal.Find(request.Consume, cancellationToken) is not { } consume || !await accounts.IsOf(consume.AccountId, card, cancellationToken))
        {
            return CommandAudit.NotFound;
        }

        var account = await accounts.Find(card.AccountId, cancellationToken);
        if (account.HeldGift(request.Consume) is not { } lot)
        {
            return new Problem(FailureKind.Conflict, "This transaction has no held gift. It was decided before, or the consume was undone.");
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
