using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Domain.Journal;

namespace Jpos.Application.TerminalProtocol.Refunds;

/// <summary>Refunds a whole consume of the same store and card, at any terminal and any time within the window (<see href="docs/protocol.md#5-endpoints">protocol §5</see>).</summary>
public sealed record Refund : TransactionMessage<RefundOutcome>
{
    public required SerialNumber Consume { get; init; }

    /// <summary>The consume's business day; compared if it is sent.</summary>
    public DateOnly? ConsumeDate { get; init; }

    /// <summary>The cash register's number of the consume; compared if it is sent.</summary>
    public RegisterTrace? ConsumeRegisterTrace { get; init; }

    public override Operations Operation => Operations.Refund;

    public override MessageContent Content => new MessageContent()
        .With(ContentField.Card, Card.Value)
        .With(ContentField.OriginalSerial, Consume)
        .With(ContentField.OriginalDate, ConsumeDate)
        .With(ContentField.OriginalRegisterTrace, ConsumeRegisterTrace);
}

public sealed record RefundOutcome : Outcome
{
    public SerialNumber? Serial { get; init; }

    public Points Balance { get; init; }

    public Points Available { get; init; }

    /// <summary>The points given back.</summary>
    public Points Returned { get; init; }

    /// <summary>The points of the gift that were taken back.</summary>
    public Points GiftReturned { get; init; }

    /// <summary>The cash that was paid, gross.</summary>
    public Money Cash { get; init; }

    /// <summary>The cash that the customer owes for the spent part of the gift.</summary>
    public Money Supply { get; init; }
}

public sealed class RefundHandler(TransactionDependencies steps, ICards cards, TransactionUndo transactionUndo) : TransactionHandler<Refund, RefundOutcome>(steps)
{
    private readonly TransactionDependencies steps = steps;

    protected override async Task<RefundOutcome> Decide(Refund message, TransactionContext context, CancellationToken cancellation)
    {
        var (store, _, _, _, entry, now) = context;
        var consume = await FindConsume(message, store.Number, cancellation);
        var card = entry.AttachCard(await cards.Find(message.Card, cancellation));
        var isOfCard = await transactionUndo.IsOf(consume, card, cancellation);
        if ((Card.Refuse(card, store, Operations.Refund, message.Track2, now.Today, isOfCard)
            ?? OriginalRules.RefuseRefund(consume, entry.BusinessDay, steps.Programme.Rules.RefundWindowDays)) is { } refused)
        {
            return message.Declined(refused);
        }

        var (account, left, decline) = await transactionUndo.Refund(consume!, entry, now, cancellation);
        return decline is not null
            ? message.Declined(decline)
            : new RefundOutcome
            {
                Serial = entry.Serial,
                Balance = account.Balance,
                Available = account.Available(now),
                Returned = entry.Used,
                GiftReturned = entry.Awarded,
                Cash = entry.CashAmount,
                Supply = steps.Programme.ValueOf(left),
            };
    }

    private async Task<TransactionJournal?> FindConsume(Refund message, StoreNumber store, CancellationToken cancellation)
    {
        var found = await steps.Journal.Find(message.Consume, cancellation);
        return found is { Operation: Operations.Consume, IsReversal: false }
            && found.Store == store
            && (message.ConsumeDate is null || found.BusinessDay == message.ConsumeDate)
            && (message.ConsumeRegisterTrace is null || found.RegisterTrace == message.ConsumeRegisterTrace)
            ? found
            : null;
    }
}
