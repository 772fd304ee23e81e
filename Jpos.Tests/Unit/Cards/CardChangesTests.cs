using Jpos.Domain;
using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;

namespace Jpos.Tests.Unit.Cards;

/// <summary>What becomes of a card, and why one is refused.</summary>
internal sealed class CardChangesTests
{
    private static readonly CardNumber New = CardNumber.Of(Given.OtherCard);

    [TestCase(CardState.Active, true)]
    [TestCase(CardState.Lost, true)]
    [TestCase(CardState.Stolen, true)]
    [TestCase(CardState.Frozen, false)]
    [TestCase(CardState.Issued, false)]
    [TestCase(CardState.Closed, false)]
    public void A_card_is_replaced_while_it_is_used_and_when_it_is_gone(CardState state, bool mayBe)
    {
        var card = Given.Card(state, expiresOn: Given.Today);
        Assert.That(card.CanBeReplaced, Is.EqualTo(mayBe));
        if (!mayBe)
        {
            Assert.That(() => card.Replace(9, New, null), Throws.InvalidOperationException.With.Message.Contains(state.ToString()));
            return;
        }

        var replacement = card.Replace(9, New, Given.NextYear);

        Assert.That(
            (replacement.Id, replacement.AccountId, replacement.Number, replacement.ExpiresOn, replacement.State, replacement.Member, replacement.Product, replacement.HasPin),
            Is.EqualTo((9L, card.AccountId, New, (DateOnly?)Given.NextYear, CardState.Active, card.Member, card.Product, false)));
        Assert.That((card.Number, card.ExpiresOn, card.State, card.ReplacedBy), Is.EqualTo((CardNumber.Of(Given.GoodCard), (DateOnly?)Given.Today, CardState.Closed, New)));
    }

    [Test]
    public void A_card_of_nobody_is_not_replaced() =>
        Assert.That(new Card(1, 2, CardNumber.Of(Given.GoodCard), new CardProduct(new("会员卡")), CardState.Lost).CanBeReplaced, Is.False);

    [Test]
    public void A_card_gets_a_PIN_that_forgets_wrong_ones_unless_it_is_closed()
    {
        var (card, closed) = (Given.Card(pin: [1]), Given.Card(CardState.Closed));
        card.RecordPinAttempt(false, Given.Today);

        card.SetPin([2]);

        Assert.That((card.HasPin, card.PinVerifier, card.WrongPins, card.WrongPinsToday, card.WrongPinsOn), Is.EqualTo((true, new byte[] { 2 }, 0, 0, (DateOnly?)null)));
        Assert.That(() => closed.SetPin([2]), Throws.InvalidOperationException);
        Assert.That((card.CanHavePin, closed.CanHavePin, closed.HasPin), Is.EqualTo((true, false, false)));
    }

    [Test]
    public void A_PIN_is_locked_after_three_wrong_ones_of_a_day()
    {
        var card = Given.Card(pin: [1]);
        card.RecordPinAttempt(false, Given.Today);
        card.RecordPinAttempt(false, Given.Today);
        var two = card.IsPinLocked(Given.Today);
        card.RecordPinAttempt(false, Given.Today);

        Assert.That((two, card.IsPinLocked(Given.Today), card.IsPinLocked(Given.Today.AddDays(1))), Is.EqualTo((false, true, false)));
    }

    [Test]
    public void A_wrong_PIN_says_whether_more_may_be_tried()
    {
        var card = Given.Card(pin: [1]);
        var texts = new List<string?>();
        for (var day = 0; day < 4; day++)
        {
            texts.Add(Text(card.RecordPinAttempt(false, Given.Today.AddDays(day))));
            card.RecordPinAttempt(false, Given.Today.AddDays(day));
            texts.Add(Text(card.RecordPinAttempt(false, Given.Today.AddDays(day))));
        }

        Assert.That((texts[0], texts[1], texts[6]), Is.EqualTo(("55 The PIN is wrong.", "75 The PIN was wrong too many times today.", "75 The PIN was wrong too many times today.")));
        Assert.That((Text(card.RefusePinTry(Given.Today.AddYears(1))), Text(Card.NoPin)), Is.EqualTo((
            "38 The PIN of the card is locked until the issuer unlocks it.",
            "57 The card has no PIN yet. Its product requires one to spend points or vouchers.")));
    }

    [Test]
    public void Only_an_issued_card_is_activated()
    {
        Assert.That((Given.Card(CardState.Issued).RefuseActivation(), Text(Given.Card().RefuseActivation())), Is.EqualTo(((Decline?)null, "12 The card is already active.")));
    }

    [Test]
    public void Activation_binds_the_mobile_and_the_document_to_the_cards_member()
    {
        var card = new Card(1, 2, CardNumber.Of(Given.GoodCard), new CardProduct(new("会员卡")), CardState.Issued);

        var decline = card.Activate(MobileNumber.Of("13800000000"), IdentityType.IdentityCard, IdentityNumber.Of("11010519491231002X"), new Counter());

        Assert.That(
            (decline, card.State, card.Member?.MobileNumber, card.Member?.IdType, card.Member?.IdNumber, card.Member?.Grade, card.Member?.Name),
            Is.EqualTo(((Decline?)null, CardState.Active, "13800000000", "01", "11010519491231002X", (Grade?)Grade.Green, "")));
    }

