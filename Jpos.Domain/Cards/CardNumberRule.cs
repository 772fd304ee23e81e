namespace Jpos.Domain.Cards;

/// <summary>The numbers that cards of a product may have.</summary>
/// <param name="Lengths">The numbers of digits.</param>
/// <param name="Prefixes">The first digits.</param>
/// <param name="HasCheckDigit">Whether the last digit is a Luhn check digit.</param>
public sealed record CardNumberRule(NumberLengths Lengths, NumberPrefixes Prefixes, bool HasCheckDigit)
{
    /// <summary>Returns why no new card may have a number; null if one may. The text never repeats the number.</summary>
    public string? Refuse(CardNumber number) =>
        !Lengths.All.Contains(number.Value.Length) ? $"The number must have {Lengths} digits, as the card product requires. Leading zeros are digits."
        : !Prefixes.Allow(number.Value) ? $"The number must begin with {Prefixes}, as the card product requires."
        : HasCheckDigit && !number.HasCheckDigit ? "The last digit must be a Luhn check digit, as the card product requires."
        : null;

    /// <summary>Returns whether digits in a text are a card number. Serial numbers also have 12 digits, so 12 digits are a card number only with a known prefix.</summary>
    public bool Matches(ReadOnlySpan<char> digits) =>
        Lengths.All.Contains(digits.Length) && Prefixes.Allow(digits) && !(digits.Length == SerialNumber.Digits && Prefixes.IsAny) && (!HasCheckDigit || Ascii.HasLuhnCheckDigit(digits));
}
