namespace Jpos.Application.BackOffice.HeldGifts;

/// <summary>A held gift.</summary>
/// <param name="Serial">The serial number of the consume that earned the gift.</param>
/// <param name="Card">The card's full number; masked in the audit log.</param>
/// <param name="Points">The remaining points of the gift; for a refused gift, the points that were taken back.</param>
/// <param name="ExpiresOn">The last day of the points.</param>
/// <param name="At">The time at which the gift was earned, UTC.</param>
/// <param name="State">The state of the gift.</param>
/// <param name="Decision">The reason of the decision; null while the gift is held.</param>
public sealed record HeldGiftView(string Serial, string Card, decimal Points, DateOnly? ExpiresOn, DateTime At, HeldGiftState State, string? Decision)
{
    public static HeldGiftView Of(HeldGift gift, CardNumber card) =>
        new(gift.Consume.ToString(), card.Value, gift.Points.ToDecimal(), gift.ExpiresOn, gift.At, HeldGiftState.Held, null);

    public static string Subject(SerialNumber consume) => $"held-gifts/{consume}";
}
