using Jpos.Domain.Batches;

namespace Jpos.Domain.Accounts;

/// <summary>Points of one account that came together and expire together (protocol §4).</summary>
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

    /// <summary>Unique in the host, given when the lot is made.</summary>
    public long Id { get; private set; }

    public long AccountId { get; private set; }

    public LotKind Kind { get; private set; }

    /// <summary>The last day on which the points are good; null for a debt, which does not expire.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>The batch whose settlement makes these points available; null for points that wait for none.</summary>
    public Batch? EarnedInBatch { get; private set; }

    /// <summary>The consume whose large gift this is, while the back office has not released it; null for points that nobody holds.</summary>
    public SerialNumber? HeldForConsume { get; private set; }

    public Points Remaining { get; internal set; }

    /// <summary>A gift waits until the batch of its consume settles, or has been open for long enough. A large one is held besides, until the back office releases it.</summary>
    public bool IsPending(DateTime now) => HeldForConsume is not null || (EarnedInBatch is { } batch && batch.GiftsArePending(now));

    /// <summary>Ends the hold: the gift waits for its batch only.</summary>
    internal void Release() => HeldForConsume = null;

    /// <summary>The points may be spent now.</summary>
    public bool IsSpendable(Moment now) => Kind is LotKind.Points && ExpiresOn >= now.Today && !IsPending(now.Utc);
}
