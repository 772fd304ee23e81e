using Jpos.Application.Messages;
using Jpos.Domain.Protocol;
using Jpos.Infrastructure.Dispatch;

namespace Jpos.Tests.Unit.Dispatch;

/// <summary>Which keys the host is working on (protocol §3: 09 for a copy in the way, 98 otherwise).</summary>
internal sealed class InFlightTests
{
    private static readonly MessageKey Key = new(Given.TerminalNumber, BatchNumber.First, TraceNumber.Of(1));

    [Test]
    public void A_message_alone_is_not_shared()
    {
        var inFlight = new InFlight();
        using var one = inFlight.Enter(Key);

        Assert.That(inFlight.IsShared(Key), Is.False);
    }

    [Test]
    public void Two_copies_share_their_key_until_one_leaves()
    {
        var inFlight = new InFlight();
        using var one = inFlight.Enter(Key);
        using (inFlight.Enter(Key with { }))
        {
            Assert.That(inFlight.IsShared(Key), Is.True);
        }

        Assert.That(inFlight.IsShared(Key), Is.False);
    }

    [Test]
    public void Other_keys_are_not_shared()
    {
        var inFlight = new InFlight();
        using var one = inFlight.Enter(Key);
        using var other = inFlight.Enter(Key with { Trace = TraceNumber.Of(2) });

        Assert.That(inFlight.IsShared(Key), Is.False);
    }

    [Test]
    public void A_message_without_a_key_shares_nothing()
    {
        var inFlight = new InFlight();
        using var one = inFlight.Enter(null);
        using var other = inFlight.Enter(null);

        Assert.That(inFlight.IsShared(null), Is.False);
    }

    [Test]
    public void Nobody_is_forgotten_and_nobody_stays_when_many_come_and_go()
    {
        var inFlight = new InFlight();
        var lost = 0;

        using (inFlight.Enter(Key))
        {
            Parallel.For(0, 20_000, _ =>
            {
                using var copy = inFlight.Enter(Key);
                if (!inFlight.IsShared(Key))
                {
                    Interlocked.Increment(ref lost);
                }
            });
            Assert.That((lost, inFlight.IsShared(Key)), Is.EqualTo((0, false)));
        }

        using var next = inFlight.Enter(Key);
        Assert.That(inFlight.IsShared(Key), Is.False);
    }
}
