using Jpos.Domain.Batches;
using Jpos.Domain.Programmes;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;

namespace Jpos.Tests.Unit.Terminals;

/// <summary>A terminal's session and its batches (protocol §2 row 6, §5, §9).</summary>
internal sealed class SessionTests
{
    private readonly Counter numbers = new();

    [Test]
    public void The_first_check_in_opens_batch_000001()
    {
        var terminal = Given.Terminal();

        var batch = SignOn(terminal);

        Assert.That((batch.Number.ToString(), batch.IsOpen, terminal.SignedOnAt), Is.EqualTo(("000001", true, (DateTime?)Given.Utc)));
    }

    [Test]
    public void Another_check_in_keeps_the_batch_and_adds_keys()
    {
        var terminal = Given.Terminal();
        var batch = SignOn(terminal);

        var again = SignOn(terminal, 1);

        Assert.That((again, terminal.Keys.Count), Is.EqualTo((batch, 2)));
    }

    [Test]
    public void A_check_in_after_a_settle_opens_the_next_batch()
    {
        var terminal = Given.Terminal();
        SignOn(terminal).Close(Given.Utc);

        var batch = SignOn(terminal, 1);

        Assert.That((batch.Number, batch.IsOpen, terminal.Batch), Is.EqualTo((BatchNumber.Of(2), true, batch)));
    }

    [Test]
    public void The_open_batch_takes_messages()
    {
        var terminal = Given.Terminal();
        var batch = SignOn(terminal);

        Assert.That((Enter(terminal, 1).Batch, Enter(terminal, null).Batch), Is.EqualTo((batch, batch)));
    }

    [TestCase(2)]
    [TestCase(999_999)]
    public void Another_batch_does_not(int number)
    {
        var terminal = Given.Terminal();
        SignOn(terminal);

        var (batch, decline) = Enter(terminal, number);

        Assert.That((batch, decline?.Code), Is.EqualTo(((Batch?)null, ResponseCode.NotSignedOn)));
    }

    [Test]
    public void After_a_settle_exactly_the_next_number_opens_the_next_batch()
    {
        var terminal = Given.Terminal();
        SignOn(terminal).Close(Given.Utc);

        var (opened, _) = Enter(terminal, 2);

        Assert.That((opened?.Number, opened?.IsOpen, terminal.Batch), Is.EqualTo((BatchNumber.Of(2), (bool?)true, opened)));
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(null)]
    public void After_a_settle_no_other_number_does(int? number)
    {
        var terminal = Given.Terminal();
        var settled = SignOn(terminal);
        settled.Close(Given.Utc);

        var (batch, decline) = Enter(terminal, number);

        Assert.That((batch, decline?.Code, terminal.Batch), Is.EqualTo(((Batch?)null, ResponseCode.NotSignedOn, settled)));
    }

    [Test]
    public void After_batch_999999_comes_batch_000001()
    {
        var terminal = Given.Terminal();
        SignOn(terminal);
        while (terminal.Batch!.Number.Value < 999_999)
        {
            terminal.Batch.Close(Given.Utc);
            Enter(terminal, terminal.Batch.Number.Next.Value);
        }

        var last = terminal.Batch;
        last.Close(Given.Utc);
        var (first, _) = Enter(terminal, 1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first?.Number.ToString(), Is.EqualTo("000001"));
            Assert.That(first?.Id, Is.Not.EqualTo(last.Id));
        }
    }

    [TestCase(1)]
    [TestCase(null)]
    public void Nothing_enters_before_the_first_check_in(int? number)
    {
        var terminal = Given.Terminal();

        var (batch, decline) = Enter(terminal, number);

        Assert.That((batch, decline?.Code, terminal.Batch), Is.EqualTo(((Batch?)null, ResponseCode.NotSignedOn, (Batch?)null)));
    }

    [Test]
    public void A_query_needs_the_open_batch_and_opens_none()
    {
        var terminal = Given.Terminal();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(terminal.RefuseBatch(BatchNumber.First)?.Code, Is.EqualTo(ResponseCode.NotSignedOn));
            var batch = SignOn(terminal);
            Assert.That(terminal.RefuseBatch(BatchNumber.First), Is.Null);
            Assert.That(terminal.RefuseBatch(BatchNumber.Of(2))?.Code, Is.EqualTo(ResponseCode.NotSignedOn));
            batch.Close(Given.Utc);
            Assert.That(terminal.RefuseBatch(BatchNumber.First)?.Code, Is.EqualTo(ResponseCode.NotSignedOn));
            Assert.That(terminal.RefuseBatch(BatchNumber.Of(2))?.Code, Is.EqualTo(ResponseCode.NotSignedOn));
            Assert.That(terminal.Batch, Is.SameAs(batch));
        }
    }

    [Test]
    public void Only_the_newest_3_unconfirmed_pairs_stay()
    {
        var terminal = Given.Terminal();
        for (var minute = 0; minute < 5; minute++)
        {
            SignOn(terminal, minute);
        }

        Assert.That(terminal.Keys.Select(pair => pair.CreatedAt), Is.EquivalentTo(Enumerable.Range(2, 3).Select(minute => Given.Utc.AddMinutes(minute))));
    }

    [Test]
    public void A_confirmed_pair_is_never_pushed_out()
    {
        var terminal = Given.Terminal();
        var confirmed = Given.Keys(100).Confirmed();
        terminal.SignOn(confirmed, Given.Utc, new Programme(), numbers);
        for (var minute = 1; minute <= 5; minute++)
        {
            SignOn(terminal, minute);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(terminal.Keys, Does.Contain(confirmed));
            Assert.That(terminal.Keys.Count(pair => !pair.IsConfirmed), Is.EqualTo(Terminal.MostUnconfirmedKeys));
        }
    }

    private Batch SignOn(Terminal terminal, int minute = 0)
    {
        var at = Given.Utc.AddMinutes(minute);
        return terminal.SignOn(Given.Keys(numbers.Next(), at), at, new Programme(), numbers);
    }

    private (Batch? Batch, Decline? Decline) Enter(Terminal terminal, int? number)
    {
        var batch = terminal.EnterBatch(number is { } value ? BatchNumber.Of(value) : null, Given.Utc, new Programme(), numbers, out var decline);
        return (batch, decline);
    }
}
