using Jpos.Application.TerminalProtocol.Transactions;
using Jpos.Domain.Protocol;

namespace Jpos.Tests.Unit.Handlers;

/// <summary>Row 8 of protocol §2, and §3: a key has one message, and a message one effect.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class OneMessageOneEffectTests
{
    private readonly Desk desk = new();

    [Test]
    public async Task A_repeated_message_gets_the_stored_bytes()
    {
        var first = await desk.Send(Desk.Consume());

        var again = await desk.Send(Desk.Consume(points: "10.00", cash: "90.0"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.Answer, Is.SameAs(first.Answer));
            Assert.That(again.Code, Is.EqualTo(first.Code));
            Assert.That((desk.Recorded.Count, desk.Outcomes.Count), Is.EqualTo((1, 1)));
        }
    }

    [Test]
    public async Task A_repeated_message_touches_nothing()
    {
        await desk.Send(Desk.Consume());
        desk.Cards.Invocations.Clear();
        desk.Accounts.Invocations.Clear();
        desk.Tickets.Invocations.Clear();

        await desk.Send(Desk.Consume());

        desk.Cards.VerifyNoOtherCalls();
        desk.Accounts.VerifyNoOtherCalls();
        desk.Tickets.VerifyNoOtherCalls();
        Assert.That(desk.Account.Balance, Is.EqualTo(Domain.Points.Of(91.35m)));
    }

    [Test]
    public async Task A_decline_is_repeated_though_it_could_be_approved_now()
    {
        desk.Account = Given.Account(desk.Numbers);
        var declined = await desk.Send(Desk.Consume());
        desk.Account = Given.Account(desk.Numbers, (100m, Given.NextYear));

        var again = await desk.Send(Desk.Consume());

        Assert.That((declined.Code, again.Code, again.Answer), Is.EqualTo((ResponseCode.InsufficientFunds, ResponseCode.InsufficientFunds, declined.Answer)));
    }

    [Test]
    public async Task Another_content_is_94_and_is_not_stored()
    {
        await desk.Send(Desk.Consume());

        var other = await desk.Send(Desk.Consume(points: "11"));

        Assert.That((other.Code, desk.Recorded.Count, desk.Account.Balance), Is.EqualTo((ResponseCode.KeyTaken, 1, Domain.Points.Of(91.35m))));
    }

    [Test]
    public async Task Another_operation_is_94()
    {
        await desk.Send(Desk.Consume());

        var other = await desk.Send(Desk.Cancel(trace: 1));

        Assert.That((other.Code, desk.Recorded.Count), Is.EqualTo((ResponseCode.KeyTaken, 1)));
    }

    [Test]
    public async Task A_message_that_was_reversed_is_94()
    {
        await desk.Send(Desk.Consume());
        await desk.Reverse(Desk.Consume());

        var again = await desk.Send(Desk.Consume());

        Assert.That((again.Code, desk.Recorded.Count, desk.Account.Balance), Is.EqualTo((ResponseCode.KeyTaken, 2, Domain.Points.Of(100m))));
    }

    [Test]
    public async Task A_message_whose_reversal_came_first_is_94_and_moves_nothing()
    {
        await desk.Reverse(Desk.Consume());

        var late = await desk.Send(Desk.Consume());

        Assert.That((late.Code, desk.Recorded.Count, desk.Account.Balance), Is.EqualTo((ResponseCode.KeyTaken, 1, Domain.Points.Of(100m))));
        desk.Cards.VerifyNoOtherCalls();
    }

    [Test]
    public async Task The_same_trace_in_the_next_batch_is_another_message()
    {
        await desk.Send(Desk.Consume());
        desk.Settle();

        var next = await desk.Send(Desk.Consume(batch: 2));

        Assert.That((next.Code, desk.Recorded.Count), Is.EqualTo((ResponseCode.Approved, 2)));
    }

    [Test]
    public async Task The_answer_is_stored_with_the_effect()
    {
        var reply = await desk.Send(Desk.Consume());

        Assert.That(desk.Recorded.Single().Answer, Is.SameAs(reply.Answer));
    }

    [Test]
    public async Task A_settled_terminal_opens_the_next_batch_with_its_first_message()
    {
        desk.Terminal!.Batch!.Close(Given.Utc);

        var reply = await desk.Send(Desk.Consume(batch: 2));

        Assert.That((reply.Code, desk.Terminal.Batch!.Number, desk.Recorded.Single().BatchId), Is.EqualTo((ResponseCode.Approved, BatchNumber.Of(2), (long?)desk.Terminal.Batch.Id)));
    }

    [Test]
    public async Task A_decline_of_rows_9_and_on_is_stored_with_its_code()
    {
        desk.Card = null;

        await desk.Send(Desk.Consume());

        var entry = desk.Recorded.Single();
        Assert.That((entry.Code, entry.CardId, entry.IsApproved), Is.EqualTo((ResponseCode.CardInvalid, (long?)null, false)));
    }

    [Test]
    public async Task All_of_a_message_has_one_time()
    {
        await desk.Send(Desk.Consume());

        Assert.That((desk.Last.At, desk.Recorded.Single().At), Is.EqualTo((Given.Utc, Given.Utc)));
    }

    [Test]
    public async Task A_declined_outcome_has_only_code_detail_and_time()
    {
        await desk.Send(Desk.Consume(points: "101"));

        var decline = (ConsumeOutcome)desk.Last;
        Assert.That(decline, Is.EqualTo(new ConsumeOutcome { Code = ResponseCode.InsufficientFunds, Detail = decline.Detail, At = Given.Utc }));
        Assert.That(decline.Detail, Is.Not.Empty);
    }
}
