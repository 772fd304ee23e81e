using Jpos.Domain;
using Jpos.Domain.Programmes;
using Jpos.Domain.TextForms;

namespace Jpos.Api.BackOffice.Programmes;

/// <summary>What members earn for cash, by grade, as parts of it, with at most 6 decimal places: 0.015 is 1.5 points for 100 yuan.</summary>
/// <param name="Green">0 to 1.</param>
/// <param name="Gold">0 to 1.</param>
/// <param name="Platinum">0 to 1.</param>
/// <param name="Diamond">0 to 1.</param>
public sealed record RatesInput(decimal? Green, decimal? Gold, decimal? Platinum, decimal? Diamond);

/// <summary>What is to be said of the programme. All of it is said at once, so that nothing becomes what nobody meant.</summary>
public sealed record ProgrammeInput
{
    private const int MostDays = 3650;
    private const int MostMonths = 1200;
    private const int RateDecimals = 6;

    /// <summary>What one point pays, in yuan: 0.01 to 10000.</summary>
    public decimal? PointValue { get; init; }

    /// <summary>What members earn.</summary>
    public RatesInput? Rates { get; init; }

    /// <summary>To how many decimal places a gift is rounded, once: 0 to 2. Only 0 is safe behind an ISO 8583 gateway, whose fields hold whole points.</summary>
    public int? GiftDecimals { get; init; }

    /// <summary>Which way a gift is rounded: down or nearest.</summary>
    public Rounding? GiftRounding { get; init; }

    /// <summary>How many months after the sale a gift expires: 1 to 1200.</summary>
    public int? GiftValidMonths { get; init; }

    /// <summary>How many days a gift waits at most for its batch to settle: 0 to 3650. Batches that are open keep theirs.</summary>
    public int? PendingDays { get; init; }

    /// <summary>Gifts do not wait.</summary>
    public bool? GiftsAvailableAtOnce { get; init; }

    /// <summary>How many days expired points are left before a run takes them: 0 to 3650.</summary>
    public int? ExpiryGraceDays { get; init; }

    /// <summary>How many days after its business day a consume can be refunded: 0 to 3650.</summary>
    public int? RefundWindowDays { get; init; }

    /// <summary>A refund takes a spent gift back as a debt, instead of asking for cash.</summary>
    public bool? RefundMayLeaveDebt { get; init; }

    /// <summary>The points that one person may add to a card or take from it in a day; more waits for a second person.</summary>
    public decimal? AdjustmentLimit { get; init; }

    /// <summary>The points that one person may move in a day over all cards, by adjustments and opening balances; more waits for a different person, or is refused. 10000 if left out.</summary>
    public decimal? AdjustmentLimitOfPerson { get; init; }

    /// <summary>The most that one consume may come to, points and cash together, in yuan. 50000 if left out, 9999999999.99 at most.</summary>
    public decimal? MostPerConsume { get; init; }

    /// <summary>The most points that a terminal's consumes may earn in one business day. 100000 if left out, 9999999999.99 at most.</summary>
    public decimal? MostGiftsPerDay { get; init; }

    /// <summary>A gift by which a card's gifts of one business day exceed these points is held until somebody releases or refuses it. 5000 if left out, 9999999999.99 at most.</summary>
    public decimal? LargeGift { get; init; }

    internal ProgrammeRules Read(Faults faults)
    {
        faults.Require("pointValue", PointValue is >= 0.01m and <= 10_000m, FaultText.MustBe("pointValue", "0.01 to 10000"));
        var pointValue = faults.Amount("pointValue", PointValue) ?? 1;
        faults.Require("rates", Rates is not null, FaultText.Missing("rates"));
        faults.Require("giftRounding", GiftRounding is not null, FaultText.Missing("giftRounding"));
        faults.Require("giftsAvailableAtOnce", GiftsAvailableAtOnce is not null, FaultText.Missing("giftsAvailableAtOnce"));
        faults.Require("refundMayLeaveDebt", RefundMayLeaveDebt is not null, FaultText.Missing("refundMayLeaveDebt"));
        faults.Require("adjustmentLimit", AdjustmentLimit is not null, FaultText.Missing("adjustmentLimit"));
        var defaults = new ProgrammeRules();
        return new ProgrammeRules
        {
            PointValue = Money.Of(Math.Max(0.01m, pointValue)),
            GreenRate = Rate(faults, "rates.green", Rates?.Green),
            GoldRate = Rate(faults, "rates.gold", Rates?.Gold),
            PlatinumRate = Rate(faults, "rates.platinum", Rates?.Platinum),
            DiamondRate = Rate(faults, "rates.diamond", Rates?.Diamond),
            GiftDecimals = faults.Whole("giftDecimals", GiftDecimals, 0, 2, null),
            GiftRounding = GiftRounding ?? Rounding.Down,
            GiftValidMonths = faults.Whole("giftValidMonths", GiftValidMonths, 1, MostMonths, null),
            PendingDays = faults.Whole("pendingDays", PendingDays, 0, MostDays, null),
            GiftsAvailableAtOnce = GiftsAvailableAtOnce ?? false,
            ExpiryGraceDays = faults.Whole("expiryGraceDays", ExpiryGraceDays, 0, MostDays, null),
            RefundWindowDays = faults.Whole("refundWindowDays", RefundWindowDays, 0, MostDays, null),
            RefundMayLeaveDebt = RefundMayLeaveDebt ?? false,
            AdjustmentLimit = Points.Of(faults.Amount("adjustmentLimit", AdjustmentLimit) ?? 0),
            AdjustmentLimitOfPerson = faults.Amount("adjustmentLimitOfPerson", AdjustmentLimitOfPerson) is { } ofPerson ? Points.Of(ofPerson) : defaults.AdjustmentLimitOfPerson,
            MostPerConsume = faults.Amount("mostPerConsume", MostPerConsume) is { } most ? Money.Of(most) : defaults.MostPerConsume,
            MostGiftsPerDay = faults.Amount("mostGiftsPerDay", MostGiftsPerDay) is { } gifts ? Points.Of(gifts) : defaults.MostGiftsPerDay,
            LargeGift = faults.Amount("largeGift", LargeGift) is { } large ? Points.Of(large) : defaults.LargeGift,
        };
    }

    private decimal Rate(Faults faults, string field, decimal? rate) => Rates is null ? 0 : faults.Factor(field, rate, 1, RateDecimals);
}
