using Jpos.Domain.Batches;

namespace Jpos.Domain.Accounts;

/// <summary>Points of one account that were added at once and expire on one day (<see href="docs/protocol.md#4-points">protocol §4</see>).</summary>
public sealed class Lot
{
    private Lot()
    {
    }

    internal Lot(long id, LotKind kind, DateOnly? expiresOn, Batch? earnedIn, SerialNumber? heldFor = null)
    {
        Id = id;
        Kind = kind;
        ExpiresOn = expiresOn;
        EarnedInBatch = earnedIn;
        HeldForConsume = heldFor;
    }

    /// <summary>Its id, unique in the host, given when the lot is made.</summary>
    public long Id { get; private set; }

    public long AccountId { get; private set; }

    public LotKind Kind { get; private set; }

    /// <summary>The last day on which the points are valid; null for a debt, which does not expire.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>The batch whose settlement makes these points available; null if they wait for none.</summary>
    public Batch? EarnedInBatch { get; private set; }

    /// <summary>The consume whose gift is held in this lot, until the back office releases it; null if the lot is not held.</summary>
    public SerialNumber? HeldForConsume { get; private set; }

    public Points Remaining { get; internal set; }

    /// <summary>Returns whether the points are pending: held, or waiting for the settlement of their batch or the end of its pending days.</summary>
    public bool IsPending(DateTime now) => HeldForConsume is not null || (EarnedInBatch is { } batch && batch.GiftsArePending(now));

    /// <summary>Ends the hold. The gift then waits only for its batch.</summary>
    internal void Release() => HeldForConsume = null;

    /// <summary>Returns whether the points can be spent now.</summary>
    public bool IsSpendable(Moment now) => Kind is LotKind.Points && ExpiresOn >= now.Today && !IsPending(now.Utc);
}
