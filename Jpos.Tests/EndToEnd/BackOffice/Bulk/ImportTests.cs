using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Jpos.Application.BackOffice.Imports;
using Jpos.Application.Ports;
using Jpos.Domain.Access;
using Jpos.Domain.Imports;
using Jpos.Domain.Protocol;
using Jpos.Infrastructure.BackOffice.Imports;
using Jpos.Infrastructure.Database;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd.BackOffice.Bulk;

/// <summary>Files of cards and tickets are brought in, line by line once, whatever happens on the way.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Each))]
internal sealed class ImportTests(Engine engine)
{
    /// <summary><c>JPOS_TEST_IMPORT</c> asks for more.</summary>
    private static readonly int Lines = int.Parse(Environment.GetEnvironmentVariable("JPOS_TEST_IMPORT") ?? "1300", CultureInfo.InvariantCulture);

    private JposHost host = null!;
    private BackOfficeClient manager = null!;
    private long product;

    [SetUp]
    public async Task Start()
    {
        (host, manager, product) = await Launch();
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task The_report_names_the_bad_lines_and_no_others()
    {
        var file = new CardFile(Lines, product);
        var done = await manager.Post("imports/cards", file.Bytes);
        Assert.That(done.Status, Is.EqualTo(HttpStatusCode.OK), done.Text);
        Assert.That((done["lines"], done["linesDone"], done["accepted"], done["rejected"]), Is.EqualTo(($"{Lines}", $"{Lines}", $"{file.Good}", $"{file.Faults.Count}")));
        Assert.That(await Reported(done.Location!), Is.EqualTo(file.Faults));
        Assert.That((await manager.Get(done.Location!)).Text, Is.EqualTo(done.Text));

        await host.SignOn(Form.Terminal);
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "5.25", card: CardFile.Number(5)))).Status, Is.EqualTo("00"), "an opening balance can be spent");
        var (own, other) = (await manager.Get($"cards/{CardFile.Number(5)}"), await manager.Get($"cards/{CardFile.Number(6)}"));
        Assert.That((own["balance"], other["balance"], other["member"]), Is.EqualTo(("0", "0.5", own["member"])));
        var audit = (await (await BackOfficeClient.Of(host, Role.SecurityOfficer)).Get("audit?limit=200")).Text;
        Assert.That(audit, Does.Contain("ImportCards").And.Contain("BeginImport").And.Not.Contain(CardFile.Number(5)));
    }

    [Test]
    public async Task The_report_is_a_file_too()
    {
        // More bad lines than are read at once.
        string[] lines = ["number,product,openingBalance,cardExpiresOn", .. Enumerable.Range(0, ExportTable.ChunkSize + 100).Select(_ => "1,1,x,2030-02-30")];
        var done = await manager.Post("imports/cards", Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        var report = await manager.Get($"{done.Location}/errors?format=csv&limit=7");
        Assert.That((report.Status, report.Type), Is.EqualTo((HttpStatusCode.OK, "text/csv")), report.Text);
        Assert.That(report.Text.Split("\r\n"), Is.EqualTo(Enumerable.Range(2, lines.Length - 1)
            .Select(line => $"{line},{line},\"number: it must be 12 to 19 digits.; cardExpiresOn: it must be a day, such as 2027-12-31.; openingBalance: it must be 0 to 9999999999.99, with at most 2 decimal places.\"").Prepend("Line,LastLine,Reason").Append("")));

        Assert.That((await manager.Get($"{done.Location}/errors?format=xlsx")).Blamed, Is.EqualTo(new[] { "format" }));
        Assert.That((await manager.Get("imports/99/errors?format=csv")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await (await BackOfficeClient.Of(host, Role.Manager, Form.Store)).Get($"{done.Location}/errors?format=csv")).Status, Is.EqualTo(HttpStatusCode.Forbidden), "it is network-wide");
    }

    [Test]
    public async Task Who_is_told_of_transactions_is_told_of_opening_balances()
    {
        await manager.Post("webhooks", new { url = "https://example.com/", events = new[] { "transaction.approved" } });
        var done = await manager.Post("imports/cards", Encoding.UTF8.GetBytes($"number,product,openingBalance\n9900000000002008,{product},5\n9900000000003006,{product},\n9900000000004004,{product},7\n"));
        Assert.That(done["accepted"], Is.EqualTo("3"), done.Text);
        Assert.That(await host.InDatabase(db => db.Outbox.CountAsync()), Is.EqualTo(2));
    }

    [Test]
    public async Task A_file_that_was_brought_in_is_answered_again_and_does_nothing()
    {
        var file = new CardFile(300, product);
        var first = await manager.Post("imports/cards", file.Bytes, "one");
        var before = await host.Dump("IdempotencyRecords");
        var (sameKey, otherKey) = (await manager.Post("imports/cards", file.Bytes, "one"), await manager.Post("imports/cards", file.Bytes, "two"));
        Assert.That((sameKey.Text, otherKey.Text), Is.EqualTo((first.Text, first.Text)));
        Assert.That(await host.Dump("IdempotencyRecords"), Is.EqualTo(before));
        Assert.That((await manager.Post("imports/cards", new CardFile(200, product).Bytes, "one")).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [Test]
    public async Task Cut_off_it_goes_on_and_ends_as_if_nothing_had_been()
    {
        var file = new CardFile(1800, product);
        var (whole, itsManager, itsProduct) = await Launch();
        await using var stopping = whole;
        Assert.That(itsProduct, Is.EqualTo(product));
        await itsManager.Post("imports/cards", file.Bytes);

        var units = 0;
        host.Seam.Committing = db => IsImporting(db) && ++units == 3 ? throw new IOException("The disk is full.") : Task.CompletedTask;
        var cut = await manager.Post("imports/cards", file.Bytes, "key");
        Assert.That(cut.Status, Is.EqualTo(HttpStatusCode.InternalServerError));
        var stopped = (await manager.Get("imports")).Json.GetProperty("items")[0];
        Assert.That((stopped.GetProperty("linesDone").GetInt32(), stopped.GetProperty("endedAt").ValueKind), Is.EqualTo((2 * ImportRun.LinesInUnit, JsonValueKind.Null)));

        host.Seam.Committing = _ => Task.CompletedTask;
        var path = host.Database.Folder.File("cards.csv");
        await File.WriteAllBytesAsync(path, file.Bytes);
        var (code, said) = await Command(path, isDry: false);
        Assert.That((code, said), Is.EqualTo((1, string.Concat(
            "1000 of 1800 lines done.\n1500 of 1800 lines done.\n1800 of 1800 lines done.\n",
            string.Concat(file.Faults.Select(fault => $"Line {fault.Line}: {fault.Reason}\n")),
            $"Import {stopped.GetProperty("id")}: {file.Good} lines accepted, {file.Faults.Count} rejected, 0 blank.\n"))));
        Assert.That(await host.InDatabase(BroughtIn.Of), Is.EqualTo(await whole.InDatabase(BroughtIn.Of)));

        var again = await manager.Post("imports/cards", file.Bytes, "key");
        Assert.That((again.Status, again["rejected"]), Is.EqualTo((HttpStatusCode.OK, $"{file.Faults.Count}")), "the key is that of the same file");
    }

    [Test]
    public async Task Copies_at_once_bring_it_in_once()
    {
        var file = new CardFile(1200, product);
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => PostUntilTaken(file.Bytes)));
        Assert.That(answers.Select(answer => (answer.Status, answer.Text)).Distinct().Single().Status, Is.EqualTo(HttpStatusCode.OK), answers[0].Text);
        Assert.That(await Reported(answers[0].Location!), Is.EqualTo(file.Faults));
    }

    /// <summary>A host imports one file at a time: whoever meets another one retries.</summary>
    private async Task<BackOfficeAnswer> PostUntilTaken(byte[] file)
    {
        while (true)
        {
            var answer = await manager.Post("imports/cards", file);
            if (answer.Status is not HttpStatusCode.TooManyRequests)
            {
                return answer;
            }

            await Task.Delay(20);
        }
    }

    [Test]
    public async Task A_dry_run_tells_the_same_and_writes_nothing()
    {
        var file = new CardFile(1200, product);
        var path = host.Database.Folder.File("cards.csv");
        await File.WriteAllBytesAsync(path, file.Bytes);
        var before = await host.Dump();

        var (code, said) = await Command(path, isDry: true);

        Assert.That((code, said.Split('\n').Where(line => line.StartsWith("Line ", StringComparison.Ordinal))), Is.EqualTo((1, file.Faults.Select(fault => $"Line {fault.Line}: {fault.Reason}"))));
        Assert.That(said, Does.EndWith($"\nDry run: {file.Good} lines accepted, {file.Faults.Count} rejected, 0 blank. Nothing was written.\n"));

        var tried = await manager.Post("imports/cards?dryRun=true", file.Bytes, "key");
        Assert.That((tried.Status, tried.Location, tried["kind"], tried["lines"], tried["accepted"], tried["rejected"]), Is.EqualTo((HttpStatusCode.OK, (string?)null, "cards", "1200", $"{file.Good}", $"{file.Faults.Count}")), tried.Text);
        Assert.That(Told(tried), Is.EqualTo(file.Faults));
        Assert.That(await host.Dump(), Is.EqualTo(before));

        var done = await manager.Post("imports/cards", file.Bytes, "key");
        Assert.That((done.Status, done["digest"], done["accepted"], done["endedAt"]), Is.EqualTo((HttpStatusCode.OK, tried["digest"], $"{file.Good}", "2026-03-02T04:00:00Z")), "the key is still free");
        var after = await host.Dump();
        tried = await manager.Post("imports/cards?dryRun=true", file.Bytes, "key");

        // What is there now is in the way; but the line that named the card of a later one does now.
        Assert.That((tried["accepted"], tried["rejected"], Told(tried).Count), Is.EqualTo(("1", "1199", DryRunView.MostFaults)));
        Assert.That(Told(tried)[0], Is.EqualTo((2, "number: A card with this number already exists.")));
        Assert.That(await host.Dump(), Is.EqualTo(after));
        Assert.That((await Command(host.Database.Folder.File("none.csv"), isDry: true)).Code, Is.EqualTo(2), "there is no such file");
    }

    [TestCase("imports/cards?dryRun=maybe", "dryRun")]
    [TestCase("imports/tickets?dryRun=", "dryRun")]
    public async Task What_is_neither_true_nor_false_brings_nothing_in(string path, string field)
    {
        var answer = await manager.Post(path, new CardFile(1, product).Bytes);
        Assert.That((answer.Status, answer.Blamed), Is.EqualTo((HttpStatusCode.BadRequest, new[] { field })), answer.Text);
    }

    [Test]
    public async Task Tickets_are_given_as_the_list_says()
    {
        var kind = (await manager.Post("ticket-kinds", new { name = "代金券", type = "voucher", face = 12.5m, validDays = 30 }))["id"];
        var list = $"card,kind,pieces,validThrough\n{Form.GoldCard},{kind},3,\n{Form.GoldCard},{kind},1,2026-12-31\n9900000000001000,{kind},1,\n{Form.GoldCard},77,1,\n{Form.GoldCard},{kind},0,\n{Form.GoldCard},{kind},1,2026-03-01\n";
        var held = (await Held()).Count;
        var tried = await manager.Post("imports/tickets?dryRun=true", Encoding.UTF8.GetBytes(list));
        Assert.That((tried["accepted"], tried["rejected"], tried["kind"], (await Held()).Count), Is.EqualTo(("2", "4", "tickets", held)), tried.Text);
        var done = await manager.Post("imports/tickets", Encoding.UTF8.GetBytes(list));
        Assert.That((done["accepted"], done["rejected"], done["kind"]), Is.EqualTo(("2", "4", "tickets")), done.Text);
        Assert.That(await Reported(done.Location!), Is.EqualTo(Told(tried)).And.EqualTo(new[]
        {
            (4, "card: the card does not exist or is closed."), (5, "kind: no ticket kind has this id or name, or it is withdrawn."), (6, "pieces: it must be 1 to 999999."), (7, "validThrough: it must not be in the past."),
        }));
        Assert.That((await Held()).Skip(held), Is.EqualTo(new[] { "3 2026-04-01", "1 2026-12-31" }));

        async Task<List<string>> Held() => [.. (await manager.Get($"cards/{Form.GoldCard}/tickets")).Json.GetProperty("items").EnumerateArray().Select(ticket => $"{ticket.GetProperty("issued")} {ticket.GetProperty("validThrough")}")];
    }

    [Test]
    public async Task A_product_may_be_said_by_its_name_if_it_is_the_only_one()
    {
        var silver = (await manager.Post("card-products", new { name = "Silver, with points" }))["id"];
        await manager.Post("card-products", new { name = "Gold" });
        var gold = (await manager.Post("card-products", new { name = "Gold" }))["id"];
        await manager.Post("card-products", new { name = "77" });
        string[] lines =
        [
            "number,product", $"{CardFile.Number(1)},\"Silver, with points\"", $"{CardFile.Number(2)},Gold", $"{CardFile.Number(3)},{gold}", $"{CardFile.Number(4)},77", $"{CardFile.Number(5)},\"silver, with points\"",
            $"{CardFile.Number(6)},", $"{CardFile.Number(7)},99999999999999999999", $"{CardFile.Number(8)},{new string('x', 101)}",
        ];
        var done = await manager.Post("imports/cards", Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        Assert.That((done["accepted"], done["rejected"]), Is.EqualTo(("2", "6")), done.Text);
        Assert.That(await Reported(done.Location!), Is.EqualTo(new[]
        {
            (3, "product: Several card products have this name. Use the id."),
            (5, "product: No card product has this id or name."),
            (6, "product: No card product has this id or name."),
            (7, "product: it is missing."),
            (8, "product: it must be an id in digits."),
            (9, "product: it must be one line of 0 to 100 visible characters."),
        }));
        Assert.That(((await manager.Get($"cards/{CardFile.Number(1)}"))["product"], (await manager.Get($"cards/{CardFile.Number(3)}"))["product"]), Is.EqualTo((silver, gold)));
    }

    [Test]
    public async Task A_kind_of_tickets_may_be_said_by_its_name_if_only_one_is_still_issued()
    {
        var coffee = new { name = "Coffee", type = "exchange", face = 18, validDays = 30 };
        var old = await manager.Post("ticket-kinds", coffee);
        await manager.Put(old.Location!, new { name = "Coffee", type = "exchange", face = 20, validDays = 30, isWithdrawn = true }, old.Tag);
        await manager.Post("ticket-kinds", coffee);
        var done = await Gives("Coffee", "coffee", old["id"]!);
        Assert.That((done["accepted"], done["rejected"]), Is.EqualTo(("1", "2")), done.Text);
        Assert.That(await Reported(done.Location!), Is.EqualTo(new[]
        {
            (3, "kind: no ticket kind has this id or name, or it is withdrawn."), (4, "kind: no ticket kind has this id or name, or it is withdrawn."),
        }));
        var given = (await manager.Walk($"cards/{Form.GoldCard}/tickets")).Single(ticket => ticket.GetProperty("name").GetString() == "Coffee");
        Assert.That((given.GetProperty("face").GetDecimal(), given.GetProperty("issued").GetInt32()), Is.EqualTo((18m, 3)));

        var other = await manager.Post("ticket-kinds", coffee);
        done = await Gives("Coffee", other["id"]!);
        Assert.That((done["accepted"], await Reported(done.Location!)), Is.EqualTo(("1", new[] { (2, "kind: several ticket kinds have this name. Use the id.") })), done.Text);

        Task<BackOfficeAnswer> Gives(params string[] kinds) =>
            manager.Post("imports/tickets", Encoding.UTF8.GetBytes($"card,kind,pieces\n{string.Concat(kinds.Select(kind => $"{Form.GoldCard},{kind},3\n"))}"));
    }

    private static List<(int Line, string Reason)> Told(BackOfficeAnswer dryRun) =>
        [.. dryRun.Json.GetProperty("errors").EnumerateArray().Select(fault => (fault.GetProperty("line").GetInt32(), fault.GetProperty("reason").GetString()!))];

    private static bool IsImporting(JposDbContext db) => db.ChangeTracker.Entries<Import>().Any(import => import.Entity.LinesDone > 0);

    private async Task<(JposHost Host, BackOfficeClient Manager, long Product)> Launch()
    {
        var launched = await JposHost.Borrow(engine: engine);
        return (launched, await BackOfficeClient.Of(launched, Role.Manager), await launched.InDatabase(db => db.Cards.Where(card => card.Number == CardNumber.Of(Form.GoldCard)).Select(card => card.Product.Id).SingleAsync()));
    }

    private async Task<List<(int Line, string Reason)>> Reported(string import)
    {
        var all = new List<(int, string)>();
        for (var next = $"{import}/errors?limit=7"; next is { Length: > 0 };)
        {
            var page = await manager.Get(next);
            all.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(fault => (fault.GetProperty("line").GetInt32(), fault.GetProperty("reason").GetString()!)));
            next = page["next"];
        }

        return all;
    }

    /// <summary>What the host's command does, once the host is there.</summary>
    private async Task<(int Code, string Said)> Command(string path, bool isDry)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var scope = host.Services.CreateAsyncScope();
        var code = await ActivatorUtilities.CreateInstance<ImportCommand>(scope.ServiceProvider, output).Run(ImportKind.Cards, path, isDry, null, null, CancellationToken.None);
        return (code, output.ToString());
    }
}
