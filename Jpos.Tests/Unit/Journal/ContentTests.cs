using System.Text;
using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Application.TerminalProtocol.Transactions;
using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;
using Jpos.Domain.Tickets;

namespace Jpos.Tests.Unit.Journal;

/// <summary>What makes two messages the same message (protocol §3), and a reversal that of its original (§6).</summary>
internal sealed class ContentTests
{
    [Test]
    public void Spelling_is_not_content()
    {
        var one = Consume("10", "90.0", "0021", new TicketLine(2, 1), new TicketLine(1, 1));
        var other = Consume("10.00", "90", "021", new TicketLine(1, 1), new TicketLine(2, 1));

        Assert.That(Print(one.Content), Is.EqualTo(Print(other.Content)));
    }

    [Test]
    public void Batch_and_trace_are_padded_before_they_are_compared()
    {
        static Cancel Named(string batch, string trace) =>
            Cancel(BatchNumber.TryParse(batch, out var number) ? number : null, TraceNumber.TryParse(trace, out var other) ? other : null);

        Assert.That(Print(Named("7", "12").Content), Is.EqualTo(Print(Named("000007", "000012").Content)));
    }

    [Test]
    public void Pins_and_tracks_are_not_content()
    {
        var plain = Consume("10", "0", "021");

        var secret = plain with { Password = Given.Pin("03B1E2CF2F2A2C1D"), Track2 = Given.Track(Given.GoodCard + "=2512") };

        Assert.That(Print(secret.Content), Is.EqualTo(Print(plain.Content)));
    }

    [Test]
    public void Every_field_of_a_consume_is_content()
    {
        var consume = Consume("10", "90", "01", new TicketLine(1, 1));
        Consume[] different =
        [
            consume,
            consume with { Card = CardNumber.Of(Given.OtherCard) },
            consume with { EntryMode = Given.Mode("02") },
            consume with { PointAmount = Amount.Of("10.01") },
            consume with { CashAmount = Amount.Of("90.01") },
            consume with { PointAmount = Amount.Of("90"), CashAmount = Amount.Of("10") },
            consume with { Vouchers = null },
            consume with { Vouchers = TicketLines.Of([new TicketLine(1, 2)]) },
            consume with { RegisterTrace = RegisterTrace.Of("R1") },
        ];

        Assert.That(different.Select(message => Print(message.Content)), Is.Unique);
    }

    [Test]
    public void Every_reference_of_a_cancel_is_content()
    {
        var cancel = Cancel(BatchNumber.Of(1), TraceNumber.Of(1));
        Cancel[] different =
        [
            cancel,
            cancel with { Card = CardNumber.Of(Given.OtherCard) },
            cancel with { Consume = cancel.Consume with { Batch = BatchNumber.Of(2) } },
            cancel with { Consume = cancel.Consume with { Trace = TraceNumber.Of(2) } },
            cancel with { Consume = cancel.Consume with { Serial = SerialNumber.Of(1) } },
            cancel with { Consume = cancel.Consume with { RegisterTrace = RegisterTrace.Of("R1") } },
        ];

        Assert.That(different.Select(message => Print(message.Content)), Is.Unique);
    }

    [Test]
    public void A_field_that_was_not_sent_is_no_content() => Assert.That(new MessageContent().With(ContentField.RegisterTrace, null).Fields, Is.Empty);

    [Test]
    public void A_field_is_content_once() =>
        Assert.That(() => new MessageContent().With(ContentField.Card, "1").With(ContentField.Card, "2"), Throws.InstanceOf<ArgumentException>());

