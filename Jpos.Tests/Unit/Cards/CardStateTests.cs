using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;

namespace Jpos.Tests.Unit.Cards;

/// <summary>What the back office may make of a card: every pair of states.</summary>
internal sealed class CardStateTests
{
    private static readonly CardState[] All = Enum.GetValues<CardState>();

    private static readonly (CardState From, CardState To)[] Allowed =
    [
        (CardState.Issued, CardState.Active),
        (CardState.Issued, CardState.Closed),
        (CardState.Active, CardState.Frozen),
        (CardState.Active, CardState.Lost),
        (CardState.Active, CardState.Stolen),
        (CardState.Active, CardState.Closed),
        (CardState.Frozen, CardState.Active),
        (CardState.Frozen, CardState.Lost),
        (CardState.Frozen, CardState.Stolen),
        (CardState.Frozen, CardState.Closed),
        (CardState.Lost, CardState.Active),
        (CardState.Lost, CardState.Stolen),
        (CardState.Lost, CardState.Closed),
        (CardState.Stolen, CardState.Active),
        (CardState.Stolen, CardState.Closed),
    ];

    [Test]
    public void A_card_of_somebody_becomes_what_the_table_says([ValueSource(nameof(All))] CardState from, [ValueSource(nameof(All))] CardState to)
    {
        var card = Given.Card(from);
        Assert.That(card.CanChangeTo(to), Is.EqualTo(Allowed.Contains((from, to))));
        if (card.CanChangeTo(to))
        {
            card.ChangeState(to);
            Assert.That(card.State, Is.EqualTo(to));
        }
        else
        {
            Assert.That(() => card.ChangeState(to), Throws.InvalidOperationException);
            Assert.That(card.State, Is.EqualTo(from));
        }
    }

    [TestCaseSource(nameof(All))]
    public void A_card_of_nobody_does_not_become_active(CardState from) =>
        Assert.That(new Card(1, 2, CardNumber.Of(Given.GoodCard), new CardProduct(new("会员卡")), from).CanChangeTo(CardState.Active), Is.False);
}
