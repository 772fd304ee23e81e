namespace Jpos.Domain;

/// <summary>Decimals that look the same wherever they come from.</summary>
public static class DecimalScale
{
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>The same number without zeros at its end: arithmetic and some databases add them.</summary>
    public static decimal WithoutTrailingZeros(this decimal number) => number / One;
}
