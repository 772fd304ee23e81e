using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd;

/// <summary>What a till does in its day, over HTTP, on a database file.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Each))]
internal sealed class PayingTests(Engine engine)
{
    [Test]
    public async Task A_payment_and_its_reversal_leave_the_card_as_it_was()
    {
        await using var host = await JposHost.Borrow(engine: engine);
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
        var before = await host.Post("/v1/jpos/cards", Form.Query());

        var consume = Form.Consume(1, points: "10", cash: "90", vouchers: """[{"id":1,"num":1}]""");
        var paid = await host.Post("/v1/jpos/trans/consume", consume);
        Assert.That((paid.Status, paid.Balance, paid.Available), Is.EqualTo(("00", 991.35m, 990m)));

        var reversed = await host.Post("/v1/jpos/trans/consumeReversal", consume);
        Assert.That((reversed.Status, reversed.Serial, reversed.Balance, reversed.Available), Is.EqualTo(("00", paid.Serial, 1000m, 1000m)));

        var after = await host.Post("/v1/jpos/cards", Form.Query());
        Assert.That(after.Text, Is.EqualTo(before.Text));
    }
}
