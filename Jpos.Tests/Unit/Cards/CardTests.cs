using Jpos.Domain;
using Jpos.Domain.Cards;
using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;
using Jpos.Domain.Stores;

namespace Jpos.Tests.Unit.Cards;

/// <summary>Rows 9 to 15 of protocol §2: the first failure wins.</summary>
internal sealed class CardTests
{
    private const string WrongCheckDigit = "9900000000000011";

    private static readonly DateOnly Yesterday = Given.Today.AddDays(-1);

    [Test]
    public void An_active_card_is_allowed() => Assert.That(Code(Given.Card()), Is.Null);

    [Test]
    public void Row_9_is_before_row_10()
    {
        var denied = Given.Store(denied: Operations.Consume | Operations.Cancel);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Code(null, denied), Is.EqualTo("57"));
            Assert.That(Code(Given.Card(CardState.Closed), denied), Is.EqualTo("57"));
            Assert.That(Code(Given.Card(CardState.Closed, product: new CardProduct(new("会员卡") { DeniedOperations = Operations.Consume }))), Is.EqualTo("57"));
        }
    }

    [Test]
    public void An_operation_that_is_denied_does_not_deny_another()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Code(Given.Card(), Given.Store(denied: Operations.Cancel)), Is.Null);
            Assert.That(Code(Given.Card(product: new CardProduct(new("会员卡") { DeniedOperations = Operations.Cancel }))), Is.Null);
        }
    }

    [Test]
    public void A_card_that_is_not_there_is_14() => Assert.That(Code(null), Is.EqualTo("14"));

    [Test]
    public void A_wrong_check_digit_is_14_if_the_product_has_one()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Code(Given.Card(number: WrongCheckDigit)), Is.EqualTo("14"));
            Assert.That(Code(Given.Card(number: WrongCheckDigit, product: new CardProduct(new("会员卡") { HasCheckDigit = false }))), Is.Null);
        }
    }

    [Test]
    public void A_closed_card_is_14() => Assert.That(Code(Given.Card(CardState.Closed)), Is.EqualTo("14"));

    [TestCase(Given.GoodCard, null)]
    [TestCase(Given.OtherCard, "14")]
    public void The_track_has_to_be_the_cards(string pan, string? code) => Assert.That(Code(Given.Card(), track: $"{pan}=4912"), Is.EqualTo(code));

    [TestCase(CardState.Issued)]
    [TestCase(CardState.Lost)]
    [TestCase(CardState.Stolen)]
    [TestCase(CardState.Frozen)]
    [TestCase(CardState.Active)]
    public void Row_10_is_before_rows_11_and_12(CardState state)
    {
        var card = Given.Card(state, expiresOn: Yesterday);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Code(card, track: $"{Given.OtherCard}=2001"), Is.EqualTo("14"));
            Assert.That(Code(card, original: OfCard(2)), Is.EqualTo("14"));
        }
    }

    [TestCase(1, null)]
    [TestCase(2, "14")]
    public void The_card_has_to_be_the_originals(long originalsCard, string? code) => Assert.That(Code(Given.Card(), original: OfCard(originalsCard)), Is.EqualTo(code));

    [TestCase(CardState.Issued, "21")]
    [TestCase(CardState.Lost, "41")]
    [TestCase(CardState.Stolen, "43")]
    [TestCase(CardState.Frozen, "62")]
    public void A_state_that_refuses_is_told_before_expiry(CardState state, string code)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Code(Given.Card(state)), Is.EqualTo(code));
            Assert.That(Code(Given.Card(state, expiresOn: Yesterday), track: $"{Given.GoodCard}=2001"), Is.EqualTo(code));
        }
    }

    [Test]
    public void A_card_is_good_through_its_last_day()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Code(Given.Card(expiresOn: Given.Today)), Is.Null);
            Assert.That(Code(Given.Card(expiresOn: Yesterday)), Is.EqualTo("54"));
        }
    }

    [TestCase("2603", null)]
    [TestCase("2602", "54")]
    [TestCase("0000", null)]
    public void A_past_month_in_the_track_is_54(string yearAndMonth, string? code) =>
        Assert.That(Code(Given.Card(), track: $"{Given.GoodCard}D{yearAndMonth}"), Is.EqualTo(code));

    [TestCase(CardState.Issued, null)]
    [TestCase(CardState.Frozen, "62")]
    [TestCase(CardState.Closed, "14")]
    public void A_card_that_may_be_inactive_may_not_be_anything_else(CardState state, string? code) =>
        Assert.That(Card.RefuseQuery(Given.Card(state), Given.Today, mayBeInactive: true)?.Code.Code, Is.EqualTo(code));

    [Test]
    public void A_card_of_nobody_earns_as_green() => Assert.That(new Card(1, 2, CardNumber.Of(Given.GoodCard), new CardProduct(new("会员卡")), CardState.Issued).Grade, Is.EqualTo(Grade.Green));

    [TestCase("100.00", 2, null)]
    [TestCase("100.01", 0, "61")]
    [TestCase("100.01", 3, "61")]
    [TestCase("1.00", 3, "65")]
    public void A_product_may_limit_amount_and_count(string amount, int consumesToday, string? code)
    {
        var product = new CardProduct(new("会员卡") { MostPerConsume = Domain.Money.Of(100m), MostConsumesPerDay = 3 });

        var money = Domain.Money.Of(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture));
        Assert.That(product.RefuseOverLimit(money, consumesToday)?.Code.Code, Is.EqualTo(code));
    }

    [Test]
    public void Without_limits_nothing_is_over_them() =>
        Assert.That(new CardProduct(new("会员卡")).RefuseOverLimit(Domain.Money.Of(9_999_999_999.99m), int.MaxValue), Is.Null);

    private static string? Code(Card? card, Store? store = null, string? track = null, TransactionJournal? original = null) =>
        Card.Refuse(card, store ?? Given.Store(), Operations.Consume, track is null ? null : Given.Track(track), Given.Today, original is null || card is null ? null : original.AccountId == card.AccountId)?.Code.Code;

    private static TransactionJournal OfCard(long id)
    {
        var entry = Given.Entry(new Counter());
        entry.AttachCard(Given.Card(id: id));
        return entry;
    }
}
