using Jpos.Domain.Programmes;
using Jpos.Domain.Terminals;

namespace Jpos.Tests.Unit.Terminals;

/// <summary>Old and new keys beside each other, so that neither a stranger's check-in nor a lost answer locks a terminal out (protocol §9).</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class KeyOverlapTests
{
    private readonly Counter numbers = new();
    private readonly Terminal terminal = Given.Terminal();

    [Test]
    public void Of_the_pairs_that_nothing_confirmed_the_newest_three_stay()
    {
        for (var minute = 0; minute < 5; minute++)
        {
            SignOn(minute);
        }

        Assert.That(Minutes(terminal.NewestFirst()), Is.EqualTo(new[] { 4, 3, 2 }));
    }

    [Test]
    public void Of_pairs_of_one_instant_the_later_made_is_newer()
    {
        var (first, second) = (SignOn(0), SignOn(0));

        Assert.That(terminal.NewestFirst(), Is.EqualTo(new[] { second, first }));
    }

    [Test]
    public void The_confirmed_pair_stays_whatever_strangers_ask_for()
    {
        terminal.Confirm(SignOn(0));
        for (var minute = 1; minute < 9; minute++)
        {
            SignOn(minute);
        }

        Assert.That((Minutes(terminal.ConfirmedFirst()), Minutes(terminal.NewestFirst())), Is.EqualTo((new[] { 0, 8, 7, 6 }, new[] { 8, 7, 6, 0 })));
    }

    [Test]
    public void The_first_use_of_a_pair_drops_the_older_ones_and_no_newer_one()
    {
        terminal.Confirm(SignOn(0));
        SignOn(1);
        var used = SignOn(2);
        SignOn(3);

        terminal.Confirm(used);

        Assert.That((Minutes(terminal.ConfirmedFirst()), used.IsConfirmed), Is.EqualTo((new[] { 2, 3 }, true)));
    }

    [Test]
    public void Using_the_confirmed_pair_again_drops_nothing()
    {
        var used = SignOn(0);
        terminal.Confirm(used);
        SignOn(1);

        terminal.Confirm(used);

        Assert.That(Minutes(terminal.ConfirmedFirst()), Is.EqualTo(new[] { 0, 1 }));
    }

    [Test]
    public void Of_two_pairs_of_one_instant_the_later_number_is_the_newer()
    {
        SignOn(0);
        var second = SignOn(0);

        terminal.Confirm(second);

        Assert.That(terminal.Keys, Is.EqualTo(new[] { second }));
    }

    private WorkingKeys SignOn(int minute)
    {
        var at = Given.Utc.AddMinutes(minute);
        var pair = Given.Keys(numbers.Next(), at);
        terminal.SignOn(pair, at, new Programme(), numbers);
        return pair;
    }

    private static int[] Minutes(IEnumerable<WorkingKeys> pairs) => [.. pairs.Select(pair => (int)(pair.CreatedAt - Given.Utc).TotalMinutes)];
}
