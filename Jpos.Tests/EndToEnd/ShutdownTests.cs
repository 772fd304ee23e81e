using Jpos.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace Jpos.Tests.EndToEnd;

internal sealed class ShutdownTests
{
    [Test]
    public async Task SIGTERM_lets_what_is_in_flight_finish_and_be_answered()
    {
        using var folder = new TemporaryFolder();
        using var host = await HostProcess.Start(folder);
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());

        await using var other = new SqliteConnection($"Data Source={folder.File("jpos.db")};Pooling=False");
        await other.OpenAsync();
        var inTheWay = other.BeginTransaction();
        var paying = host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "10"));
        await Task.Delay(300);
        var ending = host.Terminate();
        await Task.Delay(300);
        Assert.That((paying.IsCompleted, ending.IsCompleted), Is.EqualTo((false, false)), "both wait for the database");

        await inTheWay.RollbackAsync();
        Assert.That((await paying).Status, Is.EqualTo("00"));
        Assert.That(await ending, Is.Zero);
    }
}
