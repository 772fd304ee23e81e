using System.Net;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Webhooks;

/// <summary>Subscribers cost each payment something: there are not any number of them.</summary>
internal sealed class SubscriptionLimitTests
{
    [Test]
    public async Task A_twenty_first_webhook_is_refused_until_one_is_deleted()
    {
        await using var database = await TestDatabase.WithDemoData(Engine.Sqlite);
        await using var host = await WebhookHost.Run(database);
        var first = "";
        for (var number = 0; number < 20; number++)
        {
            (first, _) = await host.Subscribe($"path{number}", "transaction.approved");
        }

        var body = new { url = host.Receiver.Url("more"), events = new[] { "transaction.approved" } };
        var refused = await host.Manager.Post("webhooks", body);
        Assert.That((refused.Status, refused["detail"]), Is.EqualTo((HttpStatusCode.Conflict, "There are already 20 webhooks, which is the limit. Delete one first.")));

        var tag = (await host.Manager.Get(first)).Tag;
        Assert.That((await host.Manager.Delete(first, tag)).Status, Is.LessThan(HttpStatusCode.BadRequest));
        Assert.That((await host.Manager.Post("webhooks", body)).Status, Is.EqualTo(HttpStatusCode.Created));
    }
}
