using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd;

[TestFixtureSource(typeof(Engines), nameof(Engines.SqliteOrEach))]
internal sealed class ShutdownTests(Engine engine)
{
    [Test]
    public async Task SIGTERM_lets_what_is_in_flight_finish_and_be_answered()
    {
        await using var database = await TestDatabase.WithDemoData(engine);
        using var host = await HostProcess.Start(database);
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());

        await using var inTheWay = await database.HoldUpWriters();
        var paying = host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "10"));
        await Task.Delay(300);
        var ending = host.Terminate();
        await Task.Delay(300);
        Assert.That((paying.IsCompleted, ending.IsCompleted), Is.EqualTo((false, false)), "both wait for the database");

        await inTheWay.DisposeAsync();
        Assert.That((await paying).Status, Is.EqualTo("00"));
        Assert.That(await ending, Is.Zero);
    }
}
