using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Application.TerminalProtocol.Transactions;
using Jpos.Domain.Protocol;
using Jpos.Infrastructure.Dispatch;

namespace Jpos.Tests.Unit.Dispatch;

/// <summary>What a message that ran out of time is told was in its way (protocol §2 rows 7, 8 and 21).</summary>
internal sealed class InFlightTests
{
    private readonly InFlightMessages inFlightMessages = new();

    [Test]
    public void A_message_alone_ran_out_of_time_by_itself()
    {
        using var alone = inFlightMessages.Register(Cancel(1));
        Assert.That(Told(alone), Is.EqualTo("98"));
    }

    [Test]
    public void A_copy_is_told_of_the_one_before_it_and_not_the_other_way_round()
    {
        using var first = inFlightMessages.Register(Cancel(1));
        using var copy = inFlightMessages.Register(Cancel(1));
        Assert.That((Told(first), Told(copy)), Is.EqualTo(("98", "09")));
    }

    [Test]
    public void A_reversal_is_told_of_its_original()
    {
        using var original = inFlightMessages.Register(Cancel(1));
        using var reversal = inFlightMessages.Register(new ReverseCancel(Cancel(1)));
        Assert.That(Told(reversal), Is.EqualTo("09"));
    }

    [Test]
    public void A_batch_number_that_is_left_out_may_be_any([Values(null, 1)] int? left, [Values(null, 1)] int? right)
    {
        using var first = inFlightMessages.Register(Cancel(1, left));
        using var copy = inFlightMessages.Register(Cancel(1, right));
        Assert.That(Told(copy), Is.EqualTo("09"));
    }

    [Test]
    public void Other_traces_other_batches_and_what_is_done_are_in_nobodys_way()
    {
        using var otherTrace = inFlightMessages.Register(Cancel(2));
        using var otherBatch = inFlightMessages.Register(Cancel(1, 2));
        using var done = inFlightMessages.Register(Cancel(1));
        using var copy = inFlightMessages.Register(Cancel(1));
        done.MarkHandled();
        Assert.That(Told(copy), Is.EqualTo("98"));
    }

    [Test]
    public void One_that_gave_up_was_in_the_way_all_the_same()
    {
        var gaveUp = inFlightMessages.Register(Cancel(1));
        using var copy = inFlightMessages.Register(Cancel(1));
        gaveUp.Dispose();
        Assert.That(Told(copy), Is.EqualTo("09"));
    }

    [Test]
    public void What_waits_for_a_settlement_is_told_so()
    {
        using var settle = inFlightMessages.Register(new Settle { Store = Given.StoreNumber, Terminal = Given.TerminalNumber, Batch = BatchNumber.First, Claimed = null });
        using var message = inFlightMessages.Register(Cancel(1));
        Assert.That(Told(message), Is.EqualTo("90"));
    }

    private static string Told(InFlightMessages.InFlightMessage inFlightMessage) => inFlightMessage.TimeoutDecline(mayHaveCommitted: false).Code.Code;

    private static Cancel Cancel(int trace, int? batch = 1) => new()
    {
        Store = Given.StoreNumber,
        Terminal = Given.TerminalNumber,
        Card = CardNumber.Of(Given.GoodCard),
        Trace = TraceNumber.Of(trace),
        Batch = batch is { } number ? BatchNumber.Of(number) : null,
        Consume = new OriginalReference(),
    };
}
