using System.Data.Common;
using System.Net;
using Jpos.Domain.Access;
using Jpos.Infrastructure.Dispatch;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.Persistence;

/// <summary>No message gets slower as the database grows: whatever it looks for in a table that grows, an index finds.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[TestFixtureSource(typeof(Engines), nameof(Engines.Each))]
internal sealed class IndexTests(Engine engine) : IAsyncDisposable
{
    private const string NewCard = "9900000000000036";
    private const string SomeTime = "from=2026-03-01&to=2026-03-02";

    private static readonly string[] Growing =
    [
        "Cards", "Members", "PointAccounts", "TransactionJournal", "Postings", "Lots", "Tickets", "TicketMovements", "Batches", "Settlements", "VerifyCodes", "ImportFaults", "Alerts", "AddressFailures", "WorkingKeys",
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
        await host.Services.GetRequiredService<ExpiryRun>().Run(CancellationToken.None);
        await Explain("the expiry run");

        Assert.That(scans, Is.Empty, string.Join('\n', scans));
    }

    [Test]
    public async Task The_back_office_finds_cards_and_members_by_indexes()
    {
        var clerk = await OfficeClient.Of(host, Role.Operator);
        foreach (var path in (string[])[$"cards/{Form.GoldCard}", "cards?member=1", "members/1", "members?mobile=13800000001", "imports", $"exports/transactions?{SomeTime}", $"exports/settlements?{SomeTime}", $"exports/statements?{SomeTime}&card={Form.GoldCard}"])
        {
            sent.Take();
            Assert.That((await clerk.Get(path)).Status, Is.EqualTo(HttpStatusCode.OK), path);
            await Explain(path);
        }

        Assert.That(scans, Is.Empty, string.Join('\n', scans));
    }

    [Test]
    public async Task A_statement_without_an_index_would_be_found()
    {
        sent.Take();
        await host.InDatabase(db => db.Journal.Where(entry => entry.MaskedCard == "990000******0010").ToListAsync());
        await Explain("a look for a card");

        Assert.That(scans, Has.Count.EqualTo(1).And.Some.StartsWith("a look for a card reads all TransactionJournal: SELECT"));
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
