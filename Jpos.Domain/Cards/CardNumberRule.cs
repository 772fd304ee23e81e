namespace Jpos.Domain.Cards;

/// <summary>Which numbers are card numbers of a product.</summary>
/// <param name="Lengths">How many digits they have.</param>
/// <param name="Prefixes">With what they begin.</param>
/// <param name="HasCheckDigit">They end in a Luhn check digit.</param>
public sealed record CardNumberRule(NumberLengths Lengths, NumberPrefixes Prefixes, bool HasCheckDigit)
{
    /// <summary>Says why no new card may have a number; null if one may. It never repeats the number.</summary>
    public string? Refuse(CardNumber number) =>
        !Lengths.All.Contains(number.Value.Length) ? $"The number must have {Lengths} digits, as the card product says. Leading zeros are digits."
        : !Prefixes.Allow(number.Value) ? $"The number must begin with {Prefixes}, as the card product says."
        : HasCheckDigit && !number.HasCheckDigit ? "The last digit is not the check digit that the product asks for."
        : null;

    /// <summary>Returns whether digits in a text are a card number. Serial numbers have 12 digits too, so that 12 digits are a card number only by a prefix.</summary>
    public bool Matches(ReadOnlySpan<char> digits) =>
        Lengths.All.Contains(digits.Length) && Prefixes.Allow(digits) && !(digits.Length == SerialNumber.Digits && Prefixes.IsAny) && (!HasCheckDigit || Ascii.HasLuhnCheckDigit(digits));
}
