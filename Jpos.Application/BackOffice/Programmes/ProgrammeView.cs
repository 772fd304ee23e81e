using Jpos.Domain.Programmes;

namespace Jpos.Application.BackOffice.Programmes;

/// <summary>A version of the programme's rules.</summary>
/// <param name="Version">The number of the version, from 1 on, to which a gift refers.</param>
/// <param name="Since">The time from which the version is valid, UTC.</param>
/// <param name="By">The caller who created the version.</param>
/// <param name="PointValue">The value of one point, in yuan.</param>
/// <param name="Rates">The rates at which members earn points.</param>
/// <param name="GiftDecimals">The decimal places of a gift, which is rounded once. Only 0 is safe behind an ISO 8583 gateway, whose fields hold whole points.</param>
/// <param name="GiftRounding">The rounding of gifts.</param>
/// <param name="GiftValidMonths">The months from the sale until a gift expires.</param>
/// <param name="PendingDays">The most days that a gift is pending until its batch settles.</param>
/// <param name="GiftsAvailableAtOnce">Whether gifts are available at once instead of pending.</param>
/// <param name="ExpiryGraceDays">The days that expired points are kept before the expiry job takes them.</param>
/// <param name="RefundWindowDays">The days after its business day in which a consume can be refunded.</param>
/// <param name="RefundMayLeaveDebt">Whether a refund records a spent gift as a debt. Otherwise the customer pays for it in cash.</param>
/// <param name="AdjustmentLimit">The points that one person may add to or take from a card in a day.</param>
/// <param name="AdjustmentLimitOfPerson">The points that one person may move in a day over all cards.</param>
/// <param name="MostPerConsume">The highest total of one consume, in yuan.</param>
/// <param name="MostGiftsPerDay">The most points that a terminal's consumes may earn in one business day.</param>
/// <param name="LargeGift">The limit on a card's gifts of one business day, in points. The gift that exceeds it is held.</param>
public sealed record ProgrammeView(
    int Version,
    DateTime Since,
    string By,
    decimal PointValue,
    RatesView Rates,
    int GiftDecimals,
    Rounding GiftRounding,
    int GiftValidMonths,
    int PendingDays,
    bool GiftsAvailableAtOnce,
    int ExpiryGraceDays,
    int RefundWindowDays,
    bool RefundMayLeaveDebt,
    decimal AdjustmentLimit,
    decimal AdjustmentLimitOfPerson,
    decimal MostPerConsume,
    decimal MostGiftsPerDay,
    decimal LargeGift)
{
    public const string Subject = "programme";

    public static ProgrammeView Of(ProgrammeVersion version)
    {
        var rules = version.Rules;
        return new ProgrammeView(
            version.Number,
            version.Since,
            version.By,
            rules.PointValue.ToDecimal(),
            new RatesView(rules.GreenRate, rules.GoldRate, rules.PlatinumRate, rules.DiamondRate),
            rules.GiftDecimals,
            rules.GiftRounding,
            rules.GiftValidMonths,
            rules.PendingDays,
            rules.GiftsAvailableAtOnce,
            rules.ExpiryGraceDays,
            rules.RefundWindowDays,
            rules.RefundMayLeaveDebt,
            rules.AdjustmentLimit.ToDecimal(),
            rules.AdjustmentLimitOfPerson.ToDecimal(),
            rules.MostPerConsume.ToDecimal(),
            rules.MostGiftsPerDay.ToDecimal(),
            rules.LargeGift.ToDecimal());
    }
}