    [Test]
    public void Activation_keeps_the_member_that_the_card_was_issued_to()
    {
        var card = Given.Card(CardState.Issued);
        var member = card.Member;

        card.Activate(MobileNumber.Of("13800000000"), IdentityType.IdentityCard, IdentityNumber.Of("11010519491231002X"), new Counter());

        Assert.That((member?.Name, card.Member), Is.EqualTo(("张三", member)));
    }

    [TestCase("4912", null)]
    [TestCase("2601", "54 The card is expired.")]
    public void A_card_expires_after_the_last_day_of_its_tracks_month(string yearAndMonth, string? text)
    {
        Assert.That(Track2.TryParse($"{Given.GoodCard}={yearAndMonth}101", out var track), Is.True);
        Assert.That(Text(Card.Refuse(Given.Card(), Given.Store(), Operations.Consume, track, Given.Today)), Is.EqualTo(text));
        Assert.That(Card.Refuse(Given.Card(), Given.Store(), Operations.Consume, track, track!.ExpiresOn!.Value), Is.Null, "on the last day");
    }

    [Test]
    public void Another_document_than_the_members_activates_nothing()
    {
        var card = Given.Card(CardState.Issued);
        card.Member!.Bind(MobileNumber.Of("13800000000"), IdentityType.IdentityCard, IdentityNumber.Of("G1"));

        var decline = card.Activate(MobileNumber.Of("13900000000"), IdentityType.IdentityCard, IdentityNumber.Of("G2"), new Counter());

        Assert.That(
            (Text(decline), card.State, card.Member.MobileNumber, card.Member.Name),
            Is.EqualTo(("05 The document does not match the member of the card.", CardState.Issued, "13800000000", "张三")));
    }

    [TestCase(CardState.Closed, "14 The card is closed.")]
    [TestCase(CardState.Issued, "21 The card is not activated.")]
    [TestCase(CardState.Lost, "41 The card is reported lost.")]
    [TestCase(CardState.Stolen, "43 The card is reported stolen.")]
    [TestCase(CardState.Frozen, "62 The card is frozen.")]
    [TestCase((CardState)99, "62 The card's stored state cannot be read.")]
    [TestCase(CardState.Active, null)]
    public void A_terminal_is_told_the_state_that_refuses(CardState state, string? text) =>
        Assert.That((Text(Card.RefuseQuery(Given.Card(state), Given.Today, false)), Text(Card.Refuse(Given.Card(state), Given.Store(), Operations.Consume, null, Given.Today))), Is.EqualTo((text, text)));

    [Test]
    public void A_terminal_is_told_what_else_refuses_a_card()
    {
        var denying = Given.Card(product: new CardProduct(new("会员卡") { DeniedOperations = Operations.Refund }));
        string? Consume(Card? card, string? track = null, bool? isOfCard = null, Operations operation = Operations.Consume) =>
            Text(Card.Refuse(card, Given.Store(), operation, track is null ? null : Given.Track(track), Given.Today, isOfCard));

        Assert.That(
            (Consume(null), Text(Card.RefuseQuery(null, Given.Today, true)), Consume(Given.Card(number: "9900000000000011")), Consume(Given.Card(), $"{Given.OtherCard}=4912")),
            Is.EqualTo(("14 cardNo is not a card of this host.", "14 cardNo is not a card of this host.", "14 cardNo has a wrong check digit.", "14 track2 belongs to another card than cardNo.")));
        Assert.That(
            (Consume(Given.Card(), isOfCard: false), Consume(Given.Card(), isOfCard: true), Consume(denying, operation: Operations.Refund), Consume(denying), Consume(Given.Card(expiresOn: Given.Today.AddDays(-1)))),
            Is.EqualTo(("14 cardNo is not the card of the original.", (string?)null, "57 The card's product does not allow this operation.", (string?)null, "54 The card is expired.")));
    }

    [Test]
    public void A_card_of_an_unreadable_grade_earns_as_green() =>
        Assert.That(new Card(1, 2, New, new CardProduct(new("会员卡")), CardState.Active, new Member(1, new("Li", (Grade)9))).Grade, Is.EqualTo(Grade.Green));

    [Test]
    public void A_state_that_a_card_cannot_take_is_an_error() => Assert.That(() => Given.Card(CardState.Closed).ChangeState(CardState.Active), Throws.InvalidOperationException.With.Message.Contains("Closed"));

    [TestCase("11", 0, "61 The sum of pointAmount and cashAmount exceeds 10, the limit of one consume with this card.")]
    [TestCase("10", 2, "65 This card has reached its limit of consumes per day, 2.")]
    public void A_terminal_is_told_which_limit_of_the_product_was_reached(string amount, int consumesToday, string text) =>
        Assert.That(Text(new CardProduct(new("会员卡") { MostPerConsume = Money.Of(10m), MostConsumesPerDay = 2 }).RefuseOverLimit(Money.Of(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)), consumesToday)), Is.EqualTo(text));

    private static string? Text(Decline? decline) => decline is null ? null : $"{decline.Code} {decline.Detail}";
}
