namespace Jpos.Domain.Protocol;

/// <summary>
/// An amount as a terminal sent it: yuan with up to two decimal places, up to 9 999 999 999.99; or any other text. Other text is kept, because it is declined only at row 16 of <see href="docs/protocol.md#2-response-codes">protocol §2</see> (code 13).
/// </summary>
[TextForm("0 to 9999999999.99, with at most 2 decimal places")]
public sealed record Amount
{
    private const int MostDigits = 10;

    /// <summary>The longest text. Some clients pad amounts with zeros.</summary>
    private const int LongestText = 20;

    private readonly string normalised;

    private Amount(Money? value, string normalised)
    {
        Value = value;
        this.normalised = normalised;
    }

    /// <summary>The amount; null if the text is none.</summary>
    public Money? Value { get; }

    /// <summary>Reads any text. <see cref="Value"/> tells whether it is an amount.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Amount? amount)
    {
        amount = text is null ? null : Of(text);
        return amount is not null;
    }

    public static Amount Of(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? text.AsSpan() : text.AsSpan(0, point);
        var places = point < 0 ? [] : text.AsSpan(point + 1);
        var significant = whole.TrimStart('0');
        if (!Ascii.AreDigits(whole, 1, LongestText) || significant.Length > MostDigits || !(point < 0 || Ascii.AreDigits(places, 1, 2)))
        {
            return new Amount(null, text);
        }

        var money = Money.Of(decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));
        return new Amount(money, money.ToString());
    }

    /// <summary>Returns one text for all spellings of an amount: 10, 10.0 and 10.00 are the same content (<see href="docs/protocol.md#3-one-message-one-effect">protocol §3</see>).</summary>
    public override string ToString() => normalised;
}
