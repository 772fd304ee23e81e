using System.Net;
using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Access;
using Jpos.Domain.Alerts;
using Jpos.Domain.Batches;
using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;
using Jpos.Infrastructure.Database;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd;

/// <summary>No query of the host reads what its unit of work has added or removed and not yet written.</summary>
internal sealed class StaleReadTests
{
    [Test]
    public async Task No_message_and_no_command_reads_stale_rows()
    {
        var watch = new StaleReadWatch();
        await using var host = await JposHost.Run(services: services => services.Intercept(watch));
        await Use(host);
        Assert.That(watch.Met, Is.Empty);
    }

    [Test]
    public async Task A_repository_that_bypasses_the_session_is_caught()
    {
        var watch = new StaleReadWatch();
        await using var host = await JposHost.Run(services: services => services.Intercept(watch).Decorate<IAlerts>((inner, scope) => new BypassingAlerts(inner, scope.GetRequiredService<JposDbContext>())));
        await Use(host);
        Assert.That(watch.Met, Is.Not.Empty.And.All.Contains("Alerts"));
    }

    private static async Task Use(JposHost host)
    {
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn(Form.Terminal));
        await Task.WhenAll(Enumerable.Range(1, 20).Select(trace => host.Post("/v1/jpos/trans/consume", Form.Consume(trace, points: "1", cash: "5"))));

        // A reversal of a consume that was cancelled before raises an alert.
        await host.Post("/v1/jpos/trans/cancel", Form.Cancel(30, 1));
        await host.Post("/v1/jpos/trans/consumeReversal", Form.Consume(1, points: "1", cash: "5"));
        await host.Post("/v1/jpos/trans/consume", Form.Consume(40, points: "1").With("cardNo", "9900000000009999"));

        var manager = await BackOfficeClient.Of(host, Role.Manager);
        var made = await manager.Post("members", new { name = "新人" });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created));
        var kind = (await manager.Post("ticket-kinds", new { name = "券", type = "voucher", face = 6000, validDays = 30 }))["id"];
        var issued = await manager.Post($"ticket-kinds/{kind}/issues", new { cards = new[] { Form.GoldCard, Form.EmptyCard }, pieces = 9, reason = "x" });
        var imported = await manager.Post("imports/cards", "number,product,openingBalance\n9900000000002008,1,9000\n"u8.ToArray());
        Assert.That((issued.Status, imported["accepted"]), Is.EqualTo((HttpStatusCode.OK, "1")));
    }

    /// <summary>Raises an alert, and then asks past the session whether it is there.</summary>
    private sealed class BypassingAlerts(IAlerts inner, JposDbContext db) : IAlerts
    {
        public async Task Raise(AlertKind kind, TransactionJournal about, DateTime at, CancellationToken cancellation)
        {
            await inner.Raise(kind, about, at, cancellation);
            await db.Alerts.AnyAsync(alert => alert.Kind == kind, cancellation);
        }

        public Task Raise(AlertKind kind, Terminal terminal, DateTime at, CancellationToken cancellation) => inner.Raise(kind, terminal, at, cancellation);

        public Task Raise(AlertKind kind, DateTime at, CancellationToken cancellation) => inner.Raise(kind, at, cancellation);

        public void Raise(AlertKind kind, Batch batch, DateTime at) => inner.Raise(kind, batch, at);

        public Task<Alert?> Find(long id, CancellationToken cancellation) => inner.Find(id, cancellation);

        public Task<IReadOnlyList<Alert>> List(AlertState state, AlertKind? kind, IReadOnlyCollection<StoreNumber> stores, PageRequest<Alert> pageRequest, CancellationToken cancellation) =>
            inner.List(state, kind, stores, pageRequest, cancellation);
    }
}
