namespace Jpos.Application.BackOffice.HeldGifts;

/// <summary>A large gift, as the back office sees it.</summary>
/// <param name="Serial">The serial number of the consume that earned it.</param>
/// <param name="Card">The card's whole number; masked in the audit log.</param>
/// <param name="Points">What is left of it; of a refused one, what was taken back.</param>
/// <param name="ExpiresOn">The last day of its points.</param>
/// <param name="At">When it was earned, UTC.</param>
/// <param name="State">What has become of it.</param>
/// <param name="Decision">Why it was released or refused; null while it is held.</param>
public sealed record HeldGiftView(string Serial, string Card, decimal Points, DateOnly? ExpiresOn, DateTime At, HeldGiftState State, string? Decision)
{
    public static HeldGiftView Of(HeldGift gift, CardNumber card) =>
        new(gift.Consume.ToString(), card.Value, gift.Points.ToDecimal(), gift.ExpiresOn, gift.At, HeldGiftState.Held, null);

    public static string Subject(SerialNumber consume) => $"held-gifts/{consume}";
}