    [Test]
    public void A_fingerprint_is_read_as_it_was_stored()
    {
        var made = Print(Consume("10", "90", "01", new TicketLine(1, 1)).Content);

        var read = Fingerprint.Of(made.Text);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(read, Is.EqualTo(made));
            Assert.That(read.GetHashCode(), Is.EqualTo(made.GetHashCode()));
            Assert.That(read.Repeats(made) && made.Repeats(read) && read.HasCardOf(made), Is.True);
            Assert.That(Fingerprint.Of(""), Is.Not.EqualTo(made));
        }
    }

    [Test]
    public void A_reversal_that_leaves_fields_out_repeats_its_original()
    {
        var original = Print(Consume("10", "90", "01", new TicketLine(1, 1)).Content);

        var bare = Print(new MessageContent().With(ContentField.Card, Given.GoodCard).With(ContentField.PointAmount, Amount.Of("10.0")));

        Assert.That((bare.Repeats(original), original.Repeats(bare)), Is.EqualTo((true, false)));
    }

    [Test]
    public void A_reversal_with_another_amount_line_or_reference_does_not()
    {
        var consume = Consume("10", "90", "01", new TicketLine(1, 1));
        var cancel = Cancel(BatchNumber.Of(1), TraceNumber.Of(1));
        var original = Print(consume.Content);
        var cancelled = Print(cancel.Content);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Print((consume with { PointAmount = Amount.Of("11") }).Content).Repeats(original), Is.False);
            Assert.That(Print((consume with { CashAmount = Amount.Of("91") }).Content).Repeats(original), Is.False);
            Assert.That(Print((consume with { Vouchers = TicketLines.Of([new TicketLine(1, 2)]) }).Content).Repeats(original), Is.False);
            Assert.That(original.Repeats(Print((consume with { Vouchers = null }).Content)), Is.False, "lines that the original had not");
            Assert.That(Print((cancel with { Consume = cancel.Consume with { Batch = BatchNumber.Of(2) } }).Content).Repeats(cancelled), Is.False);
            Assert.That(Print((cancel with { Consume = cancel.Consume with { Trace = TraceNumber.Of(2) } }).Content).Repeats(cancelled), Is.False);
            Assert.That(Print((cancel with { Consume = cancel.Consume with { Serial = SerialNumber.Of(2) } }).Content).Repeats(cancelled), Is.False);
            Assert.That(Print((cancel with { Consume = cancel.Consume with { RegisterTrace = RegisterTrace.Of("R1") } }).Content).Repeats(cancelled), Is.False);
        }
    }

    [Test]
    public void A_reversal_may_say_another_entry_mode_and_register_trace()
    {
        var consume = Consume("10", "90", "01");

        var reversal = consume with { EntryMode = Given.Mode("022"), RegisterTrace = RegisterTrace.Of("R1") };

        Assert.That(Print(reversal.Content).Repeats(Print(consume.Content)), Is.True);
    }

    [Test]
    public void The_card_is_compared_apart()
    {
        var consume = Consume("10", "90", "01");
        var original = Print(consume.Content);

        var ofAnother = Print((consume with { Card = CardNumber.Of(Given.OtherCard) }).Content);

        Assert.That((ofAnother.Repeats(original), ofAnother.HasCardOf(original), original.HasCardOf(original)), Is.EqualTo((true, false, true)));
    }

    [Test]
    public void A_message_prints_no_secret()
    {
        var consume = Consume("10", "90", "021") with { Password = Given.Pin("03B1E2CF2F2A2C1D"), Track2 = Given.Track(Given.GoodCard + "=2512101999") };

        using (Assert.EnterMultipleScope())
        {
            foreach (var text in new object[] { consume, new ReverseConsume(consume), consume.Content, consume.Key }.Select(printed => printed.ToString()))
            {
                Assert.That(text, Does.Not.Contain(Given.GoodCard).And.Not.Contain("03B1E2").And.Not.Contain("101999"));
            }
        }
    }

    private static Consume Consume(string points, string cash, string mode, params TicketLine[] lines) => new()
    {
        Store = Given.StoreNumber,
        Terminal = Given.TerminalNumber,
        Card = CardNumber.Of(Given.GoodCard),
        Trace = TraceNumber.Of(1),
        Batch = BatchNumber.First,
        EntryMode = Given.Mode(mode),
        PointAmount = Amount.Of(points),
        CashAmount = Amount.Of(cash),
        Vouchers = lines.Length == 0 ? null : TicketLines.Of(lines),
    };

    private static Cancel Cancel(BatchNumber? batch, TraceNumber? trace) => new()
    {
        Store = Given.StoreNumber,
        Terminal = Given.TerminalNumber,
        Card = CardNumber.Of(Given.GoodCard),
        Trace = TraceNumber.Of(2),
        Consume = new OriginalReference { Batch = batch, Trace = trace },
    };

    private static Fingerprint Print(MessageContent content) => Fingerprint.Of(content, (field, value) => Convert.ToHexString(Encoding.UTF8.GetBytes($"{field} {value}")));
}
