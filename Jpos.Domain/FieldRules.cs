namespace Jpos.Domain;

/// <summary>What texts and amounts may be, wherever they come from.</summary>
public static class FieldRules
{
    /// <summary>As on the wire (protocol §1).</summary>
    private const decimal LargestAmount = 9_999_999_999.99m;

    /// <summary>An amount of money or points, with at most two decimal places.</summary>
    public static bool IsAmount(decimal amount) => amount is >= 0 and <= LargestAmount && decimal.Round(amount, 2) == amount;

    /// <summary>A text for people: not too long, and without control characters.</summary>
    public static bool IsText(string text, int longest) => text.Length <= longest && !text.Any(char.IsControl);
}
