using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Domain.Journal;

namespace Jpos.Application.TerminalProtocol.Transactions;

/// <summary>Undoes a whole consume of the same terminal, open batch and card (void; <see href="docs/protocol.md#5-endpoints">protocol §5</see>).</summary>
public sealed record Cancel : TransactionMessage<CancelOutcome>
{
    public required OriginalReference Consume { get; init; }

    public override Operations Operation => Operations.Cancel;

    public override OriginalReference UndoneOriginal => Consume;

    public override MessageContent Content => Consume.AddTo(new MessageContent().With(ContentField.Card, Card.Value));
}

public sealed record CancelOutcome : PointsOutcome;

public sealed class CancelHandler(TransactionDependencies steps, ICards cards, IBatches batches, TransactionUndo transactionUndo)
    : TransactionHandler<Cancel, CancelOutcome>(steps)
{
    private readonly TransactionDependencies steps = steps;

    protected override async Task<CancelOutcome> Decide(Cancel message, TransactionContext context, CancellationToken cancellation)
    {
        var (store, terminal, _, batch, entry, now) = context;
        var consume = await message.Consume.FindConsume(store.Number, terminal.Number, steps.Journal, batches, cancellation);
        var card = entry.AttachCard(await cards.Find(message.Card, cancellation));
        var isOfCard = await transactionUndo.IsOf(consume, card, cancellation);
        if (Card.Refuse(card, store, Operations.Cancel, message.Track2, now.Today, isOfCard) is { } refused)
        {
            return message.Declined(refused);
        }

        if (OriginalRules.RefuseCancel(consume, batch) is { } notEligible)
        {
            return message.Declined(notEligible);
        }

        var (account, _, decline) = await transactionUndo.Cancel(consume!, entry, now, cancellation);
        return decline is not null
            ? message.Declined(decline)
            : new CancelOutcome
            {
                Serial = entry.Serial,
                Balance = account.Balance,
                Available = account.Available(now),
                Used = entry.Used,
                Awarded = entry.Awarded,
            };
    }
}
