using Jpos.Domain;
using Jpos.Domain.Programmes;

namespace Jpos.Api.BackOffice.Programmes;

/// <summary>The complete rules of the programme. A PUT must send all of them, so that no omission changes a rule by accident.</summary>
public sealed record ProgrammeInput
{
    private const int MostDays = 3650;
    private const int MostMonths = 1200;
    private const int RateDecimals = 6;

    /// <summary>The value of one point, in yuan: 0.01 to 10000.</summary>
    [Mandatory]
    public decimal? PointValue { get; init; }

    /// <summary>The rates at which members earn points.</summary>
    [Mandatory]
    public RatesInput? Rates { get; init; }

    /// <summary>The decimal places of a gift, which is rounded once: 0 to 2. Only 0 is safe behind an ISO 8583 gateway, whose fields hold whole points.</summary>
    [Mandatory]
    public int? GiftDecimals { get; init; }

    /// <summary>The rounding of gifts: down or nearest.</summary>
    [Mandatory]
    public Rounding? GiftRounding { get; init; }

    /// <summary>The months from the sale until a gift expires: 1 to 1200.</summary>
    [Mandatory]
    public int? GiftValidMonths { get; init; }

    /// <summary>The most days that a gift is pending until its batch settles: 0 to 3650. A change does not affect open batches.</summary>
    [Mandatory]
    public int? PendingDays { get; init; }

    /// <summary>Whether gifts are available at once instead of pending.</summary>
    [Mandatory]
    public bool? GiftsAvailableAtOnce { get; init; }

    /// <summary>The days that expired points are kept before the expiry job takes them: 0 to 3650.</summary>
    [Mandatory]
    public int? ExpiryGraceDays { get; init; }

    /// <summary>The days after its business day in which a consume can be refunded: 0 to 3650.</summary>
    [Mandatory]
    public int? RefundWindowDays { get; init; }

    /// <summary>Whether a refund records a spent gift as a debt. Otherwise the customer pays for it in cash.</summary>
    [Mandatory]
    public bool? RefundMayLeaveDebt { get; init; }

    /// <summary>The points that one person may add to or take from a card in a day. Above this limit a second person must approve.</summary>
    [Mandatory]
    public decimal? AdjustmentLimit { get; init; }

    /// <summary>The points that one person may move in a day over all cards, by adjustments and opening balances. Above this limit an adjustment needs a different person's approval, and an opening balance is refused. 10000 if omitted.</summary>
    public decimal? AdjustmentLimitOfPerson { get; init; }

    /// <summary>The highest total of one consume, points and cash together, in yuan. 50000 if omitted, 9999999999.99 at most.</summary>
    public decimal? MostPerConsume { get; init; }

    /// <summary>The most points that a terminal's consumes may earn in one business day. 100000 if omitted, 9999999999.99 at most.</summary>
    public decimal? MostGiftsPerDay { get; init; }

    /// <summary>The limit on a card's gifts of one business day, in points. The gift that exceeds it is held for a person's decision. 5000 if omitted, 9999999999.99 at most.</summary>
    public decimal? LargeGift { get; init; }

    internal ProgrammeRules Read(FieldReader fields)
    {
        fields.Check("pointValue", PointValue is >= 0.01m and <= 10_000m, FieldErrorText.MustBe("pointValue", "0.01 to 10000"));
        var pointValue = fields.Amount("pointValue", PointValue) ?? 1;
        fields.Check("rates", Rates is not null, FieldErrorText.Missing("rates"));
        fields.Check("giftRounding", GiftRounding is not null, FieldErrorText.Missing("giftRounding"));
        fields.Check("giftsAvailableAtOnce", GiftsAvailableAtOnce is not null, FieldErrorText.Missing("giftsAvailableAtOnce"));
        fields.Check("refundMayLeaveDebt", RefundMayLeaveDebt is not null, FieldErrorText.Missing("refundMayLeaveDebt"));
        fields.Check("adjustmentLimit", AdjustmentLimit is not null, FieldErrorText.Missing("adjustmentLimit"));
        var defaults = new ProgrammeRules();
        return new ProgrammeRules
        {
            PointValue = Money.Of(Math.Max(0.01m, pointValue)),
            GreenRate = Rate(fields, "rates.green", Rates?.Green),
            GoldRate = Rate(fields, "rates.gold", Rates?.Gold),
            PlatinumRate = Rate(fields, "rates.platinum", Rates?.Platinum),
            DiamondRate = Rate(fields, "rates.diamond", Rates?.Diamond),
            GiftDecimals = fields.Whole("giftDecimals", GiftDecimals, 0, 2, null),
            GiftRounding = GiftRounding ?? Rounding.Down,
            GiftValidMonths = fields.Whole("giftValidMonths", GiftValidMonths, 1, MostMonths, null),
            PendingDays = fields.Whole("pendingDays", PendingDays, 0, MostDays, null),
            GiftsAvailableAtOnce = GiftsAvailableAtOnce ?? false,
            ExpiryGraceDays = fields.Whole("expiryGraceDays", ExpiryGraceDays, 0, MostDays, null),
            RefundWindowDays = fields.Whole("refundWindowDays", RefundWindowDays, 0, MostDays, null),
            RefundMayLeaveDebt = RefundMayLeaveDebt ?? false,
            AdjustmentLimit = Points.Of(fields.Amount("adjustmentLimit", AdjustmentLimit) ?? 0),
            AdjustmentLimitOfPerson = fields.Amount("adjustmentLimitOfPerson", AdjustmentLimitOfPerson) is { } ofPerson ? Points.Of(ofPerson) : defaults.AdjustmentLimitOfPerson,
            MostPerConsume = fields.Amount("mostPerConsume", MostPerConsume) is { } most ? Money.Of(most) : defaults.MostPerConsume,
            MostGiftsPerDay = fields.Amount("mostGiftsPerDay", MostGiftsPerDay) is { } gifts ? Points.Of(gifts) : defaults.MostGiftsPerDay,
            LargeGift = fields.Amount("largeGift", LargeGift) is { } large ? Points.Of(large) : defaults.LargeGift,
        };
    }

    private decimal Rate(FieldReader fields, string field, decimal? rate) => Rates is null ? 0 : fields.Factor(field, rate, 1, RateDecimals);
}
