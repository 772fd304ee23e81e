using System.Net;
using System.Text.Json;
using Jpos.Application.Ports;
using Jpos.Domain.Access;
using Jpos.Domain.Keys;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd.Security;

/// <summary>PINs over HTTP: decoded, compared, counted (protocol §2 rows 13 to 15, §9).</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[TestFixture(SecurityHost.Software)]
[TestFixture(SecurityHost.Token)]
internal sealed class PinTests(string module)
{
    private const string Path = "/v1/jpos/trans/consume";
    private const string Pin = "123456";
    private const string Sm4Terminal = "10000006";
    private const string Sm4MasterKey = "0123456789ABCDEFFEDCBA9876543210";

    private JposHost host = null!;
    private int trace;

    private static TestCaseData[] Profiles =>
    [
        new(Form.Terminal, false),
        new(Form.Terminal, true),
        new(PosTerminal.SigningTerminal, true),
        new(PosTerminal.AesTerminal, false),
        new(PosTerminal.AesTerminal, true),
        new(PosTerminal.DesTerminal, false),
        new(Sm4Terminal, true),
    ];

    [SetUp]
    public async Task Start() => host = await SecurityHost.Borrow(module);

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCaseSource(nameof(Profiles))]
    public async Task A_right_pin_pays_and_a_wrong_one_does_not(string number, bool isSigned)
    {
        var terminal = await SignOn(number);

        var wrong = await Pay(terminal, "654321", isSigned);
        var right = await Pay(terminal, Pin, isSigned);

        Assert.That((wrong, right, await Counts()), Is.EqualTo(("55", "00", (0, 0))), "a right PIN forgives the wrong one");
    }

    [Test]
    public async Task The_third_wrong_pin_is_75_and_ten_in_a_row_are_38()
    {
        var terminal = await SignOn(Form.Terminal);
        var codes = new List<string>();
        for (var day = 0; day < 4; day++)
        {
            for (var time = 0; time < 4; time++)
            {
                codes.Add(await Pay(terminal, "0000"));
            }

            host.Time.Advance(TimeSpan.FromDays(1));
        }

        codes.Add(await Pay(terminal, Pin));
        Assert.That(string.Join(' ', codes), Is.EqualTo("55 55 75 75 55 55 75 75 55 55 75 75 75 38 38 38 38"));
    }

    [Test]
    public async Task With_its_tries_used_up_a_card_still_pays_without_its_pin_where_none_is_needed()
    {
        var terminal = await SignOn(Form.Terminal);
        for (var time = 0; time < 3; time++)
        {
            await Pay(terminal, "0000");
        }

        var cash = await host.Post(Path, Next("0", "10"));
        var pointsWithout = await host.Post(Path, Next("10", "0"));

        Assert.That((cash.Status, pointsWithout.Status), Is.EqualTo(("00", "75")));
    }

    [Test]
    public async Task A_block_that_does_not_decode_is_99_and_costs_no_try()
    {
        var terminal = await SignOn(Form.Terminal);
        var ofAnotherCard = terminal.PinBlock(Pin, Form.GoldCard);

        var answers = new[] { await Send(Next("10", "0").With("password", "0011223344556677")), await Send(Next("10", "0").With("password", ofAnotherCard)) };

        Assert.That((string.Join(' ', answers), await Counts()), Is.EqualTo(("99 99", (0, 0))));
    }

    [Test]
    public async Task A_repeat_costs_no_try_and_learns_nothing()
    {
        var terminal = await SignOn(Form.Terminal);
        var wrong = Next("10", "0");
        var answers = new List<string>();
        for (var pin = 0; pin < 5; pin++)
        {
            answers.Add(await Send(wrong.With("password", terminal.PinBlock($"000{pin}", Form.PinCard))));
        }

        answers.Add(await Send(wrong.With("password", terminal.PinBlock(Pin, Form.PinCard))));
        Assert.That((string.Join(' ', answers), await Counts()), Is.EqualTo(("55 55 55 55 55 55", (1, 1))));
    }

    [Test]
    public async Task A_reversal_asks_for_no_pin_and_costs_no_try()
    {
        var terminal = await SignOn(Form.Terminal);
        var paid = Next("10", "0").With("password", terminal.PinBlock(Pin, Form.PinCard));
        await Send(paid);

        var reversed = await host.Post("/v1/jpos/trans/consumeReversal", paid.With("password", terminal.PinBlock("0000", Form.PinCard)));

        Assert.That((reversed.Status, reversed.Balance, await Counts()), Is.EqualTo(("00", 100m, (0, 0))));
    }

    [Test]
    public async Task A_pin_under_other_keys_than_the_mac_is_99()
    {
        var first = await SignOn(PosTerminal.SigningTerminal);
        var block = first.PinBlock(Pin, Form.PinCard);
        var second = await SignOn(PosTerminal.SigningTerminal);

        Assert.That((await second.Post(Path, Next("10", "0").With("password", block))).Status, Is.EqualTo("99"));
    }

    [Test]
    public async Task Without_macs_a_pin_confirms_the_keys_that_it_decodes_under()
    {
        var first = await SignOn(Form.Terminal);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        var second = await SignOn(Form.Terminal);

        var underOld = await Pay(first, Pin);
        var underNew = await Pay(second, Pin);
        var underOldAgain = await Pay(first, Pin);

        Assert.That((underOld, underNew, underOldAgain), Is.EqualTo(("00", "00", "99")));
    }

    [Test]
    public async Task Two_wrong_pins_at_once_are_two()
    {
        var terminal = await SignOn(Form.Terminal);
        var messages = Enumerable.Range(0, 2).Select(_ => Next("10", "0").With("password", terminal.PinBlock("0000", Form.PinCard))).ToList();

        await Task.WhenAll(messages.Select(Send));

        Assert.That(await Counts(), Is.EqualTo((2, 2)));
    }

    [Test]
    public async Task A_verifier_that_is_copied_to_another_card_is_no_pin_there()
    {
        var terminal = await SignOn(Form.Terminal);
        await host.InDatabase(async db =>
        {
            var verifier = (await db.Cards.SingleAsync(card => card.Number == CardNumber.Of(Form.PinCard))).PinVerifier;
            await db.Cards.Where(card => card.Number == CardNumber.Of(Form.GoldCard)).ExecuteUpdateAsync(set => set.SetProperty(card => card.PinVerifier, verifier));
        });

        var copied = await Send(Form.Consume(++trace, "10", "0").With("password", terminal.PinBlock(Pin, Form.GoldCard)));

        Assert.That((copied, await Pay(terminal, Pin)), Is.EqualTo(("55", "00")));
    }

    [TestCase("")]
    [TestCase("00")]
    public async Task A_verifier_that_is_damaged_is_no_pin(string damaged)
    {
        var terminal = await SignOn(Form.Terminal);
        await host.InDatabase(db => db.Cards.Where(card => card.Number == CardNumber.Of(Form.PinCard)).ExecuteUpdateAsync(set => set.SetProperty(card => card.PinVerifier, Convert.FromHexString(damaged))));

        Assert.That(await Pay(terminal, Pin), Is.EqualTo("55"));
    }

    [Test]
    public async Task A_card_that_lost_its_verifier_cannot_spend()
    {
        var terminal = await SignOn(Form.Terminal);
        await host.InDatabase(db => db.Cards.Where(card => card.Number == CardNumber.Of(Form.PinCard)).ExecuteUpdateAsync(set => set.SetProperty(card => card.PinVerifier, (byte[]?)null)));

        var answers = new[]
        {
            await Send(Next("10", "0")), await Pay(terminal, Pin), await Send(Next("10", "0").With("password", "0011223344556677")), await Send(Next("0", "10")),
            await Send(Next("10", "0").With("consumeType", "021").With("track2", $"{Form.PinCard}=4912")),
        };

        Assert.That(string.Join(' ', answers), Is.EqualTo("57 57 99 00 30"));
    }

    [Test]
    public async Task A_replaced_card_has_no_pin_until_one_is_set()
    {
        const string Replacement = "9900000000000127";
        var terminal = await SignOn(Form.Terminal);
        var replaced = await (await BackOfficeClient.Of(host, Role.Manager)).Post($"cards/{Form.PinCard}/replacement", new { newNumber = Replacement, reason = "worn" });

        var without = await Send(Form.Consume(++trace, "10", "0", Replacement).With("password", terminal.PinBlock(Pin, Replacement)));
        var set = await (await BackOfficeClient.Of(host, Role.SecurityOfficer)).Post($"cards/{Replacement}/pin", new { reason = "new card" });
        var with = await Send(Form.Consume(++trace, "10", "0", Replacement).With("password", terminal.PinBlock(set["pin"]!, Replacement)));

        Assert.That((replaced.Status, without, with), Is.EqualTo((HttpStatusCode.OK, "57", "00")), set.Text);
    }

    [TestCase("tripleDes", 16)]
    [TestCase("aes128", 32)]
    [TestCase("sm4", 32)]
    public async Task A_pin_comes_as_a_block_under_a_transport_key(string form, int digits)
    {
        var officer = await BackOfficeClient.Of(host, Role.SecurityOfficer);
        var crypto = form switch { "tripleDes" => TerminalCrypto.TripleDes, "aes128" => TerminalCrypto.Aes, _ => TerminalCrypto.Sm4 };
        var key = Convert.FromHexString(TransportKeys.Key);
        var loaded = await TransportKeys.Load(officer, "mailer", form);
        Assert.That(loaded.Status, Is.EqualTo(HttpStatusCode.Created), loaded.Text);
        var block = Convert.ToHexString(crypto.PinBlock(key, "907142", Form.PinCard));

        var set = await officer.Post($"cards/{Form.PinCard}/pin", new { reason = "changed at the desk", pinBlock = block, transportKey = "mailer" });

        var terminal = await SignOn(Form.Terminal);
        Assert.That((set.Status, set.Json.GetProperty("pin").ValueKind), Is.EqualTo((HttpStatusCode.OK, JsonValueKind.Null)), set.Text);
        Assert.That(block, Has.Length.EqualTo(digits));
        Assert.That((await Pay(terminal, Pin), await Pay(terminal, "907142")), Is.EqualTo(("55", "00")));
    }

    private async Task<PosTerminal> SignOn(string number)
    {
        if (number != Sm4Terminal)
        {
            return await PosTerminal.SignOn(host, number);
        }

        await host.InDatabase(async db =>
        {
            var wrapped = host.Services.GetRequiredService<IKeyManagement>().WrapMasterKey(TerminalNumber.Of(number), KeyAlgorithm.Sm4, Convert.FromHexString(Sm4MasterKey));
            db.Terminals.Add(new Terminal(TerminalNumber.Of(number), StoreNumber.Of(Form.Store), KeyAlgorithm.Sm4, wrapped));
            await db.SaveChangesAsync();
        });
        return await PosTerminal.SignOn(host, number, TerminalCrypto.Sm4, Sm4MasterKey);
    }

    private async Task<string> Pay(PosTerminal terminal, string pin, bool isSigned = false)
    {
        var form = Next("10", "0").With("terminalNo", terminal.Number).With("password", terminal.PinBlock(pin, Form.PinCard));
        return isSigned ? (await terminal.Post(Path, form)).Status : await Send(form);
    }

    private async Task<string> Send(Form form) => (await host.Post(Path, form)).Status;

    private Form Next(string points, string cash) => Form.Consume(++trace, points, cash, Form.PinCard);

    private Task<(int InARow, int Today)> Counts() => host.InDatabase(async db =>
    {
        var card = await db.Cards.SingleAsync(row => row.Number == CardNumber.Of(Form.PinCard));
        return (card.WrongPins, card.WrongPinsToday);
    });
}
