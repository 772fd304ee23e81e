using System.Collections.Concurrent;
using Jpos.Domain.Access;
using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Webhooks;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.Persistence;

/// <summary>What is stored comes back as it was, every property of every kind of row.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Each))]
internal sealed class RoundTripTests(Engine engine)
{
    private JposHost host = null!;

    private readonly SavedValues saved = new();

    [OneTimeSetUp]
    public async Task MakeARowOfEachKind()
    {
        host = await JposHost.RunOnEmptyDatabase(
            [KeyValuePair.Create("Jpos:Programme:GiftsAvailableAtOnce", "true"), KeyValuePair.Create("Jpos:Limits:MostRefusedOfAddress", "100")],
            services => services.Intercept(saved),
            engine);
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());

        // A gift that is spent before its consume is reversed leaves a debt; a reversal that differs raises an alert.
        var earning = Form.Consume(1, cash: "10000", card: Form.EmptyCard).With("registerTraceNo", "till 1");
        await host.Post("/v1/jpos/trans/consume", earning);
        await host.Post("/v1/jpos/trans/consume", Form.Consume(2, points: "100", card: Form.EmptyCard));
        await host.Post("/v1/jpos/trans/consumeReversal", earning.With("cashAmount", "1"));
        await host.Post("/v1/jpos/trans/consumeReversal", earning);
        await (await BackOfficeClient.Of(host, Role.Manager)).Post("webhooks", new { url = "https://example.com/hook", events = new[] { "transaction.approved" }, description = "x" });
        await host.Post("/v1/jpos/trans/consume", Form.Consume(3, points: "10", vouchers: """{"id":1,"num":1}"""));
        await host.Post("/v1/jpos/trans/settle", Form.Settle());

