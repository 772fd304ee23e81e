using Jpos.Domain.Programmes;

namespace Jpos.Application.BackOffice.Programmes;

/// <summary>The rules of the programme, as the back office sees them.</summary>
/// <param name="Version">Which version of them this is, from 1 on; a gift says by which one it was earned.</param>
/// <param name="Since">From when on they hold, UTC.</param>
/// <param name="By">Who made them.</param>
/// <param name="PointValue">What one point pays, in yuan.</param>
/// <param name="Rates">What a member earns.</param>
/// <param name="GiftDecimals">To how many decimal places a gift is rounded, once. Only 0 is safe behind an ISO 8583 gateway, whose fields hold whole points.</param>
/// <param name="GiftRounding">Which way a gift is rounded.</param>
/// <param name="GiftValidMonths">How many months after the sale a gift expires.</param>
/// <param name="PendingDays">How many days a gift waits at most for its batch to settle.</param>
/// <param name="GiftsAvailableAtOnce">Gifts do not wait.</param>
/// <param name="ExpiryGraceDays">How many days expired points are left before a run takes them.</param>
/// <param name="RefundWindowDays">How many days after its business day a consume can be refunded.</param>
/// <param name="RefundMayLeaveDebt">A refund takes a spent gift back as a debt, instead of asking for cash.</param>
/// <param name="AdjustmentLimit">The points that one person may add to a card or take from it in a day.</param>
/// <param name="AdjustmentLimitOfPerson">The points that one person may move in a day over all cards.</param>
/// <param name="MostPerConsume">The most that one consume may come to, in yuan.</param>
/// <param name="MostGiftsPerDay">The most points that a terminal's consumes may earn in one business day.</param>
/// <param name="LargeGift">A gift by which a card's gifts of one business day exceed these points is held.</param>
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
