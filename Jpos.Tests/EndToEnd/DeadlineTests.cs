using Jpos.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd;

/// <summary>No wait is unbounded, and what is too late has no effect (protocol §3).</summary>
[NonParallelizable]
[TestFixtureSource(typeof(Engines), nameof(Engines.PostgreSqlOrEach))]
internal sealed class DeadlineTests(Engine engine)
{
    private JposHost host = null!;

    [SetUp]
    public async Task SignOn()
    {
        host = await JposHost.Run(
            [KeyValuePair.Create("Jpos:Protocol:DeadlineSeconds", "1")], services => services.AddSingleton(TimeProvider.System), engine: engine);
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task A_message_that_is_out_of_time_gets_98_and_may_be_sent_again()
    {
        await using var inTheWay = await host.Database.HoldUpWriters();
        var late = await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "10"));
        await inTheWay.DisposeAsync();
        Assert.That(late.Status, Is.EqualTo("98"));

        var again = await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "10"));
        Assert.That((again.Status, again.Balance), Is.EqualTo(("00", 990m)));
    }

    [Test]
    public async Task What_waited_for_a_copy_of_itself_gets_09_at_the_deadline()
    {
        await using var inTheWay = await host.Database.HoldUpWriters();
        var first = host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "10"));
        await Task.Delay(300);
        var copy = host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "10"));
        var reversal = host.Post("/v1/jpos/trans/consumeReversal", Form.Consume(1, points: "10"));
        Assert.That(((await first).Status, (await copy).Status, (await reversal).Status), Is.EqualTo(("98", "09", "09")));
        await inTheWay.DisposeAsync();

        Assert.That((await host.Post("/v1/jpos/trans/consumeReversal", Form.Consume(1, points: "10"))).Status, Is.EqualTo("25"));
    }

    [Test]
    public async Task A_query_does_not_wait_for_writers()
    {
        await using var inTheWay = await host.Database.HoldUpWriters();
        var query = await host.Post("/v1/jpos/cards", Form.Query());
        await inTheWay.DisposeAsync();
        Assert.That((query.Status, query.Balance), Is.EqualTo(("00", 1000m)));
    }

    [Test]
    public async Task A_message_whose_sender_has_gone_has_no_effect()
    {
        await using var inTheWay = await host.Database.HoldUpWriters();
        using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        using var content = Form.Consume(1, points: "10").ToContent();
        Assert.That(
            async () => await host.Http.PostAsync(new Uri("/v1/jpos/trans/consume", UriKind.Relative), content, gone.Token), Throws.InstanceOf<OperationCanceledException>());
        await inTheWay.DisposeAsync();

        Assert.That((await host.Post("/v1/jpos/trans/consumeReversal", Form.Consume(1, points: "10"))).Status, Is.EqualTo("25"), "it was never seen");
    }
}
