using System.Globalization;
using System.Net;
using System.Text.Json;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Webhooks;

/// <summary>Who has too much to do says for how long, and is left alone. Who does not even say so holds up nobody else.</summary>
internal sealed class BusyReceiverTests
{
    private TestDatabase database = null!;
    private WebhookHost host = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        database = await TestDatabase.WithDemoData(Engine.Sqlite);
        host = await WebhookHost.Run(database, [new("Jpos:Webhooks:PausesSeconds:1", "4"), new("Jpos:Webhooks:TimeoutSeconds", "5")]);
        await host.Pays(Form.CheckIn(), "terminal/checkin");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await host.DisposeAsync();
        await database.DisposeAsync();
    }

    [TearDown]
    public void Behave() => (host.Receiver.RetryAfter, host.Receiver.Answers, host.Receiver.Before) = (null, (_, _) => HttpStatusCode.NoContent, _ => Task.CompletedTask);

    [TestCase(1, HttpStatusCode.TooManyRequests, "3", 3)]
    [TestCase(2, HttpStatusCode.ServiceUnavailable, "Fri, 31 Dec 9999 23:59:59 GMT", 4)]
    public async Task A_receiver_is_left_alone_as_long_as_it_says_and_no_longer_than_the_longest_pause(int trace, HttpStatusCode status, string after, int seconds)
    {
        var path = $"busy{trace}";
        (host.Receiver.RetryAfter, host.Receiver.Answers) = (after, (_, before) => before == 0 ? status : HttpStatusCode.OK);
        var (address, _) = await host.Subscribe(path, "transaction.approved");
        await host.Pays(Form.Consume(trace, points: "0.01"));
        await host.Settled(address);

        // By itself the first pause is 50 ms, and what is due is looked for each second.
        var sent = host.Receiver.At(path).Select(one => long.Parse(one.Seconds, CultureInfo.InvariantCulture)).ToList();
        Assert.That(sent, Has.Count.EqualTo(2));
        Assert.That(sent[1] - sent[0], Is.GreaterThanOrEqualTo(seconds));
    }

    [Test]
    public async Task Who_does_not_answer_in_time_holds_up_nobody_else_and_is_told_again()
    {
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Receiver.Before = path => path == "slow" ? released.Task : Task.CompletedTask;
        var (slow, _) = await host.Subscribe("slow", "transaction.approved");
        var (quick, _) = await host.Subscribe("quick", "transaction.approved");
        await host.Pays(Form.Consume(10, points: "0.01"));
        try
        {
            await host.Settled(quick);
            Assert.That((host.Receiver.At("quick").Count, (await Delivery(slow)).GetProperty("state").GetString()), Is.EqualTo((1, "pending")));
            await host.Until(async () => (await Delivery(slow)).GetProperty("attempts").GetInt32() > 0);
            Assert.That((await Delivery(slow)).GetProperty("lastOutcome").GetString(), Is.EqualTo("no answer in time"));
        }
        finally
        {
            released.SetResult();
        }

        var told = (await host.Settled(slow)).Single();
        Assert.That((told.GetProperty("state").GetString(), host.Receiver.At("quick").Count), Is.EqualTo(("delivered", 1)));
    }

    private async Task<JsonElement> Delivery(string address) => (await host.Deliveries(address)).Single();
}
