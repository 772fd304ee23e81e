namespace Jpos.Domain.Programmes;

/// <summary>What the back office says of the points programme: the rules that are the same for every card (protocol §4).</summary>
public sealed record ProgrammeRules
{
    /// <summary>What one point pays, in yuan.</summary>
    public Money PointValue { get; init; } = Money.Of(1.00m);

    /// <summary>The part of the cash paid that a member earns, by grade: 0.015 is 1.5 points for 100 yuan.</summary>
    public decimal GreenRate { get; init; } = 0.01m;

    /// <inheritdoc cref="GreenRate"/>
    public decimal GoldRate { get; init; } = 0.015m;

    /// <inheritdoc cref="GreenRate"/>
    public decimal PlatinumRate { get; init; } = 0.02m;

    /// <inheritdoc cref="GreenRate"/>
    public decimal DiamondRate { get; init; } = 0.03m;

    /// <summary>To how many decimal places a gift is rounded, once: 0 to 2. Only 0 is safe behind an ISO 8583 gateway, whose fields hold whole points.</summary>
    public int GiftDecimals { get; init; } = 2;

    /// <summary>Which way a gift is rounded.</summary>
    public Rounding GiftRounding { get; init; } = Rounding.Down;

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

    /// <summary>The points that one person may add to a card or take from it in a day; more waits for a second person.</summary>
    public Points AdjustmentLimit { get; init; } = Points.Of(1000m);

    /// <summary>The points that one person may move in a day over all cards, by adjustments and opening balances; more waits for a different person, or is refused.</summary>
    public Points AdjustmentLimitOfPerson { get; init; } = Points.Of(10_000m);

    /// <summary>The most that one consume may come to, points and cash together (protocol §2, row 17).</summary>
    public Money MostPerConsume { get; init; } = Money.Of(50_000.00m);

    /// <summary>The most points that a terminal's consumes may earn in one business day (protocol §2, row 17).</summary>
    public Points MostGiftsPerDay { get; init; } = Points.Of(100_000m);

    /// <summary>A gift by which an account's gifts of one business day exceed this is held until the back office decides (protocol §2).</summary>
    public Points LargeGift { get; init; } = Points.Of(5_000m);

    /// <summary>Returns whether any limit on how points are made is higher than other rules have it, or a point is worth more: limits are in points.</summary>
    public bool RaisesLimitOf(ProgrammeRules other) => PointValue > other.PointValue
        || AdjustmentLimit > other.AdjustmentLimit
        || AdjustmentLimitOfPerson > other.AdjustmentLimitOfPerson
        || MostPerConsume > other.MostPerConsume
        || MostGiftsPerDay > other.MostGiftsPerDay
        || LargeGift > other.LargeGift;

    public decimal RateOf(Grade grade) => grade switch
    {
        Grade.Green => GreenRate,
        Grade.Gold => GoldRate,
        Grade.Platinum => PlatinumRate,
        Grade.Diamond => DiamondRate,
        _ => throw new ArgumentOutOfRangeException(nameof(grade), grade, "There is no such grade."),
    };
}
