using System.Globalization;
using System.Net;
using System.Text.Json;
using Jpos.Domain.Access;
using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;
using Jpos.Domain.Webhooks;
using Jpos.Infrastructure.Maintenance;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd.Webhooks;

/// <summary>What a receiver does not take is tried again, and in the end waits for a person.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.PostgreSqlOrEach))]
internal sealed class DeliveryTests(Engine engine)
{
    private static int traces = 1000;

    private TestDatabase database = null!;
    private WebhookHost host = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        database = await TestDatabase.WithDemoData(engine);
        host = await WebhookHost.Run(database);
        await host.Pays(Form.CheckIn(), "terminal/checkin");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await host.DisposeAsync();
        await database.DisposeAsync();
    }

    [TearDown]
    public void Behave() => host.Receiver.Answers = (_, _) => HttpStatusCode.NoContent;

    [Test]
    public async Task What_fails_is_tried_again_and_holds_back_what_comes_after_it_of_its_card_only()
    {
        host.Receiver.Answers = (path, before) => path == "again" && before == 0 ? HttpStatusCode.InternalServerError : HttpStatusCode.OK;
        var (address, _) = await host.Subscribe("again", "transaction.approved");
        await Pay();
        await host.Told("again", 1);
        await Pay();

        await host.Settled(address);
        var told = host.Receiver.At("again");
        Assert.That(told.Select(one => (one.Id == told[0].Id, one.Status)), Is.EqualTo([(true, HttpStatusCode.InternalServerError), (true, HttpStatusCode.OK), (false, HttpStatusCode.OK)]));
    }

    [Test]
    public async Task What_is_never_taken_is_dead_and_blocks_nothing_and_is_sent_again_by_hand()
    {
        var failing = true;
        host.Receiver.Answers = (_, before) => failing && before < 3 ? HttpStatusCode.Found : HttpStatusCode.OK;
        var (address, _) = await host.Subscribe("deadLettered", "transaction.approved");
        await Pay();
        await Pay();

        var deliveries = await host.Settled(address);
        Assert.That(deliveries.Select(one => $"{one.GetProperty("state")} {one.GetProperty("attempts")} {one.GetProperty("lastOutcome")}"), Is.EqualTo(["deadLettered 3 302", "delivered 1 200"]));
        Assert.That(host.Receiver.At("dead-elsewhere"), Is.Empty, "a redirect is not followed");

        failing = false;
        var number = deliveries[0].GetProperty("number");
        var replayed = await host.Manager.Post($"{address}/deliveries/{number}/redelivery", new { });
        Assert.That((replayed.Status, replayed["state"], replayed["attempts"]), Is.EqualTo((HttpStatusCode.OK, "pending", "0")), replayed.Text);
        await host.Settled(address);
        var told = host.Receiver.At("deadLettered");
        Assert.That((told.Count, told[^1].Id, told[^1].Body), Is.EqualTo((5, told[0].Id, told[0].Body)));
        Assert.That((await host.Manager.Post($"{address}/deliveries/999999999/redelivery", new { })).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task All_that_is_dead_since_a_moment_is_sent_again_at_once()
    {
        host.Receiver.Answers = (_, before) => before < 6 ? HttpStatusCode.BadGateway : HttpStatusCode.OK;
        var (address, _) = await host.Subscribe("since", "transaction.approved");
        await Pay();
        await Pay();
        var deliveries = await host.Settled(address);
        Assert.That(deliveries.Select(one => one.GetProperty("state").GetString()), Is.All.EqualTo("deadLettered"));

        var none = await host.Manager.Post($"{address}/redelivery", new { since = TimeProvider.System.GetUtcNow().AddMinutes(1) });
        var all = await host.Manager.Post($"{address}/redelivery", new { since = deliveries[0].GetProperty("at").GetDateTimeOffset() });
        Assert.That((none["replayed"], all["replayed"]), Is.EqualTo(("0", "2")));
        await host.Settled(address);
        var told = host.Receiver.At("since");
        Assert.That((told.Count, told[6].Id, told[7].Id), Is.EqualTo((8, deliveries[0].GetProperty("event").GetString(), deliveries[1].GetProperty("event").GetString())));
    }

    [Test]
    public async Task Who_is_gone_is_told_nothing_until_somebody_enables_it_and_then_all()
    {
        var isGone = true;
        host.Receiver.Answers = (_, _) => isGone ? HttpStatusCode.Gone : HttpStatusCode.OK;
        var (address, _) = await host.Subscribe("gone", "transaction.approved");
        await Pay();
        await host.Told("gone", 1);
        var seen = await Disabled(address);
        Assert.That(seen["disabledAt"], Is.Not.Empty);
        await host.Until(() => IsLeftAlone(address));
        await Pay();
        var log = await (await BackOfficeClient.Of(host.Host, Role.SecurityOfficer)).Get($"audit?subject={address}");
        Assert.That(log.Json.GetProperty("items")[0].GetProperty("actor").GetString(), Is.EqualTo("host"));

        isGone = false;
        var enabled = await host.Manager.Put(address, new { url = seen["url"], events = new[] { "transaction.approved" } }, seen.Tag);
        Assert.That((enabled.Status, enabled["isEnabled"], enabled["disabledAt"]), Is.EqualTo((HttpStatusCode.OK, "True", "")), enabled.Text);
        await host.Settled(address);
        var told = host.Receiver.At("gone");
        Assert.That((told.Count, told[0].Id), Is.EqualTo((2, told[1].Id)), "what waited, and not what came while it was disabled");
    }

    [Test]
    public async Task What_is_rolled_back_is_not_told()
    {
        var (address, _) = await host.Subscribe("never", "card.stateChanged");
        await host.Host.InDatabase(async db =>
        {
            await db.Database.BeginTransactionAsync();
            var number = CardNumber.Of(Form.GoldCard);
            (await db.Cards.SingleAsync(card => card.Number == number)).ChangeState(CardState.Frozen);
            await db.SaveChangesAsync();
            Assert.That(await db.Outbox.CountAsync(one => one.Type == EventTypes.CardStateChanged), Is.EqualTo(1), "it is written with the effect");
            await db.Database.RollbackTransactionAsync();
        });
        await Pay();

        Assert.That((await host.Deliveries(address), host.Receiver.At("never").Count), Is.EqualTo((Array.Empty<JsonElement>(), 0)));
    }

    [Test]
    public async Task An_ended_subscription_is_told_no_more_and_is_swept_away()
    {
        host.Receiver.Answers = (_, _) => HttpStatusCode.ServiceUnavailable;
        var (address, _) = await host.Subscribe("ended", "transaction.approved");
        await Pay();
        await host.Told("ended", 1);
        var ended = await host.Manager.Delete(address, (await host.Manager.Get(address)).Tag);
        Assert.That((ended.Status, (await host.Manager.Get(address)).Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.NotFound)), ended.Text);
        await Pay();

        var id = long.Parse(ended["id"]!, CultureInfo.InvariantCulture);
        Assert.That(await host.Host.InDatabase(db => db.Deliveries.CountAsync(one => one.SubscriptionId == id)), Is.EqualTo(1));
        await host.Host.Services.GetRequiredService<RetentionJob>().Run(CancellationToken.None);
        Assert.That(await host.Host.InDatabase(db => db.Deliveries.CountAsync(one => one.SubscriptionId == id)), Is.Zero);
    }

    private async Task<BackOfficeAnswer> Disabled(string address)
    {
        await host.Until(async () => !(await host.Manager.Get(address)).Json.GetProperty("isEnabled").GetBoolean());
        return await host.Manager.Get(address);
    }

    /// <summary>Nobody works for a subscription any more.</summary>
    private Task<bool> IsLeftAlone(string address)
    {
        var id = long.Parse(address["webhooks/".Length..], CultureInfo.InvariantCulture);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return host.Host.InDatabase(db => db.DeliveryLeases.AnyAsync(lease => lease.SubscriptionId == id && lease.Until <= now));
    }

    private Task Pay() => host.Pays(Form.Consume(Interlocked.Increment(ref traces), points: "0.01"));
}
