using System.Data.Common;
using System.Net;
using Jpos.Domain.Access;
using Jpos.Infrastructure.Maintenance;
using Jpos.Infrastructure.Webhooks;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.Persistence;

/// <summary>No message gets slower as the database grows: whatever it looks for in a table that grows, an index finds.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[TestFixtureSource(typeof(Engines), nameof(Engines.WithReadablePlans))]
internal sealed class IndexTests(Engine engine) : IAsyncDisposable
{
    private const string NewCard = "9900000000000036";
    private const string SomeTime = "from=2026-03-01&to=2026-03-02";

    private static readonly string[] Growing =
    [
        "Cards", "Members", "PointAccounts", "TransactionJournal", "Postings", "Lots", "Tickets", "TicketMovements", "Batches", "Settlements", "VerifyCodes", "Alerts", "AddressFailures", "WorkingKeys", "WebhookDeliveries", "ImportErrors",
    ];

    private readonly SentStatements sent = new();
    private readonly Texts texts = new();
    private readonly List<string> scans = [];
    private readonly HashSet<string> seen = [];
    private JposHost host = null!;
    private DbConnection connection = null!;

    [SetUp]
    public async Task Start()
    {
        host = await JposHost.Run(
            [texts.AsSetting(), KeyValuePair.Create("Jpos:Limits:MostRefusedOfAddress", "100"), KeyValuePair.Create("Jpos:Limits:MostRefusedCardsOfTerminal", "30")],
            services => services.Intercept(sent),
            engine: engine);
        connection = host.Database.Connect();
        await connection.OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await host.DisposeAsync();
        texts.Dispose();
    }

    [Test]
    public async Task No_message_and_no_expiry_run_reads_all_of_a_table_that_grows()
    {
        await Sends("terminal/checkin", Form.CheckIn());
        await Sends("terminal/checkin", Form.CheckIn());
        await Sends("cards", Form.Query());
        var consume = Form.Consume(1, points: "10", cash: "100", vouchers: """{"id":1,"num":1}""");
        await Sends("trans/consume", consume);
        await Sends("trans/cancel", Form.Cancel(2, 1));
        await Sends("trans/cancelReversal", Form.Cancel(2, 1));
        await Sends("trans/consumeReversal", consume);
        var refunded = await Sends("trans/consume", Form.Consume(3, points: "2", cash: "300"));
        await Sends("refunds", Form.Query().With("traceNo", "000004").With("oriSerialNo", refunded.Serial));
        await Sends("refunds/cancel", Form.Cancel(5, 4));
        await Sends("tickets", Form.Query());
        var tickets = Form.Query().With("traceNo", "000006").With("ticket", """[{"id":2,"num":1}]""");
        await Sends("tickets/consume", tickets);
        await Sends("tickets/consumeReversal", tickets);
        await Sends("mobile/sendVerifyCode", Form.Of(("storeNo", Form.Store), ("terminalNo", Form.Terminal), ("mobileNo", "13912340001")));
        await Sends("card/active", Form.Query(NewCard).With("traceNo", "000007")
            .With("mobileNo", "13912340001").With("verifyCode", texts.All().Single().Code).With("idType", "01").With("idNo", "110101199001011237"));
        await Sends("cards", Form.Query("9900000000000119"), "14");
        await Sends("trans/settle", Form.Settle());
        Assert.That(seen, Has.Count.EqualTo(14), "messages");

        // What is declined or refused looks into other tables: alerts, refusals.
        await Sends("trans/consumeReversal", Form.Consume(3, points: "2", cash: "3"), "64");
        await Sends("cards", Form.Query().With("terminalNo", "99999999"), "97");

        host.Time.Advance(TimeSpan.FromDays(40));
        await host.Services.GetRequiredService<ExpiryJob>().Run(CancellationToken.None);
        await Explain("the expiry run");

        Assert.That(scans, Is.Empty, string.Join('\n', scans));
    }

