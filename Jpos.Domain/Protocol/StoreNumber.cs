namespace Jpos.Domain.Protocol;

/// <summary>A store's number, <c>storeNo</c>: 1 to 15 letters or digits (ISO 8583 field 42; <see href="docs/protocol.md#1-transport">protocol §1</see>).</summary>
[TextForm("1 to 15 letters A to Z or digits")]
public sealed record StoreNumber
{
    private StoreNumber(string value) => Value = value;

    /// <summary>Stands for no store in a key, which has no null: for points of imports and adjustments. No store has this number.</summary>
    public static StoreNumber None { get; } = new("");

    public string Value { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out StoreNumber? number)
    {
        number = Ascii.AreLettersOrDigits(text, 1, 15) ? new StoreNumber(text!) : null;
        return number is not null;
    }

    /// <exception cref="FormatException">The text is not a store number.</exception>
    public static StoreNumber Of(string text) => TryParse(text, out var number) ? number : throw new FormatException("Not a store number.");

    public override string ToString() => Value;
}
