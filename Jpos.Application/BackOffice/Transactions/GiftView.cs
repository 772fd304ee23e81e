using Jpos.Domain.Journal;

namespace Jpos.Application.BackOffice.Transactions;

/// <summary>The award of a consume: cash × rate × multiplier, rounded once by the rules of its version (<c>programme/versions</c>).</summary>
/// <param name="Points">The points earned.</param>
/// <param name="Cash">The cash that earned the points, in yuan.</param>
/// <param name="Grade">The member's grade at that time; null if it was not recorded yet.</param>
/// <param name="Rate">The rate of that grade.</param>
/// <param name="Multiplier">The campaign's multiplier; 1 without a campaign.</param>
/// <param name="Campaign">The campaign's id; null if none.</param>
/// <param name="Rules">The version of the programme's rules; null if the gift is older than the versions.</param>
/// <param name="Exact">The points before rounding.</param>
public sealed record GiftView(decimal Points, decimal Cash, Grade? Grade, decimal Rate, decimal Multiplier, long? Campaign, int? Rules, decimal Exact)
{
    public static GiftView Of(TransactionJournal entry)
    {
        var cash = entry.CashAmount.ToDecimal();
        return new GiftView(entry.Awarded.ToDecimal(), cash, entry.AwardGrade, entry.AwardRate, entry.AwardMultiplier, entry.AwardCampaign, entry.AwardRules, (cash * entry.AwardRate * entry.AwardMultiplier).WithoutTrailingZeros());
    }
}
