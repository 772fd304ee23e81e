namespace Jpos.Domain;

/// <summary>Converts between whole hundredths and decimals with at most two places, for points and money.</summary>
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
        // The scale decides how a decimal prints: 10.00 would keep its zeros.
        if (hundredths % 100 == 0)
        {
            return hundredths / 100;
        }

        return hundredths % 10 == 0 ? hundredths / 10 / 10m : hundredths / 100m;
    }
}
