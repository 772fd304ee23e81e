using System.Diagnostics;
using Jpos.Application.Throttling;
using Microsoft.Extensions.Time.Testing;

namespace Jpos.Tests.Unit.BackOffice;

/// <summary>Long work gives way to payments, and to nobody else.</summary>
internal sealed class WorkPaceTests
{
    private readonly FakeTimeProvider time = new();

    [Test]
    public void Before_the_first_message_work_does_not_rest() => Assert.That(Rests(new TerminalTraffic(time)), Is.False);

    [Test]
    public void Within_a_second_of_a_message_work_rests()
    {
        var traffic = new TerminalTraffic(time);
        traffic.RecordActivity();
        time.Advance(TerminalTraffic.Memory);
        Assert.That(Rests(traffic), Is.True);
    }

    [Test]
    public void A_second_after_the_last_message_work_rests_no_more()
    {
        var traffic = new TerminalTraffic(time);
        traffic.RecordActivity();
        time.Advance(TerminalTraffic.Memory + TimeSpan.FromMilliseconds(1));
        Assert.That(Rests(traffic), Is.False);
    }

    [Test]
    public void Work_that_cannot_see_the_messages_always_rests()
    {
        var traffic = new TerminalTraffic(time);
        traffic.AssumeOtherHosts();
        Assert.That(Rests(traffic), Is.True);
    }

    /// <summary>Works for longer than a stretch, and looks whether a rest follows.</summary>
    private static bool Rests(TerminalTraffic traffic)
    {
        var pace = new BackgroundThrottle(traffic);
        var began = Stopwatch.GetTimestamp();
        SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(began) > TimeSpan.FromMilliseconds(20));
        return !pace.Pause(CancellationToken.None).AsTask().IsCompleted;
    }
}
