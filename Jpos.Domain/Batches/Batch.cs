using Jpos.Domain.Programmes;

namespace Jpos.Domain.Batches;

/// <summary>
/// The transactions of a terminal between two settlements. Its number restarts after 999999, so message keys refer to <see cref="Id"/>, not to the number (<see href="docs/protocol.md#3-one-message-one-effect">protocol §3</see>, <see href="docs/protocol.md#8-settlement">§8</see>).
/// </summary>
public sealed class Batch
{
    private Batch()
    {
    }

    private Batch(long id, StoreNumber store, TerminalNumber terminal, BatchNumber number, DateTime now, int pendingDays, Batch? previous)
    {
        Id = id;
        StoreNumber = store;
        TerminalNumber = terminal;
        Number = number;
        OpenedAt = now;
        GiftsPendingUntil = now.AddDays(pendingDays);
        (GiftsOn, GiftsOfDay) = (previous?.GiftsOn, previous?.GiftsOfDay ?? Points.Zero);
    }

    /// <summary>Its id, unique in the host. Ids are in no order, because hosts that share a database number separately.</summary>
    public long Id { get; private set; }

    public StoreNumber StoreNumber { get; private set; } = null!;

    public TerminalNumber TerminalNumber { get; private set; } = null!;

    public BatchNumber Number { get; private set; } = null!;

    public DateTime OpenedAt { get; private set; }

    /// <summary>The time at which it was closed, UTC; null while it is open.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>The time at which the gifts of its consumes become available: at its settlement, or after <see cref="ProgrammeRules.PendingDays"/> without one.</summary>
    public DateTime GiftsPendingUntil { get; private set; }

    public BatchTotals Totals { get; private set; } = new();

    /// <summary>The business day of the terminal's newest gift; null before its first.</summary>
    public DateOnly? GiftsOn { get; private set; }

    /// <summary>All gifts of the terminal on that day, also of earlier batches. A later undo does not reduce it.</summary>
    public Points GiftsOfDay { get; private set; }

    public bool IsOpen => ClosedAt is null;

    public static Batch Open(StoreNumber store, TerminalNumber terminal, BatchNumber number, DateTime now, Programme programme, INumberSequence numbers, Batch? previous = null) =>
        new(numbers.Next(), store, terminal, number, now, programme.Rules.PendingDays, previous);

    /// <summary>Returns the terminal's gifts of a business day with one more gift. If its newest day is later, that day counts.</summary>
    public Points GiftsWith(Points gift, DateOnly businessDay) => BeginsDay(businessDay) ? gift : GiftsOfDay + gift;

    public bool GiftsArePending(DateTime now) => now < GiftsPendingUntil;

    /// <summary>Closes the batch, whether the two sides agree or not, and makes its gifts available. This changes the state of the batch, not each gift (<see href="docs/protocol.md#8-settlement">protocol §8</see>).</summary>
    /// <exception cref="InvalidOperationException">It is already closed.</exception>
    public Settlement Settle(ClaimedTotals claimed, DateTime now)
    {
        if (!IsOpen)
        {
            throw new InvalidOperationException($"Batch {Id} is closed already.");
        }

        ClosedAt = now;
        if (GiftsArePending(now))
        {
            GiftsPendingUntil = now;
        }

        return new Settlement(this, claimed, now);
    }

    /// <summary>Adds an approved line to the totals.</summary>
    internal void Add(BatchLine line)
    {
        Totals.Add(line);
        if (line is { Operation: Operations.Consume, Awarded.IsZero: false })
        {
            (GiftsOn, GiftsOfDay) = (BeginsDay(line.BusinessDay) ? line.BusinessDay : GiftsOn, GiftsWith(line.Awarded, line.BusinessDay));
        }
    }

    /// <summary>Removes a reversed transaction from the totals, while they are not settled.</summary>
    internal void Remove(BatchLine line)
    {
        if (IsOpen)
        {
            Totals.Remove(line);
        }
    }

    private bool BeginsDay(DateOnly businessDay) => businessDay > (GiftsOn ?? DateOnly.MinValue);
}
