namespace Jpos.Domain.Accounts;

/// <summary>Points that somebody adds to a card or takes from it by hand, and why.</summary>
public sealed class PointAdjustment
{
    private PointAdjustment()
    {
    }

    /// <param name="cardId">The card.</param>
    /// <param name="points">What it gains; below zero, loses.</param>
    /// <param name="expiresOn">The last day of points that it gains; null for that of a gift made on the day when they are added.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="person">The person who wants it.</param>
    /// <param name="now">When.</param>
    public PointAdjustment(long cardId, Points points, DateOnly? expiresOn, string reason, string by, string person, Moment now)
    {
        CardId = cardId;
        Points = points;
        ExpiresOn = expiresOn;
        Reason = reason;
        RequestedBy = by;
        Person = person;
        RequestedAt = now.Utc;
        Day = now.Today;
    }

    public long Id { get; private set; }

    public long CardId { get; private set; }

    /// <summary>What the card gains; below zero, loses.</summary>
    public Points Points { get; private set; }

    /// <summary>The last day of points that the card gains; null for that of a gift.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>As it is stored; what waits may have lapsed.</summary>
    public AdjustmentState State { get; private set; }

    public string RequestedBy { get; private set; } = "";

    /// <summary>The person who asked, whichever key or token they came in with: only a different one decides.</summary>
    public string Person { get; private set; } = "";

    public DateTime RequestedAt { get; private set; }

    /// <summary>The programme's day on which it was asked for, whose limit it counts for.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The second person; null while nobody has decided, and for good where none was needed.</summary>
    public string? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>What the second person said.</summary>
    public string? Decision { get; private set; }

    /// <summary>The journal's record of what moved; null if nothing has.</summary>
    public SerialNumber? Serial { get; private set; }

    /// <summary>Whether it is more than one person may do to a card by themselves.</summary>
    /// <param name="limit">What one person may move on a card in a day.</param>
    /// <param name="today">What was moved on the card by single persons today, added or taken.</param>
    public bool NeedsSecondPerson(Points limit, Points today) => Points.Abs() + today > limit;

    /// <summary>What has become of it by a moment.</summary>
    /// <param name="lapsedUpTo">What was asked for up to then has lapsed, if it still waits.</param>
    public AdjustmentState StateWhen(DateTime lapsedUpTo) => State is AdjustmentState.Pending && RequestedAt <= lapsedUpTo ? AdjustmentState.Expired : State;

    /// <summary>The points have moved.</summary>
    public void MarkApplied(SerialNumber serial) => (State, Serial) = (AdjustmentState.Applied, serial);

    /// <summary>A second person has decided.</summary>
    public void Decide(bool approved, string by, string decision, DateTime at) =>
        (State, DecidedBy, Decision, DecidedAt) = (approved ? State : AdjustmentState.Refused, by, decision, at);
}
