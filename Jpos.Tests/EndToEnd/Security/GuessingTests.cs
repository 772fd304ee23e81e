using Jpos.Domain;
using Jpos.Domain.Protocol;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.EndToEnd.Security;

/// <summary>Who guesses terminals, MACs or card numbers soon learns nothing more, and pushes nobody out (protocol §9).</summary>
internal sealed class GuessingTests
{
    private const string Path = "/v1/jpos/trans/consume";
    private const string CheckIn = "/v1/jpos/terminal/checkin";
    private const string Unknown = "99999990";
    private const string Known = PosTerminal.DesTerminal;
    private const string AtHome = Form.Terminal;
    private const string UnknownCard = "9900000000000101";

    [Test]
    public async Task An_address_that_is_refused_again_and_again_gets_65_whatever_it_tries_and_a_right_message_passes()
    {
        await using var host = await JposHost.Run([KeyValuePair.Create("Jpos:Limits:MostRefusedOfAddress", "3")]);
        var terminal = await PosTerminal.SignOn(host, PosTerminal.SigningTerminal);
        var guesses = new List<string>();
        foreach (var number in (string[])["99999991", "99999992", "10000003", "99999993", "10000003", "20000001", PosTerminal.SigningTerminal])
        {
            guesses.Add((await host.Post(Path, Form.Consume(1, cash: "1").With("terminalNo", number))).Status);
        }

        guesses.Add((await host.Post(Path, Form.Consume(1, cash: "1").With("storeNo", "999"))).Status);
        guesses.Add((await host.Post(Path, Form.Consume(1, cash: "1").With("password", new string('0', 32)))).Status);
        var right = await terminal.Post(Path, Form.Consume(1, cash: "1"));
        var checkIn = await terminal.CheckIn();
        host.Time.Advance(TimeSpan.FromMinutes(10));
        var later = await host.Post(Path, Form.Consume(1, cash: "1").With("terminalNo", "99999991"));

        Assert.That(string.Join(' ', guesses), Is.EqualTo("97 97 58 65 65 65 65 65 65"));
        Assert.That((right.Status, checkIn.Status, later.Status), Is.EqualTo(("00", "00", "97")));
        Assert.That(await host.InDatabase(db => db.Alerts.CountAsync(alert => alert.Kind == AlertKind.MacRefused)), Is.EqualTo(1), "a guesser cannot silence it");
    }

    [Test]
    public async Task A_host_that_starts_again_gives_a_guesser_no_further_guess()
    {
        await using var database = await TestDatabase.WithDemoData(Engine.Sqlite);
        KeyValuePair<string, string>[] limit = [KeyValuePair.Create("Jpos:Limits:MostRefusedOfAddress", "3")];
        var guesses = new List<string>();
        for (var start = 0; start < 3; start++)
        {
            await using var host = await JposHost.RunOn(database, limit);
            foreach (var number in (string[])["99999991", "99999992", "99999993", Known, PosTerminal.SigningTerminal])
            {
                guesses.Add((await host.Post(Path, Form.Consume(1, cash: "1").With("terminalNo", number))).Status);
            }
        }

        Assert.That(guesses[..3], Has.All.EqualTo("97"), "they use the limit up");
        Assert.That(guesses[3..], Has.All.EqualTo("65"), string.Join(' ', guesses));
    }

    [Test]
    public async Task A_guesser_cannot_tell_a_terminal_that_there_is_from_one_that_there_is_not()
    {
        await using var host = await JposHost.Run([KeyValuePair.Create("Jpos:Limits:MostRefusedOfAddress", "3")]);
        await host.Post(CheckIn, Form.CheckIn(AtHome));
        for (var time = 0; time < 3; time++)
        {
            await host.Post(Path, Form.Consume(1, cash: "1").With("terminalNo", Unknown));
        }

        var guesses = new List<string>();
        foreach (var number in (string[])[Unknown, Known, AtHome])
        {
            guesses.Add((await host.Post(CheckIn, Form.CheckIn(number))).Text);
            guesses.Add((await host.Post(Path, Form.Consume(1, cash: "1").With("terminalNo", number))).Text);
            guesses.Add((await host.Post("/v1/jpos/cards", Form.Query().With("terminalNo", number))).Text);
        }

        var isSignedOn = await host.InDatabase(db => db.Terminals.AnyAsync(terminal => terminal.Number == TerminalNumber.Of(Known) && terminal.SignedOnAt != null));
        host.Time.Advance(TimeSpan.FromMinutes(10));
        var later = await host.Post(CheckIn, Form.CheckIn(Known));

        Assert.That(guesses[3..6], Is.EqualTo(guesses[..3]), "not even by a letter");
        Assert.That(guesses[..3], Has.All.Contain("\"65\""));
        Assert.That(guesses[6..], Has.All.Contain("\"00\""), "who was at this address before the guesser still is");
        Assert.That((isSignedOn, later.Status), Is.EqualTo((false, "00")));
    }

