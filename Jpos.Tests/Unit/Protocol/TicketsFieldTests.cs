using Jpos.Api.TerminalProtocol.Messages;
using Jpos.Domain.Tickets;

namespace Jpos.Tests.Unit.Protocol;

/// <summary>The fields vaucher and ticket: JSON text (protocol §1).</summary>
internal sealed class TicketsFieldTests
{
    [TestCase("""[{"id":1,"num":2}]""", "1x2")]
    [TestCase("""{"id":1,"num":2}""", "1x2", Description = "one object")]
    [TestCase("""[{"id":"1","num":"2"}]""", "1x2", Description = "numeric strings")]
    [TestCase("""[{"id":2,"num":1},{"id":1,"num":999999}]""", "1x999999,2x1", Description = "in the order of the ids")]
    [TestCase("""[{"id":1,"num":2,"type":"03"}]""", "1x2@3")]
    [TestCase("""[{"id":1,"num":2,"type":3,"name":"x","amount":50.00}]""", "1x2@3", Description = "unknown fields are ignored")]
    [TestCase(""" [ { "id" : 1 , "num" : 2 } ] """, "1x2")]
    [TestCase("""[{"id":9223372036854775807,"num":1}]""", "9223372036854775807x1")]
    public void Tickets_are_read(string text, string lines)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(TicketsField.TryParse(text, out var field), Is.True);
            Assert.That(field?.Lines?.ToString(), Is.EqualTo(lines));
        }
    }

    [Test]
    public void No_tickets_are_no_lines()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(TicketsField.TryParse("[]", out var field), Is.True);
            Assert.That(field, Is.Not.Null);
            Assert.That(field?.Lines, Is.Null);
        }
    }

    [TestCase("""[{"id":1,"num":1},{"id":1,"num":2}]""", Description = "the same id twice")]
    [TestCase("""[{"id":1,"num":1},{"id":"01","num":2}]""", Description = "the same id twice, spelt differently")]
    [TestCase("""[{"id":1,"num":0}]""")]
    [TestCase("""[{"id":1,"num":1000000}]""")]
    [TestCase("""[{"id":1,"num":-1}]""")]
    [TestCase("""[{"id":1,"num":1.5}]""")]
    [TestCase("""[{"id":1,"num":1e3}]""")]
    [TestCase("""[{"id":1,"num":null}]""")]
    [TestCase("""[{"id":1}]""")]
    [TestCase("""[{"num":1}]""")]
    [TestCase("""[{"id":0,"num":1}]""")]
    [TestCase("""[{"id":9223372036854775808,"num":1}]""")]
    [TestCase("""[{"id":"a","num":1}]""")]
    [TestCase("""[{"id":1,"num":1,"type":"04"}]""")]
    [TestCase("""[{"id":1,"num":1,"type":"x"}]""")]
    [TestCase("""[{"id":1,"id":2,"num":1}]""")]
    [TestCase("""[{"id":1,"num":1},null]""")]
    [TestCase("""[[{"id":1,"num":1}]]""")]
    [TestCase("""[{"id":1,"num":1},]""")]
    [TestCase("""[{"id":1,"num":1}""")]
    [TestCase("""{"id":1,"num":1}{""")]
    [TestCase("1")]
    [TestCase("\"\"")]
    [TestCase("x")]
    [TestCase("")]
    [TestCase(null)]
    public void Anything_else_is_malformed(string? text) => Assert.That(TicketsField.TryParse(text, out _), Is.False);

    [TestCase("01", TicketType.GroupPurchase)]
    [TestCase("02", TicketType.Exchange)]
    [TestCase("03", TicketType.Voucher)]
    public void A_type_is_one_of_the_documents(string code, TicketType type)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(TicketsField.TryParse($$"""{"id":1,"num":1,"type":"{{code}}"}""", out var field), Is.True);
            Assert.That(field?.Lines?.Lines[0].Type, Is.EqualTo(type));
        }
    }
}
