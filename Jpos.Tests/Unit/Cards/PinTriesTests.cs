using Jpos.Domain.Cards;

namespace Jpos.Tests.Unit.Cards;

/// <summary>How often a PIN may be wrong (protocol §2 rows 13 and 15, §9).</summary>
internal sealed class PinTriesTests
{
    [Test]
    public void The_third_wrong_pin_of_a_day_is_75_and_then_none_is_tried()
    {
        var card = Given.Card();

        Assert.That((Wrong(card), Wrong(card), Wrong(card), Try(card)), Is.EqualTo(("55", "55", "75", "75")));
    }

    [Test]
    public void The_next_day_there_are_tries_again()
    {
        var card = Given.Card();
        Wrong(card, times: 3);

        Assert.That((Try(card, day: 1), Wrong(card, day: 1), card.WrongPins, card.WrongPinsToday), Is.EqualTo(((string?)null, "55", 4, 1)));
    }

    [Test]
    public void Ten_in_a_row_over_days_lock_the_pin_for_good()
    {
        var card = Given.Card();
        for (var day = 0; day < 3; day++)
        {
            Wrong(card, day, times: 3);
        }

        Assert.That((Try(card, day: 3), Wrong(card, day: 3), Try(card, day: 3), Try(card, day: 400)), Is.EqualTo(((string?)null, "75", "38", "38")));
    }

    [Test]
    public void A_right_pin_forgives_the_wrong_ones()
    {
        var card = Given.Card();
        Wrong(card, times: 2);

        var right = card.RecordPinAttempt(true, Given.Today);

        Assert.That((right, card.WrongPins, card.WrongPinsToday, card.WrongPinsOn), Is.EqualTo(((Domain.Protocol.Decline?)null, 0, 0, (DateOnly?)null)));
        Assert.That((Wrong(card), Wrong(card), Wrong(card)), Is.EqualTo(("55", "55", "75")));
    }

    private static string? Try(Card card, int day = 0) => card.RefusePinTry(Given.Today.AddDays(day))?.Code.Code;

    private static string? Wrong(Card card, int day = 0, int times = 1)
    {
        string? code = null;
        for (var time = 0; time < times; time++)
        {
            code = card.RecordPinAttempt(false, Given.Today.AddDays(day))?.Code.Code;
        }

        return code;
    }
}
