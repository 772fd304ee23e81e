using Jpos.Application.TerminalProtocol.Transactions;
using Jpos.Domain;
using Jpos.Domain.Cards;
using Jpos.Domain.Journal;
using Jpos.Domain.Programmes;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;
using Jpos.Domain.Tickets;

namespace Jpos.Tests.Unit.Handlers;

/// <summary>The table of protocol §6, line by line.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ReversalTests
{
    private readonly Desk desk = new();

    [Test]
    public async Task An_approved_consume_of_the_open_batch_is_undone_and_leaves_the_totals()
    {
        var consume = Desk.Consume() with { Vouchers = TicketLines.Of([new TicketLine(1, 1)]) };
        await desk.Send(consume);

        await desk.Reverse(consume);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(desk.Last, Is.EqualTo(new ConsumeOutcome
            {
                At = Given.Utc,
                Serial = desk.Recorded[0].Serial,
                Balance = Points.Of(100m),
                Available = Points.Of(100m),
                Used = Points.Of(10m),
                Awarded = Points.Of(1.35m),
            }));
            Assert.That((desk.Voucher.Remaining, desk.Recorded.Count, desk.Recorded[0].Status), Is.EqualTo((2, 2, EntryStatus.Reversed)));
            Assert.That(desk.Terminal!.Batch!.Totals.PointDebitCount, Is.Zero);
        }

        desk.RaisedNothing();
    }

    [Test]
    public async Task A_reversal_repeated_is_00_and_does_nothing()
    {
        await desk.Send(Desk.Consume());
        var first = await desk.Reverse(Desk.Consume());

        var again = await desk.Reverse(Desk.Consume());

        Assert.That((again.Code, again.Answer, desk.Recorded.Count, desk.Account.Balance), Is.EqualTo((ResponseCode.Approved, first.Answer, 2, Points.Of(100m))));
        desk.RaisedNothing();
    }

    [Test]
    public async Task A_declined_original_is_12_and_nothing_is_stored()
    {
        await desk.Send(Desk.Consume(points: "101"));

        var reply = await desk.Reverse(Desk.Consume(points: "101"));

        Assert.That((reply.Code, desk.Recorded.Count), Is.EqualTo((ResponseCode.OriginalNotEligible, 1)));
        desk.RaisedNothing();
    }

    [Test]
    public async Task An_original_that_was_never_seen_is_25_and_gets_a_tombstone()
    {
        var reply = await desk.Reverse(Desk.Consume());

        var tombstone = desk.Recorded.Single();
        Assert.That(
            (reply.Code, tombstone.IsTombstone(), tombstone.Code, tombstone.Answer, tombstone.Postings.Count),
            Is.EqualTo((ResponseCode.OriginalNotFound, true, ResponseCode.OriginalNotFound, reply.Answer, 0)));
        desk.RaisedNothing();
    }

    [Test]
    public async Task A_tombstone_is_stored_once_and_repeated()
    {
        var first = await desk.Reverse(Desk.Consume());

        var again = await desk.Reverse(Desk.Consume(points: "11"));

        Assert.That((again.Code, again.Answer, desk.Recorded.Count), Is.EqualTo((ResponseCode.OriginalNotFound, first.Answer, 1)));
    }

    [Test]
    public async Task A_cancelled_consume_is_12_with_an_alert()
    {
        await desk.Send(Desk.Consume());
        await desk.Send(Desk.Cancel());

        var reply = await desk.Reverse(Desk.Consume());

        Assert.That((reply.Code, desk.Recorded.Count, desk.Account.Balance), Is.EqualTo((ResponseCode.OriginalNotEligible, 2, Points.Of(100m))));
        desk.Raised(AlertKind.ReversalOfUndone, desk.Recorded[0].Serial);
        desk.RaisedNothing();
    }

    [Test]
    public async Task A_12_is_worked_out_anew_when_the_cancel_was_reversed()
    {
        await desk.Send(Desk.Consume());
        await desk.Send(Desk.Cancel());
        await desk.Reverse(Desk.Consume());
        await desk.Reverse(Desk.Cancel());

        var reply = await desk.Reverse(Desk.Consume());

        Assert.That((reply.Code, desk.Recorded[0].Status, desk.Account.Balance), Is.EqualTo((ResponseCode.Approved, EntryStatus.Reversed, Points.Of(100m))));
    }

    [Test]
    public async Task A_settled_original_is_undone_outside_the_totals_with_an_alert()
    {
        await desk.Send(Desk.Consume());
        desk.Settle();

        var reply = await desk.Reverse(Desk.Consume());

        using (Assert.EnterMultipleScope())
        {
            Assert.That((reply.Code, desk.Account.Balance, desk.Recorded[1].BatchId), Is.EqualTo((ResponseCode.Approved, Points.Of(100m), (long?)desk.Opened[0].Id)));
            Assert.That((desk.Opened[0].Totals.PointDebitCount, desk.Opened[1].Totals.PointDebitCount), Is.EqualTo((1, 0)));
        }

        desk.Raised(AlertKind.LateReversal, desk.Recorded[0].Serial);
        desk.RaisedNothing();
    }

    [Test]
    public async Task A_repeated_late_reversal_is_00_again()
    {
        await desk.Send(Desk.Consume());
        desk.Settle();
        await desk.Reverse(Desk.Consume());

        var again = await desk.Reverse(Desk.Consume());

        Assert.That((again.Code, desk.Recorded.Count), Is.EqualTo((ResponseCode.Approved, 2)));
        desk.Raised(AlertKind.LateReversal, desk.Recorded[0].Serial);
        desk.RaisedNothing();
    }

    [Test]
    public async Task A_batch_that_the_terminal_never_opened_is_77_and_leaves_no_trace()
    {
        var reply = await desk.Reverse(Desk.Consume(batch: 7));

        Assert.That((reply.Code, desk.Recorded.Count), Is.EqualTo((ResponseCode.NotSignedOn, 0)));
    }

    [Test]
    public async Task Another_card_is_14_with_an_alert()
    {
        await desk.Send(Desk.Consume());

        var reply = await desk.Reverse(Desk.Consume() with { Card = CardNumber.Of(Given.OtherCard) });

        Assert.That((reply.Code, desk.Recorded.Count, desk.Recorded[0].Status), Is.EqualTo((ResponseCode.CardInvalid, 1, EntryStatus.Posted)));
        desk.Raised(AlertKind.ReversalDiffers, desk.Recorded[0].Serial);
        desk.RaisedNothing();
    }

    [TestCase("11", "90")]
    [TestCase("10", "91")]
    [TestCase("x", "90")]
    public async Task Another_amount_is_64_with_an_alert(string points, string cash)
    {
        await desk.Send(Desk.Consume());

        var reply = await desk.Reverse(Desk.Consume(points: points, cash: cash));

        Assert.That((reply.Code, desk.Recorded.Count, desk.Recorded[0].Status), Is.EqualTo((ResponseCode.ReversalDiffers, 1, EntryStatus.Posted)));
        desk.Raised(AlertKind.ReversalDiffers, desk.Recorded[0].Serial);
        desk.RaisedNothing();
    }

    [Test]
    public async Task Another_line_is_64_with_an_alert()
    {
        await desk.Send(Desk.Consume());

        var reply = await desk.Reverse(Desk.Consume() with { Vouchers = TicketLines.Of([new TicketLine(1, 1)]) });

        Assert.That(reply.Code, Is.EqualTo(ResponseCode.ReversalDiffers));
        desk.Raised(AlertKind.ReversalDiffers, desk.Recorded[0].Serial);
        desk.RaisedNothing();
    }

    [Test]
    public async Task A_wrong_reversal_does_not_burn_the_key_of_the_right_one()
    {
        await desk.Send(Desk.Consume());
        await desk.Reverse(Desk.Consume(points: "11"));

        var right = await desk.Reverse(Desk.Consume());

        Assert.That((right.Code, desk.Account.Balance), Is.EqualTo((ResponseCode.Approved, Points.Of(100m))));
    }

    [Test]
    public async Task After_a_right_reversal_a_wrong_one_is_told_apart_still()
    {
        await desk.Send(Desk.Consume());
        await desk.Reverse(Desk.Consume());

        var wrong = await desk.Reverse(Desk.Consume(points: "11"));

        Assert.That((wrong.Code, desk.Recorded.Count), Is.EqualTo((ResponseCode.ReversalDiffers, 2)), "a reversal is compared with its original, never with an earlier reversal");
    }

    [Test]
    public async Task A_reversal_of_another_operation_is_94_with_an_alert()
    {
        await desk.Send(Desk.Consume());

        var reply = await desk.Reverse(Desk.Cancel(trace: 1));

        Assert.That((reply.Code, desk.Recorded.Count, desk.Recorded[0].Status), Is.EqualTo((ResponseCode.KeyTaken, 1, EntryStatus.Posted)));
        desk.Raised(AlertKind.ReversalOfOtherOperation, desk.Recorded[0].Serial);
        desk.RaisedNothing();
    }

    [Test]
    public async Task A_reversed_cancel_puts_the_consume_back_and_answers_what_was_undone()
    {
        await desk.Send(Desk.Consume());
        await desk.Send(Desk.Cancel());

        await desk.Reverse(Desk.Cancel());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(desk.Last, Is.EqualTo(new CancelOutcome
            {
                At = Given.Utc,
                Serial = desk.Recorded[1].Serial,
                Balance = Points.Of(91.35m),
                Available = Points.Of(90m),
                Used = Points.Of(10m),
                Awarded = Points.Of(1.35m),
            }));
            Assert.That((desk.Recorded[0].Status, desk.Recorded[1].Status), Is.EqualTo((EntryStatus.Posted, EntryStatus.Reversed)));
            Assert.That(desk.Terminal!.Batch!.Totals.CancelCount, Is.Zero);
        }

        desk.RaisedNothing();
    }

    [Test]
    public async Task A_reversed_cancel_may_leave_a_debt()
    {
        await desk.Send(Desk.Consume(cash: "0"));
        await desk.Send(Desk.Cancel());
        await desk.Send(Desk.Consume(trace: 3, points: "95", cash: "0"));

        var reply = await desk.Reverse(Desk.Cancel());

        Assert.That((reply.Code, ((CancelOutcome)desk.Last).Balance, ((CancelOutcome)desk.Last).Available), Is.EqualTo((ResponseCode.Approved, Points.Of(-5m), Points.Of(-5m))));
    }

    [Test]
    public async Task A_reversed_cancel_takes_what_is_left_of_a_voucher_with_an_alert()
    {
        var voucher = TicketLines.Of([new TicketLine(1, 2)]);
        await desk.Send(Desk.Consume() with { Vouchers = voucher });
        await desk.Send(Desk.Cancel());
        await desk.Send(Desk.Consume(trace: 3) with { Vouchers = TicketLines.Of([new TicketLine(1, 1)]) });

        var reply = await desk.Reverse(Desk.Cancel());

        Assert.That((reply.Code, desk.Voucher.Remaining), Is.EqualTo((ResponseCode.Approved, 0)));
        desk.Raised(AlertKind.VoucherGone, desk.Recorded[1].Serial);
        desk.RaisedNothing();
    }

    [Test]
    public async Task A_reversal_asks_for_no_pin_and_looks_at_no_card()
    {
        await desk.Send(Desk.Consume());
        desk.Card = Given.Card(CardState.Frozen, product: new CardProduct(new("密码会员卡") { RequiresPin = true }), pin: [1]);
        desk.Store = Given.Store(denied: Operations.Consume);
        desk.Cards.Invocations.Clear();

        var reply = await desk.Reverse(Desk.Consume());

        Assert.That(reply.Code, Is.EqualTo(ResponseCode.Approved));
        desk.Cards.VerifyNoOtherCalls();
    }

    [Test]
    public async Task A_reversal_is_never_declined_for_lack_of_points()
    {
        var generous = new Desk(new Programme { Rules = new() { GiftsAvailableAtOnce = true } });
        await generous.Send(Desk.Consume(points: "0", cash: "10000"));
        await generous.Send(Desk.Consume(trace: 2, points: "250", cash: "0"));

        var reply = await generous.Reverse(Desk.Consume(points: "0", cash: "10000"));

        Assert.That((reply.Code, generous.Account.Balance), Is.EqualTo((ResponseCode.Approved, Points.Of(-150m))));
        generous.Raised(AlertKind.Debt, generous.Recorded[2].Serial);
    }

    [Test]
    public async Task An_answer_is_stored_with_what_was_undone()
    {
        await desk.Send(Desk.Consume());

        var reply = await desk.Reverse(Desk.Consume());

        Assert.That((desk.Recorded[1].Answer, desk.Recorded[1].IsReversal, desk.Recorded[1].Trace), Is.EqualTo((reply.Answer, true, TraceNumber.Of(1))));
    }

    [Test]
    public async Task A_terminal_that_never_signed_on_reverses_nothing()
    {
        desk.Terminal = Given.Terminal(MacPolicy.Off);

        var reply = await desk.Reverse(Desk.Consume());

        Assert.That((reply.Code, desk.Recorded.Count), Is.EqualTo((ResponseCode.NotSignedOn, 0)));
    }

    [Test]
    public async Task A_reversal_in_the_next_batch_opens_it_and_buries_the_original()
    {
        desk.Terminal!.Batch!.Close(Given.Utc);

        var reply = await desk.Reverse(Desk.Consume(batch: 2));

        Assert.That((reply.Code, desk.Recorded.Single().IsTombstone(), desk.Recorded.Single().BatchId), Is.EqualTo((ResponseCode.OriginalNotFound, true, (long?)desk.Terminal!.Batch!.Id)));
    }
}
