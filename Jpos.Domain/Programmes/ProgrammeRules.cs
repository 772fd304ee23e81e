namespace Jpos.Domain.Programmes;

/// <summary>The rules of the programme, the same for every card, that the back office sets (<see href="docs/protocol.md#4-points">protocol §4</see>).</summary>
public sealed record ProgrammeRules
{
    /// <summary>The value of one point, in yuan.</summary>
    public Money PointValue { get; init; } = Money.Of(1.00m);

    /// <summary>The part of the paid cash that a member earns, by grade: 0.015 gives 1.5 points for 100 yuan.</summary>
    public decimal GreenRate { get; init; } = 0.01m;

    /// <inheritdoc cref="GreenRate"/>
    public decimal GoldRate { get; init; } = 0.015m;

    /// <inheritdoc cref="GreenRate"/>
    public decimal PlatinumRate { get; init; } = 0.02m;

    /// <inheritdoc cref="GreenRate"/>
    public decimal DiamondRate { get; init; } = 0.03m;

    /// <summary>The number of decimal places to which a gift is rounded, once: 0 to 2. Only 0 is safe behind an ISO 8583 gateway, whose fields hold whole points.</summary>
    public int GiftDecimals { get; init; } = 2;

    /// <summary>The direction in which a gift is rounded.</summary>
    public Rounding GiftRounding { get; init; } = Rounding.Down;

    /// <summary>The number of months after which a gift expires.</summary>
    public int GiftValidMonths { get; init; } = 24;

    /// <summary>The number of days after which a gift is available without a settlement.</summary>
    public int PendingDays { get; init; } = 7;

    /// <summary>Whether gifts can be spent at once, without waiting for the settlement of their batch.</summary>
    public bool GiftsAvailableAtOnce { get; init; }

    /// <summary>The number of days between the last valid day of points and their expiry run. Points that are returned late can use this time.</summary>
    public int ExpiryGraceDays { get; init; }

    /// <summary>The number of days after its business day in which a consume can be refunded.</summary>
    public int RefundWindowDays { get; init; } = 30;

    /// <summary>Whether a refund takes back the whole gift, below zero if it is spent, instead of cash from the member.</summary>
    public bool RefundMayLeaveDebt { get; init; }

    /// <summary>The points that one person may add to a card or take from it in a day. A larger adjustment waits for a different person.</summary>
    public Points AdjustmentLimit { get; init; } = Points.Of(1000m);

    /// <summary>The points that one person may move in a day over all cards, by adjustments and opening balances. A larger adjustment waits for a different person; a larger opening balance is refused.</summary>
    public Points AdjustmentLimitOfPerson { get; init; } = Points.Of(10_000m);

    /// <summary>The largest amount of one consume, points and cash together (<see href="docs/protocol.md#2-response-codes">protocol §2</see>, row 17).</summary>
    public Money MostPerConsume { get; init; } = Money.Of(50_000.00m);

    /// <summary>The points that the consumes of a terminal may earn in one business day (<see href="docs/protocol.md#2-response-codes">protocol §2</see>, row 17).</summary>
    public Points MostGiftsPerDay { get; init; } = Points.Of(100_000m);

    /// <summary>The limit of an account's gifts in one day. A gift that exceeds it is held until the back office decides (<see href="docs/protocol.md#4-points">protocol §4</see>).</summary>
    public Points LargeGift { get; init; } = Points.Of(5_000m);

    /// <summary>Returns whether any limit on new points is higher than in other rules, or the value of a point is. The value matters because limits are in points.</summary>
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
