using Jpos.Domain.Cards;

namespace Jpos.Domain.Programmes;

/// <summary>The rules of the points programme that are the same for every card (protocol §4).</summary>
public sealed record Programme
{
    /// <summary>What one point pays, in yuan.</summary>
    public Money PointValue { get; init; } = Money.Of(1.00m);

    /// <summary>The part of the cash paid that a member earns, by grade: 0.015 is 1.5 points for 100 yuan.</summary>
    public IReadOnlyDictionary<Grade, decimal> Rates { get; init; } = new Dictionary<Grade, decimal>
    {
        [Grade.Green] = 0.01m,
        [Grade.Gold] = 0.015m,
        [Grade.Platinum] = 0.02m,
        [Grade.Diamond] = 0.03m,
    };

    /// <summary>How many months after the sale a gift expires.</summary>
    public int GiftValidMonths { get; init; } = 24;

    /// <summary>How many days a gift waits at most for its batch to settle.</summary>
    public int PendingDays { get; init; } = 7;

    /// <summary>Gifts may be spent at once, without waiting for the batch to settle.</summary>
    public bool GiftsAvailableAtOnce { get; init; }

    /// <summary>How many days points are kept after their last day before an expiry run takes them: time for what is given back late.</summary>
    public int ExpiryGraceDays { get; init; }

    /// <summary>How many days after its business day a consume can be refunded.</summary>
    public int RefundWindowDays { get; init; } = 30;

    /// <summary>A refund takes the whole gift back, below zero if it is spent, instead of asking the member for cash.</summary>
    public bool RefundMayLeaveDebt { get; init; }

    /// <summary>The zone whose days points, tickets and cards live by.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    public Moment At(DateTimeOffset instant) => new(instant.UtcDateTime, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZone).DateTime));

    /// <summary>The points that pay an amount, rounded up to 2 places.</summary>
    public Points PointsFor(Money amount) =>
        Points.FromHundredths(decimal.ToInt64(decimal.Ceiling(amount.Fen * 100m / PointValue.Fen)));

    /// <summary>What points are worth, rounded down to a fen.</summary>
    public Money ValueOf(Points points) => Money.FromFen(decimal.ToInt64(decimal.Floor(points.Hundredths * (decimal)PointValue.Fen / 100m)));

    /// <summary>What a member earns for cash: rate of the grade × campaign multiplier, rounded down once to 2 places.</summary>
    public Award AwardFor(Money cash, Grade grade, decimal multiplier = 1m)
    {
        var rate = Rates[grade];
        return new Award(Points.FromHundredths(decimal.ToInt64(decimal.Floor(cash.Fen * rate * multiplier))), grade, rate, multiplier);
    }

    /// <summary>Points whose last day is this one or before are taken by an expiry run today.</summary>
    public DateOnly ExpiredThrough(DateOnly today) => today.AddDays(-1 - ExpiryGraceDays);

    /// <summary>The last day of a gift made today.</summary>
    public DateOnly GiftExpiry(DateOnly today) => today.AddMonths(GiftValidMonths);
}

/// <summary>Points earned and the rule that gave them: what undoing goes by, whatever the rules are by then (protocol §4).</summary>
/// <param name="Points">What was earned.</param>
/// <param name="Grade">The member's at that time.</param>
/// <param name="Rate">The part of the cash, by the grade.</param>
/// <param name="Multiplier">The campaign's; 1 for none.</param>
public readonly record struct Award(Points Points, Grade Grade, decimal Rate, decimal Multiplier);
