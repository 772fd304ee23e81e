using System.Globalization;
using Jpos.Domain.Accounts;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>A card, as the back office sees it.</summary>
/// <param name="Number">Its whole number, <c>cardNo</c> on the wire.</param>
/// <param name="Id">By which the audit log names it, where no number is.</param>
/// <param name="Product">The id of its product.</param>
/// <param name="Member">The id of whom it belongs to; null for nobody yet.</param>
/// <param name="State">Whether it may be used; it has to be good still, too.</param>
/// <param name="ExpiresOn">The last day on which it may be used; null for one that does not expire.</param>
/// <param name="Balance">All its points, <c>pointBalance</c> on the wire.</param>
/// <param name="Available">Those that may be spent now; below zero if it owes more than it holds.</param>
/// <param name="HasPin">It has a PIN.</param>
/// <param name="PinLocked">No PIN is accepted now: three were wrong today, or ten in a row. The security officer unlocks it.</param>
/// <param name="ReplacedBy">The number under which the card goes on that had this one; null for one that was not replaced.</param>
public sealed record CardView(
    string Number, long Id, long Product, long? Member, CardState State, DateOnly? ExpiresOn, decimal Balance, decimal Available, bool HasPin, bool PinLocked, string? ReplacedBy)
{
    // The balance is the lots' sum and not read off the account: both figures are to be of one moment, even if a payment comes between two looks.
    public static CardView Of(Card card, PointAccount account, Moment now) => new(
        card.Number.Value,
        card.Id,
        card.Product.Id,
        card.Member?.Id,
        card.State,
        card.ExpiresOn,
        account.Lots.Select(lot => lot.Remaining).Sum().ToDecimal(),
        account.Available(now).ToDecimal(),
        card.HasPin,
        card.IsPinLocked(now.Today),
        card.ReplacedBy?.Value);

    public static string Subject(Card card) => string.Create(CultureInfo.InvariantCulture, $"cards/{card.Number.Masked}/{card.Id}");
}
