using Jpos.Domain;
using Jpos.Domain.Protocol;

namespace Jpos.Tests.Unit.Protocol;

/// <summary>Amounts as terminals send them (protocol §1).</summary>
internal sealed class AmountTests
{
    [TestCase("10", 1000)]
    [TestCase("10.0", 1000)]
    [TestCase("10.00", 1000)]
    [TestCase("0010.00", 1000)]
    [TestCase("0", 0)]
    [TestCase("0.01", 1)]
    [TestCase("9999999999.99", 999_999_999_999)]
    public void Up_to_two_places_are_an_amount(string text, long fen) => Assert.That(Amount.Of(text).Value, Is.EqualTo(Money.FromFen(fen)));

    [TestCase("10.000")]
    [TestCase("10.001")]
    [TestCase("-1")]
    [TestCase("+1")]
    [TestCase("1e3")]
    [TestCase("1E3")]
    [TestCase("10000000000")]
    [TestCase("10000000000.00")]
    [TestCase("99999999999999999999999999999999")]
    [TestCase("NaN")]
    [TestCase("Infinity")]
    [TestCase("1,000")]
    [TestCase("1,5")]
    [TestCase(" 1")]
    [TestCase("1 ")]
    [TestCase("1.2.3")]
    [TestCase("0x10")]
    [TestCase("１０")]
    [TestCase("¥10")]
    public void Anything_else_comes_as_far_as_row_16(string text)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Amount.TryParse(text, out var amount), Is.True);
            Assert.That(amount?.Value, Is.Null);
        }
    }

    [Test]
    public void What_is_not_sent_is_no_amount() => Assert.That(Amount.TryParse(null, out _), Is.False);

    [TestCase("10", "10.0")]
    [TestCase("10", "10.00")]
    [TestCase("0.50", "0.5")]
    [TestCase("00.5", "0.5")]
    [TestCase("0.00", "0")]
    public void All_spellings_of_an_amount_are_the_same_content(string one, string other) => Assert.That(Amount.Of(one).ToString(), Is.EqualTo(Amount.Of(other).ToString()));

    [TestCase("10", "1")]
    [TestCase("0.05", "0.5")]
    [TestCase("10.000", "10", Description = "the one is declined, the other is not: not the same message")]
    [TestCase("1e1", "10")]
    public void Different_amounts_are_different_content(string one, string other) => Assert.That(Amount.Of(one).ToString(), Is.Not.EqualTo(Amount.Of(other).ToString()));
}
