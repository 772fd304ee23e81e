using System.Net;
using Jpos.Domain.Access;
using Jpos.Domain.Webhooks;
using Jpos.Infrastructure.Webhooks;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd.Webhooks;

/// <summary>A payment writes its event once, however many webhooks there are.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.SqliteOrEach))]
internal sealed class OutboxTests(Engine engine)
{
    [Test]
    public async Task An_event_is_written_once_with_its_effect_and_becomes_a_delivery_for_each_who_wanted_it_then()
    {
        await using var host = await JposHost.Borrow(engine: engine);
        var manager = await BackOfficeClient.Of(host, Role.Manager);
        await Subscribe(manager, "transaction.approved");
        await Subscribe(manager, "transaction.approved");
        await Subscribe(manager, "batch.settled");
        var ended = await Subscribe(manager, "transaction.approved");
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(1, cash: "1"))).Status, Is.EqualTo("00"));
        var (written, early) = await Count(host);

        await Subscribe(manager, "transaction.approved");
        await manager.Delete(ended, (await manager.Get(ended)).Tag);
        await host.Services.GetRequiredService<DeliveryStore>().FanOut(CancellationToken.None);
        var (left, deliveries) = await Count(host);

        Assert.That((written, early, left, deliveries), Is.EqualTo((1, 0, 0, 2)), "events, deliveries; afterwards");
    }

    [Test]
    public async Task A_webhook_holds_at_once_after_a_commit_that_is_not_asynchronous()
    {
        await using var host = await JposHost.Borrow(engine: engine);
        var known = host.Services.GetRequiredService<SubscriptionCache>();
        await host.InDatabase(async db =>
        {
            await known.Refresh(db, CancellationToken.None);
            Assert.That(known.IsEmpty, Is.True);
            await using var unit = await db.Database.BeginTransactionAsync();
            db.Subscriptions.Add(new Subscription(1, new SubscriptionProfile(new Uri("https://example.com/"), EventTypes.TransactionApproved, true, ""), [1], host.Time.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync();
            unit.Commit();
        });

        Assert.That(known.IsEmpty, Is.False);
    }

    [Test]
    public async Task More_events_than_one_unit_of_work_hands_out_keep_their_order()
    {
        await using var host = await JposHost.Borrow(engine: engine);
        var manager = await BackOfficeClient.Of(host, Role.Manager);
        await Subscribe(manager, "transaction.approved");
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
        var serials = new List<string>();
        for (var trace = 1; trace <= 25; trace++)
        {
            serials.Add((await host.Post("/v1/jpos/trans/consume", Form.Consume(trace, cash: "1"))).Serial);
        }

        await host.Services.GetRequiredService<DeliveryStore>().FanOut(CancellationToken.None);
        var events = await host.InDatabase(db => db.Deliveries.OrderBy(one => one.Number).Select(one => one.EventId).ToListAsync());

        Assert.That(events.Select(id => $"{id}"), Is.EqualTo(serials));
    }

    [Test]
    public async Task An_event_that_cannot_be_read_holds_up_no_other()
    {
        await using var host = await JposHost.Borrow(engine: engine);
        var manager = await BackOfficeClient.Of(host, Role.Manager);
        await Subscribe(manager, "transaction.approved");
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
        await host.Post("/v1/jpos/trans/consume", Form.Consume(1, cash: "1"));
        await host.InDatabase(db => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(one => one.Subscribers, "x,,-1")));
        var told = (await host.Post("/v1/jpos/trans/consume", Form.Consume(2, cash: "1"))).Serial;

        await host.Services.GetRequiredService<DeliveryStore>().FanOut(CancellationToken.None);

        Assert.That(await host.InDatabase(db => db.Deliveries.Select(one => one.EventId).ToListAsync()), Is.EqualTo([long.Parse(told, System.Globalization.CultureInfo.InvariantCulture)]));
    }

    [Test]
    public async Task Many_who_subscribe_at_once_do_not_exceed_the_limit()
    {
        await using var host = await JposHost.Borrow(engine: engine);
        var manager = await BackOfficeClient.Of(host, Role.Manager);
        for (var number = 1; number < 20; number++)
        {
            await Subscribe(manager, "transaction.approved");
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Post(manager, "transaction.approved")));

        Assert.That(answers.Count(answer => answer.Status is HttpStatusCode.Created), Is.EqualTo(1));
        Assert.That(await host.InDatabase(db => db.Subscriptions.CountAsync()), Is.EqualTo(20));
    }

    private static async Task<string> Subscribe(BackOfficeClient manager, string kind)
    {
        var made = await Post(manager, kind);
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.Text);
        return $"webhooks/{made["id"]}";
    }

    private static Task<BackOfficeAnswer> Post(BackOfficeClient manager, string kind) => manager.Post("webhooks", new { url = "https://example.com/", events = new[] { kind } });

    private static Task<(int Events, int Deliveries)> Count(JposHost host) => host.InDatabase(async db => (await db.Outbox.CountAsync(), await db.Deliveries.CountAsync()));
}
