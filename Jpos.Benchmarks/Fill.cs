using System.Globalization;
using Jpos.Domain;
using Jpos.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Benchmarks;

/// <summary>
/// Fills a database: the host makes its demo data and handles one consume and one settlement, and the rows that came of them are copied within the database as often as it takes. So they are what the host writes, and <c>verify</c> finds nothing wrong with them.
/// </summary>
internal sealed class Fill(BenchmarkDatabase database, JposDbContext db, Size size)
{
    public const int Terminals = 64;
    public const string Store = "100000000000001";
    public const int OpenBatch = 500_000;

    private const int InBatch = 1000;
    private const string TemplateTerminal = "10000005";
    private const string TemplateCard = "9900000000000010";
    private const long Opening = 100_000_000;

    private long cards;
    private long accounts;
    private long members;
    private long lots;
    private long openings;
    private long batches;
    private long serials;
    private Dictionary<string, long> template = [];

    /// <summary>The serial number of one of the copied consumes.</summary>
    public long Serial(long transaction) => serials + transaction;

    /// <summary>The card of one of the copied consumes, or any card.</summary>
    public string Card(long number) => Number(((number - 1) % size.Cards) + 1);

    public static string Terminal(int number) => $"5{(number + 1).ToString("D7", CultureInfo.InvariantCulture)}";

    private static string Number(long card) => $"98{card.ToString("D14", CultureInfo.InvariantCulture)}";

    public async Task Run()
    {
        await MakeTemplates();
        await Measure();
        await CopyPeople(size.Transactions / size.Cards * template["Spent"]);
        await CopyTerminalsAndBatches();
        await CopyTransactions();
        await db.NumberBlocks.ExecuteUpdateAsync(set => set.SetProperty(block => block.FirstFree, serials + size.Transactions + 1));
        await database.Settle(db);
    }

    private async Task MakeTemplates()
    {
        using var host = await HostUnderLoad.Start(database, ("ASPNETCORE_ENVIRONMENT", "Development"), ("Jpos__Sms__File", ""));
        using var terminal = new BenchmarkLoad.Connection(host.Address);
        foreach (var (path, body) in (IEnumerable<(string, string)>)[
            ("/v1/jpos/terminal/checkin", $"storeNo={Store}&terminalNo={TemplateTerminal}&operatorNo=01"),
            Messages.Consume(TemplateTerminal, TemplateCard, batch: 1, trace: 1),
            Messages.Settle(TemplateTerminal, batch: 1)])
        {
            var answer = terminal.Post(path, body);
            if (!answer.Contains("\"status\":\"00\"", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"{path} was answered {answer}");
            }
        }
    }

    private async Task Measure()
    {
        var (card, account) = await db.Cards.Where(card => card.Number == Domain.Protocol.CardNumber.Of(TemplateCard)).Select(card => ValueTuple.Create(card.Id, card.AccountId)).SingleAsync();
        var entries = await db.Journal.AsNoTracking().Where(entry => entry.AccountId == account).ToListAsync();
        var opening = entries.Single(entry => entry.Operation == Operations.Adjustment);
        var consume = entries.Single(entry => entry.Operation == Operations.Consume);
        template = new Dictionary<string, long>
        {
            ["Cards"] = card,
            ["PointAccounts"] = account,
            ["Opening"] = opening.Serial.Value,
            ["Consume"] = consume.Serial.Value,
            ["Batches"] = consume.BatchId!.Value,
            ["Spent"] = -(await db.Postings.Where(posting => posting.Transaction == consume.Serial).Select(posting => posting.Amount).SingleAsync()).Hundredths,
            ["Lots"] = await db.Postings.Where(posting => posting.Transaction == opening.Serial).Select(posting => posting.LotId).SingleAsync(),
        };
        cards = await db.Cards.MaxAsync(row => row.Id);
        accounts = await db.Accounts.MaxAsync(row => row.Id);
        members = await db.Database.SqlQueryRaw<long>("""SELECT max("Id") AS "Value" FROM "Members" """).SingleAsync();
        var free = await db.NumberBlocks.Select(block => block.FirstFree).SingleAsync();
        lots = free;
        openings = lots + size.Cards;
        batches = openings + size.Cards;
        serials = batches + (size.Transactions / InBatch) + Terminals;
    }

    private async Task CopyPeople(long spent)
    {
        await Copy("CardProducts", 1, """t."Id" = (SELECT "ProductId" FROM "Cards" WHERE "Id" = {0})""", template["Cards"], new() { ["Id"] = "1000", ["HasCheckDigit"] = "FALSE" });
        await Copy("Members", size.Cards, """t."Id" = (SELECT "MemberId" FROM "Cards" WHERE "Id" = {0})""", template["Cards"], new() { ["Id"] = $"{members} + s.n" });
        await Copy("PointAccounts", size.Cards, """t."Id" = {0}""", template["PointAccounts"], new() { ["Id"] = $"{accounts} + s.n", ["Balance"] = $"{Opening - spent}" });
        await Copy("Cards", size.Cards, """t."Id" = {0}""", template["Cards"], new()
        {
            ["Id"] = $"{cards} + s.n",
            ["AccountId"] = $"{accounts} + s.n",
            ["Number"] = $"'98' || {database.Pad("s.n", 14)}",
            ["ProductId"] = "1000",
            ["MemberId"] = $"{members} + s.n",
        });
        await Copy("Lots", size.Cards, """t."Id" = {0}""", template["Lots"], new() { ["Id"] = $"{lots} + s.n", ["AccountId"] = $"{accounts} + s.n", ["Remaining"] = $"{Opening - spent}" });
        await Copy("TransactionJournal", size.Cards, """t."Serial" = {0}""", template["Opening"], new() { ["Serial"] = $"{openings} + s.n", ["Root"] = $"{openings} + s.n", ["AccountId"] = $"{accounts} + s.n", ["CardId"] = $"{cards} + s.n", ["MemberId"] = $"{members} + s.n" });
        await Copy("Postings", size.Cards, """t."Transaction" = {0}""", template["Opening"], new() { ["AccountId"] = $"{accounts} + s.n", ["Transaction"] = $"{openings} + s.n", ["LotId"] = $"{lots} + s.n", ["Amount"] = $"{Opening}" });
    }

