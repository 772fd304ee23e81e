using Jpos.Domain.Access;
using Jpos.Domain.Webhooks;
using Jpos.Infrastructure.Maintenance;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd;

[TestFixtureSource(typeof(Engines), nameof(Engines.SqliteOrEach))]
internal sealed class SweepTests(Engine engine)
{
    [Test]
    public async Task What_no_limit_looks_back_to_is_removed_and_nothing_else()
    {
        using var texts = new Texts();
        await using var host = await JposHost.Borrow([texts.AsSetting(), KeyValuePair.Create("Jpos:Limits:MostRefusedOfAddress", "3")], engine: engine);
        await host.SignOn(Form.Terminal);
        var code = Form.Of(("storeNo", Form.Store), ("terminalNo", Form.Terminal), ("mobileNo", "13912340001"));
        await host.Post("/v1/jpos/mobile/sendVerifyCode", code);
        host.Time.Advance(TimeSpan.FromDays(2.5));
        await host.Post("/v1/jpos/mobile/sendVerifyCode", code);
        await Refused(host, "127.0.0.2", host.Time.GetUtcNow().AddDays(-3));
        await Refused(host, "127.0.0.3", host.Time.GetUtcNow().AddDays(-1));

        await host.InDatabase(async db =>
        {
            db.PinFailures.Add(new Domain.Limits.PinFailures("address 127.0.0.2", host.Time.GetUtcNow().AddDays(-3).UtcDateTime));
            db.PinFailures.Add(new Domain.Limits.PinFailures("address 127.0.0.3", host.Time.GetUtcNow().AddDays(-1).UtcDateTime));
            await db.SaveChangesAsync();
        });

        await host.Services.GetRequiredService<RetentionJob>().Run(CancellationToken.None);

        Assert.That(await host.InDatabase(db => db.PinFailures.Select(guesses => guesses.Source).ToListAsync()), Is.EqualTo(new[] { "address 127.0.0.3" }));
        Assert.That(await host.InDatabase(db => db.VerifyCodes.CountAsync()), Is.EqualTo(1));
        Assert.That(await host.InDatabase(db => db.AddressFailures.Select(failures => failures.Address).ToListAsync()), Is.EqualTo(new[] { "127.0.0.3" }));
    }

    [Test]
    public async Task What_was_told_long_ago_is_removed_and_what_waits_is_not()
    {
        await using var host = await JposHost.Borrow(engine: engine);
        var made = await (await BackOfficeClient.Of(host, Role.Manager)).Post("webhooks", new { url = "https://example.com/", events = new[] { "batch.settled" } });
        var now = host.Time.GetUtcNow().UtcDateTime;
        await host.InDatabase(async db =>
        {
            foreach (var (id, days, isDelivered) in (IEnumerable<(int, int, bool)>)[(1, 31, true), (2, 29, true), (3, 31, false)])
            {
                var delivery = new Delivery(made.Json.GetProperty("id").GetInt64(), id, EventTypes.BatchSettled, "terminals/1", "{}", now.AddDays(-days));
                if (isDelivered)
                {
                    delivery.MarkDelivered("200", now.AddDays(-days));
                }

                db.Deliveries.Add(delivery);
            }

            await db.SaveChangesAsync();
        });

        await host.Services.GetRequiredService<RetentionJob>().Run(CancellationToken.None);

        Assert.That(await host.InDatabase(db => db.Deliveries.Select(delivery => delivery.EventId).ToListAsync()), Is.EquivalentTo([2L, 3L]));
    }

    private static Task Refused(JposHost host, string address, DateTimeOffset at) => host.InDatabase(async db =>
    {
        db.AddressFailures.Add(new Domain.Limits.AddressFailures(address, at.UtcDateTime));
        await db.SaveChangesAsync();
    });
}
