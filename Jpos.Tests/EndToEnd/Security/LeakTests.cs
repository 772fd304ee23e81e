using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Jpos.Tests.EndToEnd.Security;

/// <summary>
/// Every kind of message with secrets that are marked, approved, declined, and failing at each of its steps: none of them is found in logs at any level, in traces, in answers, or anywhere in the database's files (protocol §9).
/// A step is whatever the host asks of something else: the database, the security module, its vault and the keys in it, the writer of answers, the sender of texts.
/// </summary>
[TestFixtureSource(nameof(Places))]
internal sealed partial class LeakTests(string module, string number, string masterKey)
{
    private const string Pin = "73915264";
    private const string Track2 = "9900000000000028=4912101987654321098";
    private const string Track3 = "990000000000002800=44556677889900112233";
    private const string UnknownCard = "9912345678901233";

    /// <summary>More steps than any message has.</summary>
    private const int MostSteps = 100;

    private static IEnumerable<TestFixtureData> Places => TestLength.FirstOrAll<TestFixtureData>(
        new(SecurityHost.Software, PosTerminal.SigningTerminal, "89ABCDEF0123456776543210FEDCBA98"),
        new(SecurityHost.Software, PosTerminal.AesTerminal, "2B7E151628AED2A6ABF7158809CF4F3C"),
        new(SecurityHost.Token, PosTerminal.SigningTerminal, "89ABCDEF0123456776543210FEDCBA98"));

    private readonly ConcurrentBag<string> said = [];
    private readonly InjectedFaults faults = new();
    private readonly HashSet<string> blocks = [];

