namespace Jpos.Domain.Protocol;

/// <summary>
/// The second track of the magnetic stripe, <c>track2</c>: card number, a separator (<c>=</c>, <c>D</c> or <c>d</c>) and YYMM, up to 37 characters in all (<see href="docs/protocol.md#1-transport">protocol §1</see>). It is never stored, and prints as asterisks (<see href="docs/protocol.md#9-keys-mac-and-pin">§9</see>).
/// </summary>
[TextForm("a card number, =, YYMM and further digits, 37 characters at most")]
public sealed record Track2
{
    private const int LongestTrack = 37;

    private Track2(CardNumber card, DateOnly? expiresOn)
    {
        Card = card;
        ExpiresOn = expiresOn;
    }

    public CardNumber Card { get; }

    /// <summary>The last day of the month YYMM; null for <c>0000</c>, which means that the card does not expire.</summary>
    public DateOnly? ExpiresOn { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out Track2? track)
    {
        track = null;
        var separator = text?.IndexOfAny(['=', 'D', 'd']) ?? -1;
        if (separator < 0
            || text!.Length > LongestTrack
            || !CardNumber.TryParse(text[..separator], out var card)
            || !Ascii.AreDigits(text.AsSpan(separator + 1), 4, LongestTrack)
            || !TryParseExpiry(text.AsSpan(separator + 1, 4), out var expiresOn))
        {
            return false;
        }

        track = new Track2(card, expiresOn);
        return true;
    }

    public override string ToString() => "***";

    private static bool TryParseExpiry(ReadOnlySpan<char> yearAndMonth, out DateOnly? expiresOn)
    {
        var year = 2000 + int.Parse(yearAndMonth[..2], NumberStyles.None, CultureInfo.InvariantCulture);
        var month = int.Parse(yearAndMonth[2..], NumberStyles.None, CultureInfo.InvariantCulture);
        expiresOn = month is >= 1 and <= 12 ? new DateOnly(year, month, DateTime.DaysInMonth(year, month)) : null;
        return expiresOn is not null || yearAndMonth is "0000";
    }
}
