namespace Jpos.Domain;

/// <summary>What points and money have in common: whole hundredths on one side, decimals with at most two places on the other.</summary>
internal static class Hundredth
{
    /// <exception cref="ArgumentOutOfRangeException">The amount has a third decimal place.</exception>
    public static long Exactly(decimal amount)
    {
        var hundredths = amount * 100;
        return decimal.Truncate(hundredths) == hundredths
            ? (long)hundredths
            : throw new ArgumentOutOfRangeException(nameof(amount), "An amount has at most two decimal places.");
    }

    public static decimal ToDecimal(long hundredths)
    {
        // The scale is what a decimal prints: 10.00 would be written with its zeros.
        if (hundredths % 100 == 0)
        {
            return hundredths / 100;
        }

        return hundredths % 10 == 0 ? hundredths / 10 / 10m : hundredths / 100m;
    }
}
