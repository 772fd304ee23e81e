using Jpos.Domain.Journal;

namespace Jpos.Application.BackOffice.Transactions;

/// <summary>Why a consume earned what it did: cash × rate × multiplier, rounded once, as the rules of that version say (<c>programme/versions</c>).</summary>
/// <param name="Points">What was earned.</param>
/// <param name="Cash">The cash that earned it, in yuan.</param>
/// <param name="Grade">The member's grade at that time; null if it was not recorded yet.</param>
/// <param name="Rate">The part of the cash, by that grade.</param>
/// <param name="Multiplier">The campaign's; 1 for none.</param>
/// <param name="Campaign">The campaign's id; null for none.</param>
/// <param name="Rules">The version of the programme's rules; null if it was earned before versions were kept.</param>
/// <param name="Exact">What was earned before it was rounded.</param>
public sealed record GiftView(decimal Points, decimal Cash, Grade? Grade, decimal Rate, decimal Multiplier, long? Campaign, int? Rules, decimal Exact)
{
    public static GiftView Of(TransactionJournal entry)
    {
        var cash = entry.CashAmount.ToDecimal();
        return new GiftView(entry.Awarded.ToDecimal(), cash, entry.AwardGrade, entry.AwardRate, entry.AwardMultiplier, entry.AwardCampaign, entry.AwardRules, (cash * entry.AwardRate * entry.AwardMultiplier).WithoutTrailingZeros());
    }
}
