namespace Jpos.Domain.Cards;

/// <summary>What a PIN may be (ISO 9564). PINs themselves are never kept.</summary>
public static class Pin
{
    /// <summary>In digits.</summary>
    public const int Shortest = 4;

    /// <summary>In digits.</summary>
    public const int Longest = 12;

    /// <summary>The length of a PIN that the host makes, in digits.</summary>
    public const int MadeLength = 6;

    /// <summary>Returns whether a PIN is among the first that somebody would guess: one digit repeated, or digits that count up or down. The host makes no such PIN.</summary>
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
