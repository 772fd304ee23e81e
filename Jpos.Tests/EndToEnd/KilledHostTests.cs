using System.Collections.Concurrent;
using System.Globalization;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd;

/// <summary>A power cut, as near as a process can come to it (protocol §3).</summary>
[Parallelizable]
[TestFixtureSource(typeof(Engines), nameof(Engines.Each))]
internal sealed class KilledHostTests(Engine engine)
{
    private const int Clients = 8;

    [Test]
    public async Task After_SIGKILL_under_load_every_answer_holds_and_every_other_message_gets_one()
    {
        await using var database = await TestDatabase.WithDemoData(engine);
        var answered = new ConcurrentDictionary<int, string>();
        var sent = new ConcurrentDictionary<int, Form>();

        using (var host = await HostProcess.Start(database))
        {
            await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
            using var load = new CancellationTokenSource();
            var clients = Enumerable.Range(0, Clients).Select(client => Pay(host, client, sent, answered, load.Token)).ToList();
            while (answered.Count < 150)
            {
                await Task.Delay(20);
            }

            await host.Kill();
            await load.CancelAsync();
            await Task.WhenAll(clients);
        }

        using (var host = await HostProcess.Start(database))
        {
            foreach (var (trace, text) in answered)
            {
                Assert.That((await host.Post("/v1/jpos/trans/consume", sent[trace])).Text, Is.EqualTo(text), "what was answered is answered again, byte for byte");
            }

            foreach (var (_, form) in sent.Where(message => !answered.ContainsKey(message.Key)))
            {
                var first = await host.Post("/v1/jpos/trans/consume", form);
                var again = await host.Post("/v1/jpos/trans/consume", form);
                Assert.That((first.Status, again.Text), Is.EqualTo(("00", first.Text)));
            }

            var effects = sent.Values.Sum(form => decimal.Parse(form.Fields["pointAmount"], CultureInfo.InvariantCulture));
            var card = await host.Post("/v1/jpos/cards", Form.Query());
            Assert.That(card.Balance, Is.EqualTo(1000m - effects));
            Assert.That(await host.Terminate(), Is.Zero);
        }

        Assert.That(sent, Has.Count.GreaterThan(answered.Count), "some messages were cut off, or the test has shown nothing");
        Assert.That(await database.Faults(), Is.Empty);
    }

    private static async Task Pay(
        HostProcess host, int client, ConcurrentDictionary<int, Form> sent, ConcurrentDictionary<int, string> answered, CancellationToken stop)
    {
        for (var number = 0; !stop.IsCancellationRequested; number++)
        {
            var trace = 1 + client + (Clients * number);
            var form = Form.Consume(trace, points: "0.01");
            sent[trace] = form;
            try
            {
                var answer = await host.Post("/v1/jpos/trans/consume", form);
                Assert.That(answer.Status, Is.EqualTo("00"));
                answered[trace] = answer.Text;
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException or TaskCanceledException)
            {
                return;
            }
        }
    }
}
