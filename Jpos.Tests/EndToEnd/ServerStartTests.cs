using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jpos.Tests.EndToEnd;

/// <summary>Hosts that share a server start right, all of them, or say why not and do not start.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.PostgreSql))]
internal sealed class ServerStartTests(Engine engine)
{
    [Test]
    public async Task Hosts_that_start_at_once_make_one_database_and_share_it()
    {
        await using var database = TestDatabase.Empty(engine);
        await using (var first = await TestDatabase.WithDemoData(engine))
        {
            // Hosts that share a database are given one host key.
            File.Copy(first.Folder.File("host.key"), database.Folder.File("host.key"));
        }

        var hosts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => JposHost.RunOn(database))));

        Assert.That(await hosts[0].InDatabase(db => db.Stores.CountAsync()), Is.EqualTo(3), "demo data, once");
        await hosts[0].SignOn(Form.Terminal);
        var answers = await Task.WhenAll(hosts.SelectMany(host => Enumerable.Range(1, 10).Select(trace => host.Post("/v1/jpos/trans/consume", Form.Consume(trace, points: "1")))));
        Assert.That(answers.Select(answer => answer.Text).Distinct().Count(), Is.EqualTo(10), "each message has one effect, whichever host is asked");
        Assert.That((await hosts[3].Post("/v1/jpos/cards", Form.Query())).Balance, Is.EqualTo(990m));
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
    }

    [Test]
    public async Task A_database_that_commits_before_it_writes_is_refused()
    {
        await using var database = await TestDatabase.WithDemoData(engine);
        await PostgresCluster.Instance.Execute($"ALTER DATABASE {new NpgsqlConnectionStringBuilder(database.ConnectionString).Database} SET synchronous_commit = off");
        var thrown = await Assert.CatchAsync(async () => await JposHost.RunOn(database));
        Assert.That(thrown, Is.InstanceOf<InvalidOperationException>().With.Message.Contains("synchronous_commit is off"));
    }

    [Test]
    public async Task A_database_is_not_opened_with_another_host_key()
    {
        await using var database = await TestDatabase.WithDemoData(engine);
        await File.WriteAllTextAsync(database.Folder.File("host.key"), new string('0', 64));
        var thrown = await Assert.CatchAsync(async () => await JposHost.RunOn(database));
        Assert.That(thrown, Is.InstanceOf<InvalidOperationException>().With.Message.Contains("The host key is not the one that this database was created with"));
    }

    [Test]
    public async Task A_statement_gives_up_before_its_message_has_to()
    {
        await using var host = await JposHost.Run([KeyValuePair.Create("Jpos:Protocol:DeadlineSeconds", "7")], engine: engine);
        Assert.That(await host.InDatabase(db => Task.FromResult(db.Database.GetCommandTimeout())), Is.EqualTo(6));
    }
}
