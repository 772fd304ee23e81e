using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Jpos.Domain.Access;
using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Settings;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace Jpos.Tests.EndToEnd.BackOffice.Bulk;

/// <summary>What is exported is what the journal has, in both forms, and no more than one may see.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.PostgreSqlOrEach))]
internal sealed class ExportTests(Engine engine)
{
    private const string Day = "from=2026-03-02&to=2026-03-03";
    private const string OtherStore = "100000000000002";
    private const int Cards = 1200;

    private JposHost host = null!;
    private BackOfficeClient manager = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow(engine: engine);
        manager = await BackOfficeClient.Of(host, Role.Manager);
        await host.SignOn(Form.Terminal);
        await Sends("trans/consume", Form.Consume(1, points: "10", cash: "100", vouchers: """{"id":1,"num":1}""").With("registerTraceNo", "=1+1"));
        await Sends("trans/cancel", Form.Cancel(2, 1));
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn("20000001").With("storeNo", OtherStore));
        await Sends("trans/consume", Form.Consume(1, points: "1").With("storeNo", OtherStore).With("terminalNo", "20000001"));
        await Sends("trans/settle", Form.Settle());

        // All at one moment: the clock stands still.
        var file = new StringBuilder("number,product,openingBalance\n");
        foreach (var number in Enumerable.Range(1, Cards))
        {
            file.Append(CultureInfo.InvariantCulture, $"{CardFile.Number(number)},1,{number}\n");
        }

        Assert.That((await manager.Post("imports/cards", Encoding.UTF8.GetBytes(file.ToString())))["accepted"], Is.EqualTo($"{Cards}"));
    }

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCase("", true)]
    [TestCase("&bom=true", true)]
    [TestCase("&bom=false", false)]
    public async Task A_file_begins_with_a_byte_order_mark_unless_a_program_wants_none(string query, bool hasMark)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/api/v1/exports/settlements?{Day}{query}", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await BackOfficeClient.MakeKey(host, Role.Manager, null));
        using var response = await host.Http.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.That(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble), Is.EqualTo(hasMark));
    }

    [Test]
    public async Task Every_record_is_there_once_in_both_forms()
    {
        var rows = Rows(await manager.Get($"exports/transactions?{Day}"));
        var recorded = await host.InDatabase(db => Task.FromResult(db.Journal.AsEnumerable().Where(entry => entry.At >= JposHost.Start.UtcDateTime).Select(entry => entry.Serial.ToString()).Order().ToList()));
        Assert.That(recorded, Has.Count.GreaterThan(Cards));
        Assert.That(rows.Skip(1).Select(row => row[0]).Order(), Is.EqualTo(recorded));

        var workbook = await Workbook($"exports/transactions?{Day}&format=xlsx");
        Assert.That(workbook, Has.Count.EqualTo(rows.Count));
        Assert.That(workbook[0], Is.EqualTo(rows[0].Select(column => column == "at" ? "at (Asia/Shanghai)" : column)));
        Assert.That(workbook.Skip(1).Select(row => (row[0], row[3], row[7], row[10], row[12])), Is.EqualTo(rows.Skip(1).Select(row => (row[0], row[3], row[7], row[10], row[12]))));
    }

    [Test]
    public async Task A_workbook_has_date_and_time_in_the_stores_zone_and_ids_as_texts()
    {
        var csv = Rows(await manager.Get($"exports/transactions?{Day}&store={Form.Store}"));
        var cells = await Cells($"exports/transactions?{Day}&store={Form.Store}&format=xlsx");
        var (at, batch) = (csv[0].IndexOf("at"), csv[0].IndexOf("batch"));
        Assert.That((cells[0][at], cells[1][at], csv[1][at]), Is.EqualTo(("at (Asia/Shanghai)", new DateTime(2026, 3, 2, 12, 0, 0), "2026-03-02T04:00:00Z")));
        Assert.That(cells[1][batch], Is.EqualTo(csv[1][batch]).And.TypeOf<string>());
        Assert.That(new[] { "store", "terminal", "serial", "code" }.Select(column => cells[1][csv[0].IndexOf(column)]), Is.All.TypeOf<string>());

        var statement = await Cells($"exports/statements?{Day}&card={Form.GoldCard}&format=xlsx");
        Assert.That((statement[0][0], statement[^1][0]), Is.EqualTo(("at (Asia/Shanghai)", new DateTime(2026, 3, 2, 12, 0, 0))));
    }

    [Test]
    public async Task Exports_wait_at_the_gate_of_queries()
    {
        var budget = host.Services.GetRequiredService<ConnectionBudget>();
        var places = new List<SemaphoreLease>();
        for (var place = 0; place < new BackOfficeSettings().MostAtOnce; place++)
        {
            places.Add(await budget.Acquire(ConnectionConsumer.BackOffice, CancellationToken.None));
        }

        var exported = manager.Get($"exports/settlements?{Day}");
        await Task.Delay(300);
        Assert.That(exported.IsCompleted, Is.False);
        places.ForEach(place => place.Dispose());
        Assert.That((await exported).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_text_is_no_formula_and_a_card_is_masked()
    {
        var rows = Rows(await manager.Get($"exports/transactions?{Day}&store={Form.Store}&terminal={Form.Terminal}"));
        var (columns, consume) = (rows[0], rows[1]);
        Assert.That(rows, Has.Count.EqualTo(3));
        Assert.That((consume[columns.IndexOf("registerTrace")], consume[columns.IndexOf("card")]), Is.EqualTo(("'=1+1", "990000******0010")));
        Assert.That(
            (consume[columns.IndexOf("operation")], consume[columns.IndexOf("used")], consume[columns.IndexOf("rate")], consume[columns.IndexOf("status")], consume[columns.IndexOf("at")]),
            Is.EqualTo(("consume", "10", "0.015", "cancelled", "2026-03-02T04:00:00Z")));
        Assert.That(rows[2][columns.IndexOf("original")], Is.EqualTo(consume[0]));
        Assert.That((await Workbook($"exports/transactions?{Day}&store={Form.Store}&format=xlsx"))[1][columns.IndexOf("registerTrace")], Is.EqualTo("=1+1"), "a cell knows that it is a text");
    }

    [Test]
    public async Task Who_is_of_some_stores_gets_those_only()
    {
        var other = await BackOfficeClient.Of(host, Role.Viewer, OtherStore);
        var rows = Rows(await other.Get($"exports/transactions?{Day}"));
        Assert.That(rows.Skip(1).Select(row => row[3]), Is.EqualTo(new[] { OtherStore }));
        Assert.That(Rows(await other.Get($"exports/transactions?{Day}&store={Form.Store}")), Has.Count.EqualTo(1));
        Assert.That(Rows(await other.Get($"exports/settlements?{Day}")), Has.Count.EqualTo(1));
        Assert.That((await other.Get($"exports/statements?{Day}&card={Form.GoldCard}")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_settlement_has_both_sides()
    {
        var rows = Rows(await manager.Get($"exports/settlements?{Day}"));
        var (columns, row) = (rows[0], rows.Skip(1).Single());
        Assert.That((row[columns.IndexOf("terminal")], row[columns.IndexOf("hostTotalTransCount")], row[columns.IndexOf("flag")].Length), Is.EqualTo((Form.Terminal, "2", 2)));
        Assert.That(columns, Does.Contain("terminalTotalTransCount"));
        Assert.That(Rows(await manager.Get("exports/settlements?from=2026-03-03&to=2026-03-04")), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_statement_ends_with_the_balance_of_the_card()
    {
        var rows = Rows(await manager.Get($"exports/statements?card={Form.GoldCard}&from=2026-03-02T04:00:00Z&to=2026-03-03T00:00:00%2B08:00"));
        var (columns, balance) = (rows[0], rows[0].IndexOf("balance"));
        Assert.That(rows[^1][balance], Is.EqualTo((await manager.Get($"cards/{Form.GoldCard}"))["balance"]));
        Assert.That(rows[1][columns.IndexOf("operation")], Is.EqualTo("opening"));
        var running = decimal.Parse(rows[1][balance], CultureInfo.InvariantCulture);
        foreach (var row in rows.Skip(2))
        {
            running += row[columns.IndexOf("points")] is { Length: > 0 } points ? decimal.Parse(points, CultureInfo.InvariantCulture) : 0;
            Assert.That(row[balance], Is.EqualTo(running.ToString("0.##", CultureInfo.InvariantCulture)));
        }

        Assert.That(rows.Select(row => row[columns.IndexOf("pieces")]).Where(pieces => pieces.Length > 0), Does.Contain("-1").And.Contain("1"), "a voucher went and came back");
        Assert.That((await manager.Get($"exports/statements?card=9900000000001000&{Day}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("transactions?from=2026-03-02", "to")]
    [TestCase("transactions?from=yesterday&to=2026-03-02", "from")]
    [TestCase("transactions?from=2026-03-03&to=2026-03-02", "to")]
    [TestCase("transactions?from=2026-03-02&to=2026-03-03&format=pdf", "format")]
    [TestCase("transactions?from=2026-03-02&to=2026-03-03&store=1234567890123456", "store")]
    [TestCase("settlements?from=2026-03-02&to=2026-03-03&store=x!", "store")]
    [TestCase("statements?from=2026-03-02&to=2026-03-03", "card")]
    public async Task What_does_not_do_is_named(string path, string field)
    {
        var answer = await manager.Get($"exports/{path}");
        Assert.That((answer.Status, answer.Type), Is.EqualTo((HttpStatusCode.BadRequest, "application/problem+json")), answer.Text);
        Assert.That(answer.Blamed, Is.EqualTo(new[] { field }));
    }

    private async Task Sends(string resource, Form form)
    {
        var answer = await host.Post($"/v1/jpos/{resource}", form);
        Assert.That(answer.Status, Is.EqualTo("00"), $"{resource}: {answer.Detail}");
    }

    private static List<List<string>> Rows(BackOfficeAnswer answer)
    {
        Assert.That((answer.Status, answer.Type), Is.EqualTo((HttpStatusCode.OK, "text/csv")), answer.Text);
        return [.. answer.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',').ToList())];
    }

    private async Task<List<List<string>>> Workbook(string path) =>
        (await Cells(path)).ConvertAll(row => row.ConvertAll(cell => Convert.ToString(cell, CultureInfo.InvariantCulture)!));

    private async Task<List<List<object?>>> Cells(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/api/v1/{path}", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await BackOfficeClient.MakeKey(host, Role.Viewer, null));
        using var response = await host.Http.SendAsync(request);
        Assert.That((response.StatusCode, response.Content.Headers.ContentDisposition?.FileName), Is.EqualTo((HttpStatusCode.OK, path.Contains("statements", StringComparison.Ordinal) ? "statement.xlsx" : "transactions.xlsx")));
        using var file = new MemoryStream(await response.Content.ReadAsByteArrayAsync());
        return [.. file.Query().Cast<IDictionary<string, object?>>().Select(row => row.Values.ToList())];
    }
}
