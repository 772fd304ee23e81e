using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Domain.Journal;

namespace Jpos.Application.TerminalProtocol.Refunds;

/// <summary>Undoes a refund of the same terminal and open batch, so that its consume is effective and can be refunded again (<see href="docs/protocol.md#5-endpoints">protocol §5</see>). It has no reversal: a terminal that lost the answer repeats the message.</summary>
public sealed record CancelRefund : TransactionMessage<CancelRefundOutcome>
{
    public required OriginalReference Refund { get; init; }

    /// <summary>The business day of the refund, or of the consume if the serial number is the consume's; compared if it is sent.</summary>
    public DateOnly? Date { get; init; }

    public override Operations Operation => Operations.RefundCancel;

    public override MessageContent Content => Refund.AddTo(new MessageContent()
        .With(ContentField.Card, Card.Value)
        .With(ContentField.OriginalDate, Date));
}

public sealed record CancelRefundOutcome : PointsOutcome;

public sealed class CancelRefundHandler(TransactionDependencies steps, ICards cards, IBatches batches, TransactionUndo transactionUndo)
    : TransactionHandler<CancelRefund, CancelRefundOutcome>(steps)
{
    private readonly TransactionDependencies steps = steps;

    protected override async Task<CancelRefundOutcome> Decide(CancelRefund message, TransactionContext context, CancellationToken cancellation)
    {
        var (store, terminal, _, batch, entry, now) = context;
        var refund = await message.Refund.FindRefund(store.Number, terminal.Number, message.Date, steps.Journal, batches, cancellation);
        var card = entry.AttachCard(await cards.Find(message.Card, cancellation));
        var isOfCard = await transactionUndo.IsOf(refund, card, cancellation);
        if ((Card.Refuse(card, store, Operations.RefundCancel, message.Track2, now.Today, isOfCard)
            ?? OriginalRules.RefuseRefundCancel(refund, batch)) is { } refused)
        {
            return message.Declined(refused);
        }

        var (account, _, decline) = await transactionUndo.CancelRefund(refund!, entry, now, cancellation);
        return decline is not null
            ? message.Declined(decline)
            : new CancelRefundOutcome
            {
                Serial = entry.Serial,
                Balance = account.Balance,
                Available = account.Available(now),
                Used = entry.Used,
                Awarded = entry.Awarded,
            };
    }
}
