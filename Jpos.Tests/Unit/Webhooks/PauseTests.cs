using Jpos.Infrastructure.Settings;

namespace Jpos.Tests.Unit.Webhooks;

/// <summary>How long an event waits after an attempt that failed.</summary>
internal sealed class PauseTests
{
    private readonly WebhookSettings settings = new() { PausesSeconds = [10, 100, 50] };

    [TestCase(1, null, 9, 11)]
    [TestCase(1, -5, 9, 11)]
    [TestCase(1, 1, 9, 11)]
    [TestCase(1, 60, 60, 60)]
    [TestCase(1, 1000, 100, 100)]
    [TestCase(3, 70, 70, 70)]
    public void What_the_receiver_wishes_makes_a_pause_longer_up_to_the_longest(int attempts, int? wish, int least, int most) =>
        Assert.That(settings.PauseAfter(attempts, wish is { } seconds ? TimeSpan.FromSeconds(seconds) : null), Is.InRange(TimeSpan.FromSeconds(least), TimeSpan.FromSeconds(most)));

    [TestCase(new[] { 10d, 100, 50 }, 1)]
    [TestCase(new[] { 10d, 0.25, 50 }, 0.25)]
    [TestCase(new[] { 0d }, 0.1)]
    [TestCase(new double[0], 1)]
    public void What_waits_is_looked_for_each_second_or_as_often_as_the_shortest_pause_asks_for(double[] pauses, double seconds) =>
        Assert.That(new WebhookSettings { PausesSeconds = pauses }.PollInterval, Is.EqualTo(TimeSpan.FromSeconds(seconds)));

    [Test]
    public void After_the_last_attempt_no_wish_helps() => Assert.That(settings.PauseAfter(4, TimeSpan.FromSeconds(1)), Is.Null);
}
