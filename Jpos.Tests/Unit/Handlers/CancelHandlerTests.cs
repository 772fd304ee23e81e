using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Application.TerminalProtocol.Transactions;
using Jpos.Domain;
using Jpos.Domain.Cards;
using Jpos.Domain.Journal;
using Jpos.Domain.Keys;
using Jpos.Domain.Programmes;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;
using Jpos.Domain.Tickets;
using Moq;

namespace Jpos.Tests.Unit.Handlers;

/// <summary>Row 19 of protocol §2, and the effect of a cancel (§5).</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CancelHandlerTests
{
    private readonly Desk desk = new();

    [Test]
    public async Task A_cancel_undoes_the_whole_consume_and_answers_positive_numbers()
    {
        await desk.Send(Desk.Consume() with { Vouchers = TicketLines.Of([new TicketLine(1, 1)]) });

        await desk.Send(Desk.Cancel());

        var entry = desk.Recorded[^1];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(desk.Last, Is.EqualTo(new CancelOutcome
            {
                At = Given.Utc,
                Serial = entry.Serial,
                Balance = Points.Of(100m),
                Available = Points.Of(100m),
                Used = Points.Of(10m),
                Awarded = Points.Of(1.35m),
            }));
            Assert.That((desk.Voucher.Remaining, desk.Recorded[0].Status, entry.Original), Is.EqualTo((2, EntryStatus.Cancelled, desk.Recorded[0].Serial)));
            Assert.That(entry.Serial, Is.Not.EqualTo(desk.Recorded[0].Serial));
        }

        desk.RaisedNothing();
    }

    [Test]
    public async Task A_consume_that_never_was_is_25() => Assert.That(await desk.CodeOf(Desk.Cancel()), Is.EqualTo("25"));

    [Test]
    public async Task A_consume_is_found_by_its_serial_number_alone()
    {
        await desk.Send(Desk.Consume());

        var cancel = Desk.Cancel() with { Consume = new OriginalReference { Serial = desk.Recorded[0].Serial } };

        Assert.That(await desk.CodeOf(cancel), Is.EqualTo("00"));
    }

    [Test]
    public async Task A_serial_number_and_a_trace_number_that_disagree_are_25()
    {
        await desk.Send(Desk.Consume());
        await desk.Send(Desk.Consume(trace: 2));
        var first = desk.Recorded[0].Serial;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await desk.CodeOf(Named(3, new OriginalReference { Serial = first, Batch = BatchNumber.First, Trace = TraceNumber.Of(2) })), Is.EqualTo("25"));
            Assert.That(await desk.CodeOf(Named(4, new OriginalReference { Serial = first, Batch = BatchNumber.Of(2), Trace = TraceNumber.Of(1) })), Is.EqualTo("25"));
            Assert.That(await desk.CodeOf(Named(5, new OriginalReference { Serial = first, Batch = BatchNumber.First, Trace = TraceNumber.Of(1) })), Is.EqualTo("00"));
        }
    }

    [Test]
    public async Task Another_register_trace_is_25()
    {
        await desk.Send(Desk.Consume() with { RegisterTrace = RegisterTrace.Of("R1") });
        var named = Desk.Cancel().Consume;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await desk.CodeOf(Named(3, named with { RegisterTrace = RegisterTrace.Of("R2") })), Is.EqualTo("25"));
            Assert.That(await desk.CodeOf(Named(4, named with { RegisterTrace = RegisterTrace.Of("R1") })), Is.EqualTo("00"));
        }
    }

    [Test]
    public async Task A_cancel_cannot_be_cancelled()
    {
        await desk.Send(Desk.Consume());
        await desk.Send(Desk.Cancel());

        Assert.That(await desk.CodeOf(Desk.Cancel(trace: 3, consumeTrace: 2)), Is.EqualTo("25"));
    }

    [Test]
    public async Task Another_terminals_consume_is_25()
    {
        await desk.Send(Desk.Consume());
        var serial = desk.Recorded[0].Serial;
        var other = new Terminal(TerminalNumber.Of("10000009"), Given.StoreNumber, KeyAlgorithm.TripleDes, [1]) { MacPolicy = MacPolicy.Off };
        other.SignOn(Given.Keys(1), Given.Utc, new Programme(), desk.Numbers);
        desk.Terminals.Setup(terminals => terminals.Find(other.Number, It.IsAny<bool>(), It.IsAny<CancellationToken>())).ReturnsAsync(other);

        var code = await desk.CodeOf(Named(2, new OriginalReference { Serial = serial }) with { Terminal = other.Number });

        Assert.That((code, desk.Recorded[0].Status), Is.EqualTo(("25", EntryStatus.Posted)));
    }

    [Test]
    public async Task A_declined_consume_is_12()
    {
        await desk.Send(Desk.Consume(points: "101"));

        Assert.That(await desk.CodeOf(Desk.Cancel()), Is.EqualTo("12"));
    }

    [Test]
    public async Task A_declined_consume_that_is_named_with_its_register_trace_is_12()
    {
        await desk.Send(Desk.Consume(points: "101") with { RegisterTrace = RegisterTrace.Of("R1") });

        var code = await desk.CodeOf(Named(2, Desk.Cancel().Consume with { RegisterTrace = RegisterTrace.Of("R1") }));

        Assert.That(code, Is.EqualTo("12"), "it is found, and nothing differs");
    }

    [Test]
    public async Task A_consume_of_a_settled_batch_is_12()
    {
        await desk.Send(Desk.Consume());
        desk.Settle();

        var cancel = Desk.Cancel(batch: 2) with { Consume = new OriginalReference { Batch = BatchNumber.First, Trace = TraceNumber.Of(1) } };

        Assert.That(await desk.CodeOf(cancel), Is.EqualTo("12"));
    }

    [Test]
    public async Task A_consume_is_cancelled_once()
    {
        await desk.Send(Desk.Consume());
        await desk.Send(Desk.Cancel());

        Assert.That(await desk.CodeOf(Desk.Cancel(trace: 3)), Is.EqualTo("22"));
    }

    [Test]
    public async Task A_reversed_consume_is_22()
    {
        await desk.Send(Desk.Consume());
        await desk.Reverse(Desk.Consume());

        Assert.That(await desk.CodeOf(Desk.Cancel()), Is.EqualTo("22"));
    }

    [Test]
    public async Task Another_card_than_the_consumes_is_14_before_row_19()
    {
        await desk.Send(Desk.Consume());
        await desk.Send(Desk.Cancel());
        desk.Cards.Setup(cards => cards.Find(CardNumber.Of(Given.OtherCard), It.IsAny<CancellationToken>())).ReturnsAsync(Given.Card(number: Given.OtherCard, id: 2));

        Assert.That(await desk.CodeOf(Desk.Cancel(trace: 3) with { Card = CardNumber.Of(Given.OtherCard) }), Is.EqualTo("14"));
    }

    [Test]
    public async Task A_frozen_card_is_62_before_row_19()
    {
        desk.Card = Given.Card(CardState.Frozen);

        Assert.That(await desk.CodeOf(Desk.Cancel()), Is.EqualTo("62"));
    }

    [Test]
    public async Task A_cancel_never_needs_a_pin()
    {
        desk.Card = Given.Card(product: new CardProduct(new("密码会员卡")), pin: [1]);
        await desk.Send(Desk.Consume());
        desk.Card = Given.Card(product: new CardProduct(new("密码会员卡") { RequiresPin = true }), pin: [1]);

        Assert.That(await desk.CodeOf(Desk.Cancel()), Is.EqualTo("00"));
    }

    [Test]
    public async Task Without_a_batch_number_it_is_the_open_batch()
    {
        await desk.Send(Desk.Consume());

        Assert.That(await desk.CodeOf(Desk.Cancel() with { Batch = null }), Is.EqualTo("00"));
    }

    [Test]
    public async Task Without_a_batch_number_and_without_an_open_batch_it_is_77()
    {
        desk.Terminal!.Batch!.Close(Given.Utc);

        Assert.That(await desk.CodeOf(Desk.Cancel() with { Batch = null }), Is.EqualTo("77"));
    }

    [Test]
    public async Task A_gift_that_is_spent_is_51_and_nothing_has_changed()
    {
        var generous = new Desk(new Programme { Rules = new() { GiftsAvailableAtOnce = true } });
        await generous.Send(Desk.Consume(points: "0", cash: "10000"));
        await generous.Send(Desk.Consume(trace: 2, points: "250", cash: "0"));

        var code = await generous.CodeOf(Desk.Cancel(trace: 3));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((code, generous.Account.Balance, generous.Recorded[0].Status), Is.EqualTo(("51", Points.Zero, EntryStatus.Posted)));
            Assert.That((generous.Recorded[2].Postings.Count, generous.Recorded[2].Code), Is.EqualTo((0, ResponseCode.InsufficientFunds)));
            Assert.That(generous.Terminal!.Batch!.Totals.CancelCount, Is.Zero);
        }
    }

    private static Cancel Named(int trace, OriginalReference consume) => Desk.Cancel(trace: trace) with { Consume = consume };
}