    [Test]
    public async Task A_terminal_that_signs_comes_in_from_an_address_that_is_new_to_it()
    {
        await using var host = await JposHost.Run([KeyValuePair.Create("Jpos:Limits:MostRefusedOfAddress", "1")]);
        var terminal = await PosTerminal.SignOn(host, PosTerminal.SigningTerminal);
        await host.InDatabase(db => db.Terminals.ExecuteUpdateAsync(set => set.SetProperty(one => one.LastAddress, "192.0.2.1")));
        await host.Post(Path, Form.Consume(1, cash: "1").With("terminalNo", Unknown));

        var before = await terminal.CheckIn();
        var signed = await terminal.Post(Path, Form.Consume(1, cash: "1"));
        var after = await terminal.CheckIn();

        Assert.That((before.Status, signed.Status, after.Status), Is.EqualTo(("65", "00", "00")), "its MAC makes it at home there");
    }

    [Test]
    public async Task Unsigned_card_numbers_do_not_stop_what_a_terminal_signs()
    {
        await using var host = await JposHost.Run([KeyValuePair.Create("Jpos:Limits:MostRefusedCardsOfTerminal", "3")]);
        var terminal = await PosTerminal.SignOn(host, Form.Terminal);
        for (var time = 0; time < 5; time++)
        {
            await host.Post("/v1/jpos/cards", Form.Query(UnknownCard));
        }

        var unsigned = await host.Post("/v1/jpos/cards", Form.Query());
        var signed = await terminal.Post("/v1/jpos/cards", Form.Query());

        Assert.That((unsigned.Status, signed.Status), Is.EqualTo(("65", "00")));
    }

    [Test]
    public async Task A_terminal_that_sends_many_card_numbers_that_are_refused_is_stopped_for_a_while()
    {
        await using var host = await JposHost.Run([KeyValuePair.Create("Jpos:Limits:MostRefusedCardsOfTerminal", "3")]);
        await PosTerminal.SignOn(host, Form.Terminal);
        await PosTerminal.SignOn(host, PosTerminal.AesTerminal);
        var paid = Form.Consume(1, points: "1");
        var before = await host.Post(Path, paid);
        var guesses = new[]
        {
            (await host.Post(Path, Form.Consume(2, points: "1", card: UnknownCard))).Status,
            (await host.Post("/v1/jpos/cards", Form.Query(UnknownCard))).Status,
            (await host.Post("/v1/jpos/tickets", Form.Query(UnknownCard))).Status,
            (await host.Post("/v1/jpos/cards", Form.Query())).Status,
            (await host.Post(Path, Form.Consume(3, points: "1"))).Status,
        };

        var replayed = await host.Post(Path, paid);
        var reversed = await host.Post("/v1/jpos/trans/consumeReversal", paid);
        var ofAnother = await host.Post("/v1/jpos/cards", Form.Query().With("terminalNo", PosTerminal.AesTerminal));
        host.Time.Advance(TimeSpan.FromMinutes(10));
        var later = await host.Post("/v1/jpos/cards", Form.Query());

        Assert.That(string.Join(' ', guesses), Is.EqualTo("14 14 14 65 65"));
        Assert.That((replayed.Text, reversed.Status, ofAnother.Status, later.Status), Is.EqualTo((before.Text, "00", "00", "00")), "what it has done can be repeated and undone");
    }
}