    [Test]
    public async Task No_secret_is_left_anywhere()
    {
        using var texts = new Texts();
        using var traces = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                // Listeners hear the whole process: back-office addresses, which name cards, are other tests' clients.
                var trace = $"trace {activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(one => one.Tags))}";
                if (!trace.Contains("/api/v1/", StringComparison.Ordinal))
                {
                    said.Add(trace);
                }
            },
        };
        ActivitySource.AddActivityListener(traces);
        using var logs = new Everything(said);
        await using var host = await SecurityHost.Run(module, [texts.AsSetting()], services => faults.AddTo(services)
            .AddSingleton<ILoggerProvider>(logs)
            .Configure<LoggerFilterOptions>(filter =>
            {
                filter.MinLevel = LogLevel.Trace;
                filter.Rules.Clear();
            }));
        await host.InDatabase(async db =>
        {
            var card = await db.Cards.SingleAsync(row => row.Number == CardNumber.Of(Form.PinCard));
            card.SetPin(host.Services.GetRequiredService<IPinIssuing>().MakePinVerifier(Pin, card.Id));
            await db.SaveChangesAsync();
        });

        // What the test itself asked of the database is not the host's.
        said.Clear();
        var terminal = await PosTerminal.SignOn(host, number);
        var (failures, approved, declined) = (0, 0, 0);
        foreach (var message in Messages(terminal, texts).ToList())
        {
            for (var step = 0; step < MostSteps; step++)
            {
                faults.Countdown = step;
                var form = message.Form(step);
                var answer = (await terminal.Post(message.Path, form)).Answer;
                var isOver = faults.Countdown >= 0;
                faults.Countdown = -1;
                said.Add($"answer {answer.Text}");
                _ = answer.Status == "96" ? failures++ : answer.Status == "00" ? approved++ : declined++;
                host.Time.Advance(TimeSpan.FromSeconds(61));
                if (isOver)
                {
                    break;
                }

                Assert.That(step, Is.LessThan(MostSteps - 1), $"{message.Path} has more steps than are tried");
            }
        }

        var codes = texts.All().Select(sent => sent.Code).ToList();
        Assert.That((failures, approved, declined), Is.GreaterThan((200, 10, 5)), "all three came about");
        Assert.That(faults.Failed, Is.SupersetOf(InjectedFaults.Kinds), "each kind of step failed");
        Assert.That(codes, Is.Not.Empty);
        Assert.That(said.Count(line => line.StartsWith("log", StringComparison.Ordinal)), Is.GreaterThan(1000), "logs were heard");
        Assert.That(said.Count(line => line.StartsWith("trace", StringComparison.Ordinal)), Is.GreaterThan(80), "traces were heard");
        Look("logs, traces and answers", Encoding.UTF8.GetBytes(string.Join('\n', said)), terminal, codes, Form.PinCard, Form.GoldCard, UnknownCard);

        // The card table holds card numbers, and nothing else does.
        Look("the tables", Encoding.UTF8.GetBytes(await host.Dump("Cards")), terminal, codes, Form.PinCard, Form.GoldCard, UnknownCard);
        await using var db = host.Database.Open();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(PASSIVE)");
        var file = new SqliteConnectionStringBuilder(host.Database.ConnectionString).DataSource;

        // Whoever closes the last connection, be it another test that empties the pools, removes the log when all of it is in the file.
        foreach (var part in new[] { file, file + "-wal" }.Where(File.Exists))
        {
            using var stream = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            Look(part, bytes.ToArray(), terminal, codes, UnknownCard);
        }
    }

    private IEnumerable<(string Path, Func<int, Form> Form)> Messages(PosTerminal terminal, Texts texts)
    {
        var trace = 0;
        Form Card(string card = Form.PinCard) => Form.Query(card).With("traceNo", Form.Six(++trace)).With("track2", card == Form.PinCard ? Track2 : null).With("track3", Track3);
        Form Paying(string pin, string card = Form.PinCard) => Card(card).With("consumeType", "021").With("pointAmount", "0.01").With("cashAmount", "0").With("password", Block(terminal, pin, card));
        string Mobile(int number) => $"1391234{number:D4}";
        Form Activation(int number, string? code = null) => Card("9900000000000036").With("mobileNo", Mobile(number)).With("verifyCode", code ?? texts.CodesFor(Mobile(number)).LastOrDefault("000000"))
            .With("idType", "01").With("idNo", "110101199001011237");

        yield return ("/v1/jpos/terminal/checkin", _ => Form.CheckIn(terminal.Number));
        yield return ("/v1/jpos/cards", _ => Card());
        yield return ("/v1/jpos/cards", _ => Card(UnknownCard));
        yield return ("/v1/jpos/tickets", _ => Card(Form.GoldCard));
        yield return ("/v1/jpos/trans/consume", _ => Paying(Pin));
        yield return ("/v1/jpos/trans/consume", _ => Paying("73915265"));
        yield return ("/v1/jpos/trans/consume", _ => Paying(Pin, UnknownCard));
        yield return ("/v1/jpos/trans/consume", _ => Paying(Pin).With("pointAmount", "99999"));
        yield return ("/v1/jpos/trans/consume", _ => Paying(Pin).With("cardNo", "not a card").With("track2", "not " + Track2));
        yield return ("/v1/jpos/trans/consumeReversal", _ => Paying(Pin));
        yield return ("/v1/jpos/trans/cancel", _ => Card().With("oriBatchNo", "000001").With("oriTraceNo", Form.Six(trace)));
        yield return ("/v1/jpos/trans/cancelReversal", _ => Card().With("oriBatchNo", "000001").With("oriTraceNo", "000001"));
        yield return ("/v1/jpos/refunds", _ => Card().With("oriSerialNo", "100000000001"));
        yield return ("/v1/jpos/refunds/cancel", _ => Card().With("oriSerialNo", "100000000001"));
        yield return ("/v1/jpos/tickets/consume", _ => Card(Form.GoldCard).With("ticket", """{"id":2,"num":1}"""));
        yield return ("/v1/jpos/tickets/consumeReversal", _ => Card(Form.GoldCard).With("ticket", """{"id":2,"num":1}"""));
        yield return ("/v1/jpos/mobile/sendVerifyCode", number => Form.Of(("storeNo", Form.Store), ("mobileNo", Mobile(number))));
        yield return ("/v1/jpos/card/active", number => Activation(number, "987650"));
        yield return ("/v1/jpos/card/active", _ => Activation(texts.All().Count > 0 ? int.Parse(texts.All()[^1].Mobile[7..], System.Globalization.CultureInfo.InvariantCulture) : 0));
        yield return ("/v1/jpos/trans/settle", _ => Form.Settle().With("cardNo", Form.PinCard));
    }

    private string Block(PosTerminal terminal, string pin, string card)
    {
        var block = terminal.PinBlock(pin, card);
        blocks.Add(block);
        return block;
    }

    private void Look(string place, byte[] bytes, PosTerminal terminal, List<string> codes, params string[] cards)
    {
        var text = Encoding.Latin1.GetString(bytes);
        string[] asText = [Pin, "73915265", Track2[17..], Track3[19..], .. cards];
        byte[][] asKeys = [Convert.FromHexString(masterKey), .. terminal.ClearKeys, .. blocks.Select(Convert.FromHexString)];
        var at = text.AsSpan().IndexOfAny(SearchValues.Create([.. asText, .. asKeys.SelectMany(Spellings)], StringComparison.OrdinalIgnoreCase));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(at, Is.Negative, () => $"a secret is in {place}: …{text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 100)]}…");
            Assert.That(SixDigits().Matches(text).Select(match => match.Value).Intersect(codes), Is.Empty, $"verify codes in {place}");
        }
    }

    private static string[] Spellings(byte[] key) => [Encoding.Latin1.GetString(key), Convert.ToHexString(key), Convert.ToBase64String(key).TrimEnd('=')];

    [GeneratedRegex("(?<![0-9A-Fa-f])[0-9]{6}(?![0-9A-Fa-f])")]
    private static partial Regex SixDigits();
}
