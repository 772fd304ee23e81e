using Jpos.Domain;
using Jpos.Domain.Text;

namespace Jpos.Tests.Unit.TextForms;

/// <summary>Numbers, days, instants and words of closed sets, as every door reads them.</summary>
internal sealed class NumberTextTests
{
    [TestCase("0", 0L)]
    [TestCase("7", 7L)]
    [TestCase("10", 10L)]
    [TestCase("999999999999999999", 999_999_999_999_999_999L)]
    public void Digits_are_a_whole_number(string text, long number) => Assert.That((NumberText.TryParseWhole(text, out var read), read), Is.EqualTo((true, number)));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("00")]
    [TestCase("01")]
    [TestCase("-1")]
    [TestCase("+1")]
    [TestCase("1 ")]
    [TestCase("1.0")]
    [TestCase("1e3")]
    [TestCase("１")]
    [TestCase("1000000000000000000")]
    public void Anything_else_is_no_whole_number(string? text) => Assert.That((NumberText.TryParseWhole(text, out var read), read), Is.EqualTo((false, 0L)));

    [TestCase("0", false, "0")]
    [TestCase("0.5", false, "0.5")]
    [TestCase("12.50", false, "12.50")]
    [TestCase("-1", true, "-1")]
    [TestCase("-0.5", true, "-0.5")]
    [TestCase("999999999999999999", false, "999999999999999999")]
    [TestCase("0.000000000000000001", false, "0.000000000000000001")]
    public void Digits_with_a_point_are_a_decimal(string text, bool maySign, string number) =>
        Assert.That((NumberText.TryParseDecimal(text, maySign, out var read), read), Is.EqualTo((true, decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture))));

    [TestCase(null, true)]
    [TestCase("", true)]
    [TestCase("-", true)]
    [TestCase("-1", false)]
    [TestCase("--1", true)]
    [TestCase("-0", true)]
    [TestCase("-0.00", true)]
    [TestCase("+1", true)]
    [TestCase(".5", true)]
    [TestCase("5.", true)]
    [TestCase("1.2.3", true)]
    [TestCase("1.-2", true)]
    [TestCase("01.5", true)]
    [TestCase("1,5", true)]
    [TestCase("1.5 ", true)]
    [TestCase("1.0000000000000000000", true, Description = "19 places")]
    [TestCase("1000000000000000000", true, Description = "19 digits")]
    public void Anything_else_is_no_decimal(string? text, bool maySign) => Assert.That(NumberText.TryParseDecimal(text, maySign, out _), Is.False);

    [TestCase("2026-11-30", true)]
    [TestCase("2024-02-29", true)]
    [TestCase("2026-02-29", false)]
    [TestCase("2026-1-1", false)]
    [TestCase("20261130", false)]
    [TestCase("2026-11-30 ", false)]
    [TestCase("2026-11-30\0", false)]
    [TestCase("", false)]
    [TestCase(null, false)]
    public void A_day_has_one_form(string? text, bool isDay)
    {
        Assert.That((Iso8601.TryParseDay(text, out var day), isDay ? Iso8601.Of(day) : text), Is.EqualTo((isDay, text)));
    }

    [TestCase("2026-11-30T08:00:00Z", "2026-11-30T08:00:00.0000000Z")]
    [TestCase("2026-11-30T08:00", "2026-11-30T08:00:00.0000000Z")]
    [TestCase("2026-11-30T08:00:00.25+08:00", "2026-11-30T00:00:00.2500000Z")]
    [TestCase("2026-11-30T08:00:00.1234567-01:30", "2026-11-30T09:30:00.1234567Z")]
    [TestCase("2026-11-30T08:00+08:00", "2026-11-30T00:00:00.0000000Z")]
    public void An_instant_is_read_as_UTC(string text, string utc)
    {
        Assert.That((Iso8601.TryParseInstant(text, out var read), read.ToString("O", System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo((true, utc)));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("2026-11-30")]
    [TestCase("2026-11-30 08:00:00Z")]
    [TestCase("2026-11-30T08")]
    [TestCase("2026-11-30T25:00:00Z")]
    [TestCase("2026-02-29T08:00:00Z")]
    [TestCase("2026-11-30T08:00:00+0800")]
    [TestCase("2026-11-30T08:00:00.Z")]
    [TestCase("2026-11-30T08:00:00.12345678Z")]
    [TestCase("2026-11-30T08:00:00Z\0")]
    [TestCase("2026-11-30T08:00:00Z\n")]
    public void Another_form_is_no_instant(string? text) => Assert.That((Iso8601.TryParseInstant(text, out var read), read), Is.EqualTo((false, default(DateTime))));

    [TestCase("consumeTickets", Operations.ConsumeTickets)]
    [TestCase("consume", Operations.Consume)]
    public void A_word_of_a_set_is_its_values_name_in_lower_camel_case(string word, Operations value) =>
        Assert.That((EnumNames.TryParse<Operations>(word, out var read), read, EnumNames.Of(value)), Is.EqualTo((true, value, word)));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("1")]
    [TestCase("Consume")]
    [TestCase("CONSUME")]
    [TestCase("none")]
    [TestCase("consume, cancel")]
    [TestCase(" consume")]
    public void Anything_else_is_no_word(string? text) => Assert.That((EnumNames.TryParse<Operations>(text, out var read), read), Is.EqualTo((false, Operations.None)));

    [Test]
    public void A_set_has_its_words_in_the_order_of_their_values()
    {
        Assert.That(EnumNames.All<Grade>(), Is.EqualTo(new[] { "green", "gold", "platinum", "diamond" }));
        Assert.That(EnumNames.All<Operations>(), Is.EqualTo(new[] { "consume", "cancel", "refund", "refundCancel", "consumeTickets", "activate", "expire", "adjustment", "merge" }));
    }

    [Test]
    public void A_value_that_a_set_lacks_is_unreadable() => Assert.That((EnumNames.Of((Grade)9), EnumNames.Of(Operations.None)), Is.EqualTo(("unreadable", "unreadable")));

    [Test]
    public void Flags_are_taken_apart_if_all_of_them_are_known()
    {
        Assert.That(EnumNames.FlagsOf(Operations.Refund | Operations.Consume), Is.EqualTo(new[] { Operations.Consume, Operations.Refund }));
        Assert.That(EnumNames.FlagsOf(Operations.None), Is.Empty);
        Assert.That(EnumNames.FlagsOf(Operations.Consume | (Operations)4096), Is.EqualTo(new[] { Operations.Consume | (Operations)4096 }));
    }

    [Test]
    public void A_refusal_says_the_field_and_what_is_allowed()
    {
        Assert.That(
            (FieldErrorText.Missing("cardNo"), FieldErrorText.MustBe("state", FieldErrorText.OneOf("active", "closed")), FieldErrorText.Sentence("name", "is taken"), FieldErrorText.Between(1, 9), FieldErrorText.LineOf(1, 50)),
            Is.EqualTo(("cardNo is missing.", "state must be one of: active, closed.", "name is taken.", "1 to 9", "one line of 1 to 50 visible characters")));
        Assert.That(FieldErrorText.MustBe("cardNo", typeof(Domain.Protocol.CardNumber)), Is.EqualTo("cardNo must be 12 to 19 digits."));
        Assert.That(() => FieldErrorText.FormOf(typeof(string)), Throws.InvalidOperationException.With.Message.Contains("String"));
    }
}