    private async Task CopyTerminalsAndBatches()
    {
        var settled = size.Transactions / InBatch;
        var terminal = $"'5' || {database.Pad($"(s.n - 1) % {Terminals} + 1", 7)}";
        await Copy("Terminals", Terminals, """t."Number" = '10000005' AND {0} = {0}""", 0, new() { ["Number"] = terminal, ["BatchId"] = "NULL" });
        await Copy("Batches", settled, """t."Id" = {0}""", template["Batches"], new()
        {
            ["Id"] = $"{batches} + s.n",
            ["TerminalNumber"] = terminal,
            ["Number"] = $"(s.n - 1) / {Terminals} + 1",
            ["PointDebitCount"] = $"{InBatch}",
            ["PointDebitAmount"] = $"""{InBatch} * t."PointDebitAmount" """,
            ["CashDebitAmount"] = $"""{InBatch} * t."CashDebitAmount" """,
            ["VoucherDebitAmount"] = $"""{InBatch} * t."VoucherDebitAmount" """,
        });
        await Copy("Settlements", settled, """t."BatchId" = {0}""", template["Batches"], new()
        {
            ["BatchId"] = $"{batches} + s.n",
            ["Claimed_PointDebitCount"] = $"{InBatch}",
            ["Claimed_PointDebitAmount"] = $"""{InBatch} * t."Claimed_PointDebitAmount" """,
            ["Claimed_TotalTransCount"] = $"{InBatch}",
        });
        await Copy("Batches", Terminals, """t."Id" = {0}""", template["Batches"], new()
        {
            ["Id"] = $"{batches + settled} + s.n",
            ["TerminalNumber"] = terminal,
            ["Number"] = $"{OpenBatch}",
            ["ClosedAt"] = "NULL",
            ["PointDebitCount"] = "0",
            ["PointDebitAmount"] = "0",
            ["CashDebitAmount"] = "0",
            ["VoucherDebitAmount"] = "0",
        });
        await db.Database.ExecuteSqlRawAsync($"""UPDATE "Terminals" SET "BatchId" = (SELECT "Id" FROM "Batches" b WHERE b."TerminalNumber" = "Terminals"."Number" AND b."Number" = {OpenBatch}) WHERE "Number" LIKE '5%'""");
    }

    private async Task CopyTransactions()
    {
        var (serial, card, batch) = ($"{serials} + s.n", $"((s.n - 1) % {size.Cards} + 1)", $"((s.n - 1) / {InBatch})");
        await Copy("TransactionJournal", size.Transactions, """t."Serial" = {0}""", template["Consume"], new()
        {
            ["Serial"] = serial,
            ["Root"] = serial,
            ["BatchId"] = $"{batches} + (s.n - 1) / {InBatch} + 1",
            ["Trace"] = $"(s.n - 1) % {InBatch} + 1",
            ["Terminal"] = $"'5' || {database.Pad($"{batch} % {Terminals} + 1", 7)}",
            ["BatchNumber"] = $"{batch} / {Terminals} + 1",
            ["AccountId"] = $"{accounts} + {card}",
            ["CardId"] = $"{cards} + {card}",
            ["MemberId"] = $"{members} + {card}",
            ["BusinessDay"] = database.DaysBefore("""t."BusinessDay" """, $"1 + ({size.Transactions} - s.n) * 365 / {size.Transactions}"),
        });
        await Copy("Postings", size.Transactions, """t."Transaction" = {0}""", template["Consume"], new() { ["AccountId"] = $"{accounts} + {card}", ["Transaction"] = serial, ["LotId"] = $"{lots} + {card}" });
    }

    /// <summary>Copies a row as often as it takes, with some columns changed.</summary>
    private async Task Copy(string table, long count, string which, long key, Dictionary<string, string> changes)
    {
        if (count == 0)
        {
            return;
        }

        var columns = db.Model.GetRelationalModel().Tables.Single(one => one.Name == table).Columns.Select(column => column.Name).ToList();
        var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
        var values = string.Join(", ", columns.Select(column => changes.GetValueOrDefault(column) ?? $"t.\"{column}\""));
        await db.Database.ExecuteSqlRawAsync(
            $"INSERT INTO \"{table}\" ({names}) SELECT {values} FROM \"{table}\" t CROSS JOIN {database.Series(count)} WHERE {string.Format(CultureInfo.InvariantCulture, which, key)}");
    }
}
