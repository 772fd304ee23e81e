namespace Jpos.Domain.Cards;

/// <summary>The rules for a PIN (ISO 9564). PINs themselves are never stored.</summary>
public static class Pin
{
    /// <summary>The shortest length, in digits.</summary>
    public const int Shortest = 4;

    /// <summary>The longest length, in digits.</summary>
    public const int Longest = 12;

    /// <summary>The length of a PIN that the host generates, in digits.</summary>
    public const int MadeLength = 6;

    /// <summary>Returns whether a PIN is easy to guess: one repeated digit, or digits that count up or down. The host generates no such PIN.</summary>
    public static bool IsTrivial(ReadOnlySpan<char> digits)
    {
        if (digits.Length < 2)
        {
            return true;
        }

        var step = digits[1] - digits[0];
        for (var at = 2; at < digits.Length; at++)
        {
            if (digits[at] - digits[at - 1] != step)
            {
                return false;
            }
        }

        return step is -1 or 0 or 1;
    }
}
