using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd.Security;

/// <summary>Wrong PINs count for the terminal and the address, whether or not the cards differ (protocol §2 row 17, §9).</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.PostgreSqlOrEach))]
internal sealed class PinGuessingTests(Engine engine)
{
    private const string Path = "/v1/jpos/trans/consume";
    private const int Most = 10;

    private JposHost host = null!;
    private string[] cards = null!;
    private int trace;

    [SetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow(engine: engine);
        trace = 0;
        cards = await AddCards(30);
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCase(PosTerminal.SigningTerminal, true)]
    [TestCase(Form.Terminal, true)]
    [TestCase(Form.Terminal, false)]
    [TestCase(PosTerminal.DesTerminal, false)]
    public async Task One_pin_tried_on_many_cards_is_65_after_ten(string number, bool isSigned)
    {
        var terminal = await PosTerminal.SignOn(host, number);
        var codes = new List<string>();
        foreach (var card in cards.Take(Most + 2))
        {
            codes.Add(await Pay(terminal, card, "111111", isSigned));
        }

        var right = await Pay(terminal, cards[20], Pin, isSigned);
        var cash = await Pay(terminal, cards[20], null, isSigned);
        host.Time.Advance(TimeSpan.FromMinutes(10));
        terminal.TakeKeys(await terminal.CheckIn());
        var later = await Pay(terminal, cards[20], Pin, isSigned);

        Assert.That(string.Join(' ', codes), Is.EqualTo("55 55 55 55 55 55 55 55 55 55 65 65"));
        Assert.That((right, cash, later), Is.EqualTo(("65", "00", "00")), "what brings no PIN goes on");
        Assert.That(await Alerts(), Is.EqualTo(new[] { number }));
    }

    [Test]
    public async Task Unsigned_terminals_at_one_address_share_its_limit_and_what_is_signed_there_passes()
    {
        PosTerminal[] terminals = [await PosTerminal.SignOn(host, PosTerminal.DesTerminal), await PosTerminal.SignOn(host, Form.Terminal), await PosTerminal.SignOn(host, PosTerminal.AesTerminal)];
        var signing = await PosTerminal.SignOn(host, PosTerminal.SigningTerminal);
        var codes = new List<string>();
        foreach (var card in cards.Take(Most + 1))
        {
            codes.Add(await Pay(terminals[codes.Count % 3], card, "111111", false));
        }

        Assert.That(string.Join(' ', codes), Is.EqualTo("55 55 55 55 55 55 55 55 55 55 65"));
        Assert.That((await Pay(signing, cards[20], Pin, true), await Pay(terminals[1], cards[21], Pin, true)), Is.EqualTo(("00", "00")));
    }

    [Test]
    public async Task A_repeat_of_a_wrong_pin_is_no_other_one()
    {
        var terminal = await PosTerminal.SignOn(host, PosTerminal.SigningTerminal);
        var wrong = Form.Consume(++trace, "1", "0", cards[0]).With("password", terminal.PinBlock("111111", cards[0]));
        for (var time = 0; time < Most + 5; time++)
        {
            Assert.That((await terminal.Post(Path, wrong)).Status, Is.EqualTo("55"));
        }

        var undecodable = Form.Consume(++trace, "1", "0", cards[1]).With("password", "0011223344556677");
        Assert.That(((await terminal.Post(Path, undecodable)).Status, await Pay(terminal, cards[1], Pin, true)), Is.EqualTo(("99", "00")));
        Assert.That(await Counted("terminal 10000002"), Is.EqualTo(1));
    }

    [Test]
    public async Task What_is_refused_with_65_costs_the_card_no_try()
    {
        var terminal = await PosTerminal.SignOn(host, PosTerminal.SigningTerminal);
        foreach (var card in cards.Take(Most))
        {
            await Pay(terminal, card, "111111", true);
        }

        await Pay(terminal, cards[15], "111111", true);

        Assert.That(await host.InDatabase(db => db.Cards.Where(row => row.Number == CardNumber.Of(cards[15])).Select(row => row.WrongPins).SingleAsync()), Is.Zero);
        Assert.That(await Counted("terminal 10000002"), Is.EqualTo(Most));
    }

    [Test]
    public async Task Guesses_at_once_are_all_counted()
    {
        PosTerminal[] terminals = [await PosTerminal.SignOn(host, PosTerminal.SigningTerminal), await PosTerminal.SignOn(host, PosTerminal.AesTerminal)];

        var codes = await Task.WhenAll(cards.Select((card, at) => Pay(terminals[at % 2], card, "111111", true)));

        Assert.That(codes.Count(code => code == "55"), Is.EqualTo(2 * Most));
        Assert.That(codes.Count(code => code == "65"), Is.EqualTo(cards.Length - (2 * Most)));
    }

    private const string Pin = "907142";

    private async Task<string> Pay(PosTerminal terminal, string card, string? pin, bool isSigned)
    {
        var form = Form.Consume(Interlocked.Increment(ref trace), pin is null ? "0" : "1", "1", card).With("terminalNo", terminal.Number);
        form = pin is null ? form : form.With("password", terminal.PinBlock(pin, card));
        return isSigned ? (await terminal.Post(Path, form)).Status : (await host.Post(Path, form)).Status;
    }

    private Task<int> Counted(string source) => host.InDatabase(db => db.PinFailures.Where(guesses => guesses.Source == source).Select(guesses => guesses.Count).SingleAsync());

    private Task<List<string>> Alerts() => host.InDatabase(async db =>
        (await db.Alerts.Where(alert => alert.Kind == AlertKind.PinGuessing).ToListAsync()).ConvertAll(alert => alert.Terminal!.Value));

    private Task<string[]> AddCards(int count) => host.InDatabase(async db =>
    {
        var pins = host.Services.GetRequiredService<IPinIssuing>();
        var product = await db.CardProducts.FirstAsync(row => row.RequiresPin);
        var (made, now) = (new List<Card>(), host.Time.GetUtcNow());
        var numbers = host.Services.GetRequiredService<Jpos.Infrastructure.Database.NumberSequence>();
        await numbers.Reserve(CancellationToken.None);
        for (var number = 99_000_000_001_000L; made.Count < count; number++)
        {
            made.Add(new Card(numbers.Next(), numbers.Next(), CardNumber.Of(WithCheckDigit($"99{number % 10_000_000_000_000:D13}")), product, CardState.Active, new Member(numbers.Next(), new("王", Grade.Green))));
        }

        foreach (var card in made)
        {
            card.SetPin(pins.MakePinVerifier(Pin, card.Id));
            var account = new Domain.Accounts.PointAccount(card.AccountId);
            var opening = Domain.Journal.TransactionJournal.BeginAdjustment(SerialNumber.Of(numbers.Next()), card, now.UtcDateTime, DateOnly.FromDateTime(now.UtcDateTime));
            account.Add(Domain.Points.Of(10m), DateOnly.FromDateTime(now.UtcDateTime).AddYears(1), Domain.Accounts.ProgrammeAccount.Adjustment, opening, numbers, DateOnly.FromDateTime(now.UtcDateTime));
            db.Accounts.Add(account);
            db.Cards.Add(card);
            db.Journal.Add(opening);
        }

        await db.SaveChangesAsync();
        return made.Select(card => card.Number.Value).ToArray();
    });

    private static string WithCheckDigit(string digits) =>
        Enumerable.Range(0, 10).Select(digit => $"{digits}{digit}").First(number => CardNumber.Of(number).HasCheckDigit);
}