    [Test]
    public async Task The_back_office_finds_what_it_looks_for_by_indexes()
    {
        var clerk = await BackOfficeClient.Of(host, Role.Operator);
        var ofStore = await BackOfficeClient.Of(host, Role.Operator, Form.Store);
        await host.SignOn(Form.Terminal);
        var serial = (await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "10"))).Serial;
        const string Month = "from=2026-03-01&to=2026-03-31&after=639000000000000000-1";
        string[] ofStores =
        [
            $"transactions?{Month}", $"transactions?card={Form.GoldCard}", "transactions?batch=1", $"transactions?{Month}&terminal={Form.Terminal}", $"transactions?{Month}&store={Form.Store}&status=posted&operation=consume",
            $"transactions/{serial}", "batches/1", "batches/1/transactions", $"batches?terminal={Form.Terminal}", $"batches?store={Form.Store}&state=unequal", $"batches?{Month}&state=settled", $"batches?{Month}&state=open",
            "alerts", "alerts?state=resolved&kind=debt&after=7",
        ];
        foreach (var path in (string[])
            [
                .. ofStores, $"cards/{Form.GoldCard}", "cards?member=1", "cards?state=frozen", "cards?product=1", "members/1", "members?mobile=13800000001",
                "imports", $"exports/transactions?{SomeTime}", $"exports/settlements?{SomeTime}", $"exports/statements?{SomeTime}&card={Form.GoldCard}",
                $"cards/{Form.GoldCard}/statement?{Month}", $"cards/{Form.GoldCard}/statement",
            ])
        {
            sent.Take();
            Assert.That((await clerk.Get(path)).Status, Is.AnyOf(HttpStatusCode.OK, HttpStatusCode.NotFound), path);
            await Explain(path);
        }

        foreach (var path in ofStores)
        {
            sent.Take();
            Assert.That((await ofStore.Get(path)).Status, Is.AnyOf(HttpStatusCode.OK, HttpStatusCode.NotFound), path);
            await Explain($"{path} of a store");
        }

        Assert.That(scans, Is.Empty, string.Join('\n', scans));
    }

    [Test]
    public async Task A_part_of_a_list_is_found_in_its_order_by_an_index()
    {
        var clerk = await BackOfficeClient.Of(host, Role.Administrator);
        var webhook = (await clerk.Post("webhooks", new { url = "https://example.com/", events = new[] { "transaction.approved" } }))["id"];
        var serial = 100_000_000_001L;
        (string Path, string Name, string Place)[] lists =
        [
            ("members", "id", "1"), ("members", "name", "a-1"), ("stores", "number", "1"), ("stores", "name", "a-1"), ("cards", "number", NewCard), ("cards?product=1", "number", NewCard), ("cards?state=active", "number", NewCard),
            ("transactions?from=2026-03-01&to=2026-03-31", "time", $"639000000000000000-{serial}"), ($"transactions?card={Form.GoldCard}", "time", $"639000000000000000-{serial}"), ("transactions?batch=1", "time", $"639000000000000000-{serial}"),
            ("batches?from=2026-03-01&to=2026-03-31", "time", "639000000000000000-1"), ($"batches?terminal={Form.Terminal}", "time", "639000000000000000-1"), ($"batches?store={Form.Store}", "time", "639000000000000000-1"), ("batches?state=open", "time", "639000000000000000-1"),
            ("alerts", "time", "1"), ("alerts?kind=debt", "time", "1"), ("adjustments", "time", "1"), ($"adjustments?card={Form.GoldCard}", "time", "1"), ("adjustments?state=applied", "time", "1"), ("audit", "time", "1"), ("audit?subject=stores/1", "time", "1"),
            ($"webhooks/{webhook}/deliveries", "time", "1"), ($"webhooks/{webhook}/deliveries?state=pending", "time", "1"),
        ];
        foreach (var (path, name, place) in lists)
        {
            foreach (var sort in (string[])[name, $"-{name}"])
            {
                var inOrder = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}sort={sort}";
                var mark = sort is "id" or "number" or "-time" ? "" : $"{sort}:";
                foreach (var part in (string[])[inOrder, $"{inOrder}&after={mark}{place}"])
                {
                    sent.Take();
                    Assert.That((await clerk.Get(part)).Status, Is.EqualTo(HttpStatusCode.OK), part);
                    Assert.That(await Sorting(), Is.Empty, part);
                }
            }
        }
    }

    [Test]
    public async Task A_list_that_has_to_be_sorted_would_be_found()
    {
        sent.Take();
        await host.InDatabase(db => db.Members.OrderBy(member => member.Address).Take(10).ToListAsync());
        Assert.That(await Sorting(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Whatever_is_asked_of_what_was_told_is_found_by_indexes()
    {
        var manager = await BackOfficeClient.Of(host, Role.Manager);
        var made = await manager.Post("webhooks", new { url = "https://example.com/", events = new[] { "transaction.approved" } });
        await Sends("terminal/checkin", Form.CheckIn());
        await Sends("trans/consume", Form.Consume(1, points: "10"));
        await Sends("trans/consume", Form.Consume(2, points: "10"));

        var (rows, id) = (host.Services.GetRequiredService<DeliveryStore>(), made.Json.GetProperty("id").GetInt64());
        await rows.FanOut(CancellationToken.None);
        Assert.That(await rows.Due("host", CancellationToken.None), Is.EqualTo([id]));
        var line = (await rows.DueOrderingKeys(id, ["cards/0"], 8, CancellationToken.None)).Single();
        var (_, first) = (await rows.NextDelivery(id, line, CancellationToken.None))!.Value;
        await rows.RecordAttempt(first, new DeliveryOutcome("500"), CancellationToken.None);
        await rows.RecordAttempt(first, new DeliveryOutcome("200", IsDelivered: true), CancellationToken.None);
        await Explain("the courier");

        foreach (var path in (string[])["deliveries", "deliveries?state=delivered", "deliveries?state=pending&after=9"])
        {
            Assert.That((await manager.Get($"webhooks/{id}/{path}")).Json.GetProperty("items").GetArrayLength(), Is.Positive, path);
            await Explain(path);
        }

        Assert.That(scans, Is.Empty, string.Join('\n', scans));
    }

    [Test]
    public async Task What_the_lines_of_an_import_name_is_found_by_indexes()
    {
        var manager = await BackOfficeClient.Of(host, Role.Manager);
        (string Kind, byte[] File)[] files =
        [
            ("members", "name,idType,idNumber\n王,05,E1\n王,05,E1\n"u8.ToArray()),
            ("cards", "number,product,sameMemberAs,openingBalance,name\n9900000000002008,1,,,王\n9900000000003006,1,9900000000002008,1,\n9900000000003006,1,,,\n"u8.ToArray()),
            ("tickets", "card,kind,pieces\n9900000000002008,1,1\n"u8.ToArray()),
        ];
        foreach (var (kind, file) in files)
        {
            sent.Take();
            Assert.That((await manager.Post($"imports/{kind}", file))["rejected"], Is.EqualTo("1"), kind);
            await Explain($"an import of {kind}");
        }

        Assert.That(scans, Is.Empty, string.Join('\n', scans));
    }

    [Test]
    public async Task A_statement_without_an_index_would_be_found()
    {
        sent.Take();
        await host.InDatabase(db => db.Journal.Where(entry => entry.MaskedCard == "990000******0010").ToListAsync());
        await Explain("a query for a card");

        Assert.That(scans, Has.Count.EqualTo(1).And.Some.StartsWith("a query for a card reads all TransactionJournal: SELECT"));
    }

    private async Task<TerminalAnswerText> Sends(string resource, Form form, string status = "00")
    {
        sent.Take();
        var answer = await host.Post($"/v1/jpos/{resource}", form);
        Assert.That(answer.Status, Is.EqualTo(status), $"{resource}: {answer.Detail}");
        seen.Add(resource);
        await Explain(resource);
        return answer;
    }

    private async Task<List<string>> Sorting()
    {
        var statements = sent.Take();
        Assert.That(statements, Is.Not.Empty);
        var sorting = new List<string>();
        foreach (var statement in statements)
        {
            if (engine is Engine.Sqlite ? await SqlitePlan.Sorts(connection, statement) : await PostgresPlan.Sorts(connection, statement))
            {
                sorting.Add(statement.Sql);
            }
        }

        return sorting;
    }

    private async Task Explain(string what)
    {
        var statements = sent.Take();
        Assert.That(statements, Is.Not.Empty, what);
        foreach (var statement in statements)
        {
            var scanned = engine is Engine.Sqlite ? await SqlitePlan.Scanned(connection, statement) : await PostgresPlan.Scanned(connection, statement);
            scans.AddRange(scanned.Intersect(Growing).Select(table => $"{what} reads all {table}: {statement.Sql}"));
        }
    }
}
