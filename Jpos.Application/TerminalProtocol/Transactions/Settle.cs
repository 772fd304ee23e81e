using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Domain.Batches;
using Jpos.Domain.Programmes;
using Jpos.Domain.Stores;
using Jpos.Domain.Terminals;
using Jpos.Domain.Text;

namespace Jpos.Application.TerminalProtocol.Transactions;

/// <summary>Closes a terminal's batch and compares the totals of both sides (<see href="docs/protocol.md#8-settlement">protocol §8</see>). It has no message key, because the batch identifies it.</summary>
public sealed record Settle : TerminalMessage<SettleOutcome>
{
    public required BatchNumber Batch { get; init; }

    /// <summary>The claimed totals; null if an amount is malformed.</summary>
    public required ClaimedTotals? Claimed { get; init; }

    public override bool ClosesBatch => true;
}

public sealed record SettleOutcome : Outcome
{
    /// <summary>The results for points and tickets: s if the sides agree, n if not.</summary>
    public string Flag { get; init; } = "";
}

public sealed class SettleHandler(MessageDependencies steps, IBatches batches, IAlerts alerts, INumberSequence numbers, Programme programme) : MessageHandler<Settle>(steps)
{
    private readonly MessageDependencies steps = steps;

    protected override async Task<Reply> Answer(Settle message, MessageContext context, CancellationToken cancellation)
    {
        var (store, terminal, _, now) = context;
        if (await FindEarlier(store, terminal, message.Batch, cancellation) is { } earlier)
        {
            return new Reply(ResponseCode.Approved, earlier.Answer);
        }

        if (terminal.EnterBatch(message.Batch, now.Utc, programme, numbers, out var decline) is not { } batch)
        {
            return Declined(message, decline!, now);
        }

        if (message.Claimed is null)
        {
            return Declined(message, new Decline(ResponseCode.AmountInvalid, FieldErrorText.MustBe("Each amount", typeof(Amount))), now);
        }

        var settlement = batch.Settle(message.Claimed, now.Utc);
        var reply = steps.Reply(new SettleOutcome { Flag = settlement.Flag }, now);
        settlement.RecordAnswer(reply.Answer);
        batches.Add(settlement);
        if (!settlement.Agrees)
        {
            alerts.Raise(AlertKind.UnequalBatch, batch, now.Utc);
        }

        return reply;
    }

    /// <summary>Returns the settlement of the terminal's last closed batch, if the message repeats it.</summary>
    private async Task<Settlement?> FindEarlier(Store store, Terminal terminal, BatchNumber number, CancellationToken cancellation)
    {
        var newest = terminal.Batch;
        var isLastClosed = newest is { IsOpen: false } ? newest.Number == number : newest?.Number == number.Next;
        return isLastClosed && await batches.FindLatest(store.Number, terminal.Number, number, cancellation) is { IsOpen: false } batch
            ? await batches.FindSettlement(batch.Id, cancellation)
            : null;
    }
}
