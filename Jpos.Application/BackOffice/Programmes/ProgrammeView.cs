using Jpos.Domain.Programmes;

namespace Jpos.Application.BackOffice.Programmes;

/// <summary>What a member earns for cash, by grade, as parts of it: 0.015 is 1.5 points for 100 yuan.</summary>
/// <param name="Green">0 to 1.</param>
/// <param name="Gold">0 to 1.</param>
/// <param name="Platinum">0 to 1.</param>
/// <param name="Diamond">0 to 1.</param>
public sealed record RatesView(decimal Green, decimal Gold, decimal Platinum, decimal Diamond);

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
    decimal AdjustmentLimit)
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
            rules.AdjustmentLimit.ToDecimal());
    }
}
