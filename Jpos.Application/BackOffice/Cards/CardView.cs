using System.Globalization;
using Jpos.Domain.Accounts;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>A card.</summary>
/// <param name="Number">The full number, <c>cardNo</c> on the wire.</param>
/// <param name="Id">The id, by which the audit log names the card without its number.</param>
/// <param name="Account">The id of the account from which the card spends.</param>
/// <param name="Product">The id of the card's product.</param>
/// <param name="Member">The id of the card's member; null if none.</param>
/// <param name="State">The state. An active card must also be unexpired to be used.</param>
/// <param name="ExpiresOn">The last day on which the card may be used; null if it does not expire.</param>
/// <param name="Balance">The balance, <c>pointBalance</c> on the wire.</param>
/// <param name="Available">The points that can be spent now; negative if the debts exceed the points.</param>
/// <param name="HasPin">Whether the card has a PIN.</param>
/// <param name="PinLocked">Whether the host refuses every PIN, after three wrong PINs in a day or ten in a row. A security officer can unlock it.</param>
/// <param name="ReplacedBy">The number of the new card that replaced this one; null if it was not replaced.</param>
public sealed record CardView(
    string Number, long Id, long Account, long Product, long? Member, CardState State, DateOnly? ExpiresOn, decimal Balance, decimal Available, bool HasPin, bool PinLocked, string? ReplacedBy)
{
    public static CardView Of(Card card, PointAccount account, Moment now) => new(
        card.Number.Value,
        card.Id,
        card.AccountId,
        card.Product.Id,
        card.Member?.Id,
        card.State,
        card.ExpiresOn,
        account.Balance.ToDecimal(),
        account.Available(now).ToDecimal(),
        card.HasPin,
        card.IsPinLocked(now.Today),
        card.ReplacedBy?.Value);

    public static string Subject(Card card) => string.Create(CultureInfo.InvariantCulture, $"cards/{card.Number.Masked}/{card.Id}");
}