        // An event that is handed to its subscription, and one that is not yet.
        await host.Services.GetRequiredService<DeliveryStore>().FanOut(CancellationToken.None);
        await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "1", batch: "000002"));

        // What the back office does.
        var manager = await BackOfficeClient.Of(host, Role.Manager);
        await manager.Post("stores", new { number = "41", name = "new" });
        await manager.Post("campaigns", new { name = "x", multiplier = 2.5m, from = "2026-01-01", through = "2026-01-02", stores = new[] { Form.Store }, grades = new[] { "gold" } });
        await manager.Post("adjustments", new { card = Form.GoldCard, points = 1, reason = "x" });
        var kind = await manager.Post("ticket-kinds", new { name = "券", type = "exchange", face = 3.5m, validDays = 9 });
        await manager.Post($"{kind.Location}/issues", new { cards = new[] { Form.GoldCard }, reason = "a gift" });

        foreach (var resource in OfficeResource.Besides(["campaigns", "ticket-kinds"]))
        {
            await manager.Post(resource.Path, resource.Body);
        }

        await manager.Post("imports/cards", "number,product,openingBalance,name,mobile\n9900000000002008,1,12.34,王,13800000002\n1,1,,,\n"u8.ToArray());

        // A key for PIN blocks, a wrong PIN, and a signed message without a key.
        await TransportKeys.Load(await BackOfficeClient.Of(host, Role.SecurityOfficer), "mailer", "tripleDes");
        var terminal = await PosTerminal.SignOn(host, PosTerminal.AesTerminal);
        await terminal.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "1", card: Form.PinCard).With("password", terminal.PinBlock("111111", Form.PinCard)));

        // The first fails, since there is no gateway; the second comes too soon, and that answer is kept.
        for (var time = 0; time < 2; time++)
        {
            await terminal.Post("/v1/jpos/mobile/sendVerifyCode", Form.Of(("storeNo", Form.Store), ("mobileNo", "13800000002")));
        }

        // A terminal that is not there, a MAC that is not, and a card that is not.
        await host.Post("/v1/jpos/cards", Form.Query().With("terminalNo", "99999999"));
        await host.Post("/v1/jpos/cards", Form.Query().With("terminalNo", PosTerminal.SigningTerminal));
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn(PosTerminal.SigningTerminal));
        await host.Post("/v1/jpos/cards", Form.Query().With("terminalNo", PosTerminal.SigningTerminal));
        await host.Post("/v1/jpos/mobile/sendVerifyCode", Form.Of(("storeNo", Form.Store), ("terminalNo", Form.Terminal), ("mobileNo", "13800000001")));
    }

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task Every_property_of_every_row_survives() => await host.InDatabase(async db =>
    {
        foreach (var type in db.Model.GetEntityTypes())
        {
            var rows = await Rows(db, type.ClrType);
            var compared = 0;
            foreach (var row in rows.Where(row => saved.Of(row) is not null))
            {
                Assert.That(SavedValues.Values(row), Is.EqualTo(saved.Of(row)), type.ClrType.Name);
                compared++;
            }

            Assert.That(compared, Is.Positive.Or.EqualTo(type.ClrType == typeof(NumberBlock) ? 0 : 1), $"a row of {type.ClrType.Name}, or the test has shown nothing");
        }
    });

    [Test]
    public async Task A_property_that_no_column_holds_is_worked_out_from_others()
    {
        string[] workedOut =
        [
            "ApiKey.Stores", "ApiKey.Signature", "TransactionJournal.IsRefusalOfGift", "TransactionJournal.IsUnreadable", "Campaign.Grades", "Campaign.Stores", "ProgrammeVersion.Rules", "Batch.IsOpen", "Card.Grade", "Card.CanBeReplaced", "Card.HasPin", "Card.CanHavePin", "Card.CanHaveCompanion", "Lot.Key", "PointAccount.IsPartlyRead", "TransactionJournal.Batch", "CardProduct.NumberRule", "PinTransportKey.BlockLength", "Lot.IsPending", "PointAccount.Lots", "Store.Operators", "Terminal.Keys", "TransactionJournal.IsApproved",
            "TransactionJournal.Postings", "TransactionJournal.TicketMovements",
            "Batch.Totals", "Settlement.Claimed", "Settlement.Flag", "Settlement.Agrees", "Card.Product", "Card.Member", "Terminal.Batch", "Terminal.PendingMacPolicy",
        ];
        var unmapped = await host.InDatabase(db => Task.FromResult(db.Model.GetEntityTypes().SelectMany(type => type.ClrType.GetProperties()
            .Where(property => type.FindProperty(property.Name) is null && property.GetMethod is { IsStatic: false })
            .Select(property => $"{type.ClrType.Name}.{property.Name}")).ToList()));
        Assert.That(unmapped, Is.SubsetOf(workedOut));
    }

    [Test]
    public async Task Saving_on_a_stale_row_fails()
    {
        await using var firstScope = host.Services.CreateAsyncScope();
        await using var secondScope = host.Services.CreateAsyncScope();
        var first = firstScope.ServiceProvider.GetRequiredService<JposDbContext>();
        var second = secondScope.ServiceProvider.GetRequiredService<JposDbContext>();
        foreach (var db in (JposDbContext[])[first, second])
        {
            var lot = await db.Lots.OrderBy(lot => lot.Id).FirstAsync(lot => lot.Remaining != Domain.Points.Zero);
            db.Entry(lot).Property(row => row.Remaining).CurrentValue += Domain.Points.Of(0.01m);
        }

        await first.Database.BeginTransactionAsync();
        await first.SaveChangesAsync();
        await first.Database.CommitTransactionAsync();
        var stale = await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
        Assert.That(host.Services.GetRequiredService<DatabaseEngine>().IsConflict(stale!), Is.True);

        // The books are put right again.
        var changed = first.ChangeTracker.Entries<Domain.Accounts.Lot>().Single();
        changed.Property(row => row.Remaining).CurrentValue -= Domain.Points.Of(0.01m);
        await first.SaveChangesAsync();
    }

    /// <summary>What rows held in memory when they were last saved.</summary>
    private sealed class SavedValues : SaveChangesInterceptor
    {
        private readonly ConcurrentDictionary<string, Dictionary<string, object?>> rows = new();

        public Dictionary<string, object?>? Of(EntityEntry row) => rows.GetValueOrDefault(Key(row));

        public static Dictionary<string, object?> Values(EntityEntry row) =>
            row.CurrentValues.Properties.ToDictionary(property => $"{property.DeclaringType.DisplayName()}.{property.Name}", property => row.CurrentValues[property]);

        public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            foreach (var row in eventData.Context!.ChangeTracker.Entries())
            {
                rows[Key(row)] = Values(row);
            }

            return ValueTask.FromResult(result);
        }

        private static string Key(EntityEntry row) =>
            $"{row.Metadata.Name} {string.Join(' ', row.Metadata.FindPrimaryKey()!.Properties.Select(property => row.CurrentValues[property]))}";
    }

    private static async Task<List<EntityEntry>> Rows(JposDbContext db, Type type)
    {
        var set = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), Type.EmptyTypes)!.MakeGenericMethod(type).Invoke(db, null)!;
        return [.. (await set.ToListAsync()).Select(row => db.Entry(row))];
    }
}
