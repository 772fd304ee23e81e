namespace Jpos.Domain.Accounts;

/// <summary>Points that a person adds to a card or takes from it by hand, with a reason.</summary>
public sealed class PointAdjustment
{
    private PointAdjustment()
    {
    }

    /// <param name="id">The id.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="cardId">The card by which the account was named.</param>
    /// <param name="points">The points the account gains; below zero, loses.</param>
    /// <param name="expiresOn">The last valid day of added points; null for that of a gift made on the day when they are added.</param>
    /// <param name="reason">The reason.</param>
    /// <param name="by">The caller who requests it.</param>
    /// <param name="person">The person who requests it.</param>
    /// <param name="now">When.</param>
    public PointAdjustment(long id, long accountId, long cardId, Points points, DateOnly? expiresOn, string reason, string by, string person, Moment now)
    {
        (Id, AccountId, CardId) = (id, accountId, cardId);
        Points = points;
        ExpiresOn = expiresOn;
        Reason = reason;
        RequestedBy = by;
        Person = person;
        RequestedAt = now.Utc;
        Day = now.Today;
    }

    public long Id { get; private set; }

    public long AccountId { get; private set; }

    /// <summary>The card by which the account was named.</summary>
    public long CardId { get; private set; }

    /// <summary>The points that the card gains; below zero, loses.</summary>
    public Points Points { get; private set; }

    /// <summary>The last valid day of added points; null for that of a gift.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>The stored state. A pending adjustment may have expired.</summary>
    public AdjustmentState State { get; private set; }

    public string RequestedBy { get; private set; } = "";

    /// <summary>The person who requested it, with any key or token. Only a different person may decide.</summary>
    public string Person { get; private set; } = "";

    public DateTime RequestedAt { get; private set; }

    /// <summary>The programme's day of the request, for whose limit it counts.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The person who decided; null while pending, and if no approval was needed.</summary>
    public string? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>The comment of the person who decided.</summary>
    public string? Decision { get; private set; }

    /// <summary>The entry that moved the points; null if none have moved.</summary>
    public SerialNumber? Serial { get; private set; }

    /// <summary>Returns whether the adjustment exceeds the limit for one card and needs a different person.</summary>
    /// <param name="limit">The points that one person may move on a card in a day.</param>
    /// <param name="today">The points moved on the card today without approval, added or taken.</param>
    public bool NeedsSecondPerson(Points limit, Points today) => Points.Abs() + today > limit;

    /// <summary>Returns the state at a moment.</summary>
    /// <param name="lapsedUpTo">A pending adjustment that was requested up to this instant has expired.</param>
    public AdjustmentState StateWhen(DateTime lapsedUpTo) => State is AdjustmentState.Pending && RequestedAt <= lapsedUpTo ? AdjustmentState.Expired : State;

    /// <summary>Marks it as applied: its points have moved.</summary>
    public void MarkApplied(SerialNumber serial) => (State, Serial) = (AdjustmentState.Applied, serial);

    /// <summary>Passes the adjustment to the account that its own was merged into.</summary>
    public void MoveTo(long accountId) => AccountId = accountId;

    /// <summary>Records the decision of a different person.</summary>
    public void Decide(bool approved, string by, string decision, DateTime at) =>
        (State, DecidedBy, Decision, DecidedAt) = (approved ? State : AdjustmentState.Refused, by, decision, at);
}
