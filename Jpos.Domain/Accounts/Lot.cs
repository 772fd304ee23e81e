using Jpos.Domain.Batches;

namespace Jpos.Domain.Accounts;

/// <summary>Points of one account with the same origin, which expire on one day (<see href="docs/protocol.md#4-points">protocol §4</see>).</summary>
public sealed class Lot
{
    private static readonly DateTime HeldUntil = LotKey.Never.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    private Batch? earnedIn;

    private Lot()
    {
    }

    internal Lot(long id, long accountId, LotKey key, Batch? earnedIn)
    {
        Id = id;
        AccountId = accountId;
        (Kind, Store, ExpiresOn, BatchId, Month, HeldFor) = key;
        IsHeld = HeldFor != 0;
        this.earnedIn = earnedIn;
        EarnedAt = earnedIn?.TerminalNumber;
        PendingUntil = IsHeld ? HeldUntil : earnedIn?.GiftsPendingUntil ?? DateTime.UnixEpoch;
    }

    /// <summary>Its id, unique in the host, given when the lot is made.</summary>
    public long Id { get; private set; }

    public long AccountId { get; private set; }

    public LotKind Kind { get; private set; }

    /// <inheritdoc cref="LotKey.Store"/>
    public StoreNumber Store { get; private set; } = StoreNumber.None;

    /// <inheritdoc cref="LotKey.ExpiresOn"/>
    public DateOnly ExpiresOn { get; private set; }

    /// <inheritdoc cref="LotKey.BatchId"/>
    public long BatchId { get; private set; }

    /// <inheritdoc cref="LotKey.Month"/>
    public int Month { get; private set; }

    /// <inheritdoc cref="LotKey.HeldFor"/>
    public long HeldFor { get; private set; }

    /// <summary>The terminal of the batch, with which the batch is found; null if the points wait for none.</summary>
    public TerminalNumber? EarnedAt { get; private set; }

    /// <summary>Whether the back office has not decided on a held gift yet.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>The latest end of the time in which the points are pending. Before it, the batch decides. A settlement of the batch does not change it.</summary>
    public DateTime PendingUntil { get; private set; }

    /// <summary>The lot of another account that has taken over these points in a merge; null if none has.</summary>
    public long? MovedTo { get; internal set; }

    public Points Remaining { get; private set; }

    /// <summary>Whether no points remain. It is stored, so that an index leads past the empty lots of a long history.</summary>
    public bool IsEmpty { get; private set; } = true;

    public LotKey Key => new(Kind, Store, ExpiresOn, BatchId, Month, HeldFor);

    /// <summary>Changes the points. Only the account calls it, which posts the change.</summary>
    internal void Change(Points amount)
    {
        Remaining += amount;
        IsEmpty = Remaining.IsZero;
    }

    /// <summary>The batch, if it was attached.</summary>
    internal Batch? EarnedIn => earnedIn;

    /// <summary>Returns whether the lot's batch is needed to tell if the points are pending.</summary>
    public bool NeedsBatch(DateTime now) => BatchId != 0 && earnedIn is null && now < PendingUntil;

    /// <summary>Tells the lot its batch, which is stored apart from it.</summary>
    public void Attach(Batch batch) => earnedIn = batch;

    /// <summary>Returns whether the points are pending: held, or waiting for the settlement of their batch or the end of its pending days.</summary>
    /// <exception cref="InvalidOperationException">The batch decides, and is not attached.</exception>
    public bool IsPending(DateTime now) => IsHeld || (BatchId != 0 && now < PendingUntil && (earnedIn ?? throw new InvalidOperationException($"Batch {BatchId} is not loaded with lot {Id}.")).GiftsArePending(now));

    /// <summary>Ends the hold. The gift then waits only for its batch.</summary>
    internal void Release() => (IsHeld, PendingUntil) = (false, earnedIn?.GiftsPendingUntil ?? DateTime.UnixEpoch);

    /// <summary>Takes over from a lot of the same origin whether its gift is held, and until when it is pending.</summary>
    internal void CopyHold(Lot other) => (EarnedAt, IsHeld, PendingUntil) = (other.EarnedAt, other.IsHeld, other.PendingUntil);

    /// <summary>Returns whether the points can be spent now.</summary>
    public bool IsSpendable(Moment now) => Kind is LotKind.Points && ExpiresOn >= now.Today && !IsPending(now.Utc);
}
