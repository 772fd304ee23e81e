namespace Jpos.Domain;

/// <summary>Brings decimals into one form, whatever their source.</summary>
public static class DecimalScale
{
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>Returns the same number without trailing zeros, which arithmetic and some databases add.</summary>
    public static decimal WithoutTrailingZeros(this decimal number) => number / One;
}
