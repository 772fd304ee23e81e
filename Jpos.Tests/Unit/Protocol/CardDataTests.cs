using Jpos.Domain.Protocol;

namespace Jpos.Tests.Unit.Protocol;

/// <summary>Card numbers, tracks and PIN blocks (protocol §1, §9).</summary>
internal sealed class CardDataTests
{
    private const string Pan = "9900000000000010";

    [TestCase("123456789012", "123456**9012")]
    [TestCase(Pan, "990000******0010")]
    [TestCase("1234567890123456789", "123456*********6789")]
    [TestCase("12345678901", null)]
    [TestCase("12345678901234567890", null)]
    [TestCase("123456789a12", null)]
    [TestCase("１２３４５６７８９０１２", null)]
    [TestCase("", null)]
    [TestCase(null, null)]
    public void A_card_number_has_12_to_19_digits_and_prints_masked(string? text, string? masked)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(CardNumber.TryParse(text, out var number), Is.EqualTo(masked is not null));
            Assert.That(number?.ToString(), Is.EqualTo(masked));
            Assert.That($"{number}", Is.EqualTo(masked ?? ""));
            Assert.That(number?.Value, Is.EqualTo(masked is null ? null : text));
        }
    }

    [Test]
    public void A_card_number_is_masked_inside_what_holds_it()
    {
        var held = new { Card = CardNumber.Of(Pan), Track = Given.Track($"{Pan}=2512101123") };
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{held}", Does.Not.Contain(Pan));
            Assert.That(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"card {held.Card}, {held.Track}"), Is.EqualTo("card 990000******0010, ***"));
            Assert.That(string.Concat("card ", held.Card), Does.Not.Contain(Pan));
        }
    }

    [TestCase("9900000000000010", true)]
    [TestCase("9900000000000028", true)]
    [TestCase("4111111111111111", true)]
    [TestCase("79927398713", null)]
    [TestCase("9900000000000011", false)]
    [TestCase("9900000000000100", false)]
    public void The_check_digit_is_luhns(string text, bool? hasOne)
    {
        Assert.That(CardNumber.TryParse(text, out var number) ? number.HasCheckDigit : (bool?)null, Is.EqualTo(hasOne));
    }

    [TestCase(Pan + "=2512", "2025-12-31")]
    [TestCase(Pan + "D2602", "2026-02-28")]
    [TestCase(Pan + "=2802101", "2028-02-29", Description = "with a service code")]
    [TestCase(Pan + "=9912101123456", "2099-12-31", Description = "with discretionary data")]
    [TestCase("1234567890123456789=25121011234567890", "2025-12-31", Description = "37 characters")]
    public void A_track_says_card_and_expiry(string text, string lastDay)
    {
        var track = Given.Track(text);

        Assert.That((track.Card.Value, track.ExpiresOn), Is.EqualTo((text.Split('=', 'D')[0], (DateOnly?)DateOnly.Parse(lastDay, System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Test]
    public void Month_0000_never_expires() => Assert.That(Given.Track(Pan + "=0000").ExpiresOn, Is.Null);

    [TestCase(Pan + "=2513")]
    [TestCase(Pan + "=2500")]
    [TestCase(Pan + "=0013")]
    [TestCase(Pan + "=251")]
    [TestCase(Pan + "=")]
    [TestCase(Pan)]
    [TestCase(Pan + "2512")]
    [TestCase(Pan + "=25x2")]
    [TestCase("12345678901=2512")]
    [TestCase("12345678901234567890=2512")]
    [TestCase("=2512")]
    [TestCase(";" + Pan + "=2512?")]
    [TestCase("1234567890123456789=251210112345678901", Description = "38 characters")]
    [TestCase("")]
    [TestCase(null)]
    public void Anything_else_is_no_track2(string? text) => Assert.That(Track2.TryParse(text, out _), Is.False);

    [TestCase("0", true)]
    [TestCase("99=D12", true)]
    [TestCase("", false)]
    [TestCase(null, false)]
    [TestCase("99 1", false)]
    [TestCase("A1", false)]
    [TestCase("d1", true)]
    public void Track3_is_digits_and_separators(string? text, bool isOne) => Assert.That(Track3.TryParse(text, out _), Is.EqualTo(isOne));

    [TestCase(104, true)]
    [TestCase(105, false)]
    public void Track3_has_up_to_104_characters(int length, bool isOne) => Assert.That(Track3.TryParse(new string('1', length), out _), Is.EqualTo(isOne));

    [TestCase("03B1E2CF2F2A2C1D", 8)]
    [TestCase("03b1e2cf2f2a2c1d", 8)]
    [TestCase("6E96175A21A59DB82BF29F6962E51C38", 16)]
    [TestCase("03B1E2CF2F2A2C1", null)]
    [TestCase("03B1E2CF2F2A2C1D0", null)]
    [TestCase("03B1E2CF2F2A2C1D03B1E2CF", null)]
    [TestCase("03B1E2CF2F2A2C1G", null)]
    [TestCase("", null)]
    [TestCase(null, null)]
    public void A_pin_block_is_16_or_32_hexadecimal_digits(string? text, int? bytes)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(PinBlock.TryParse(text, out var block), Is.EqualTo(bytes is not null));
            Assert.That(block?.Bytes.Length, Is.EqualTo(bytes));
        }
    }

    [Test]
    public void No_secret_is_ever_printed()
    {
        var track3 = Track3.TryParse("99990000000000001012", out var track) ? track : throw new FormatException("Not a track.");
        object[] secrets = [Given.Track(Pan + "=2512101123"), track3, Given.Pin("03B1E2CF2F2A2C1D"), Domain.Journal.Fingerprint.Of("1:ABCDEF")];

        Assert.That(secrets.Select(secret => $"{secret}"), Is.All.EqualTo("***"));
    }

    [TestCase("01", "01", false, false)]
    [TestCase("1", "1", false, false)]
    [TestCase("021", "021", true, true)]
    [TestCase("022", "022", true, false)]
    [TestCase("0021", "021", true, true, Description = "four digits with a leading 0 are the entry mode too")]
    [TestCase("1021", "1021", false, false)]
    [TestCase("012", "012", false, false)]
    [TestCase("051", "051", false, true)]
    [TestCase("02", "02", false, false)]
    [TestCase("21", "21", false, false)]
    public void The_consume_type_is_the_entry_mode_when_it_has_three_digits(string text, string value, bool isSwiped, bool hasPin)
    {
        var mode = Given.Mode(text);

        Assert.That((mode.Value, mode.IsSwiped, mode.HasPin), Is.EqualTo((value, isSwiped, hasPin)));
    }

    [TestCase("")]
    [TestCase(null)]
    [TestCase("00021")]
    [TestCase("2a")]
    public void Anything_else_is_no_consume_type(string? text) => Assert.That(EntryMode.TryParse(text, out _), Is.False);
}
