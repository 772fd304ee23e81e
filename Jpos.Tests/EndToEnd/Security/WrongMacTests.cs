using System.Globalization;
using System.Net;
using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Domain.Protocol;
using Jpos.Tests.Hosting;
using Jpos.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.EndToEnd.Security;

/// <summary>Wrong MACs cost the host little, and the terminals beside them nothing (protocol §9).</summary>
internal sealed class WrongMacTests
{
    private const string Path = "/v1/jpos/trans/consume";
    private const int Limit = 5;

    private static readonly KeyValuePair<string, string>[] Limited = [KeyValuePair.Create("Jpos:Limits:MostRefusedOfAddress", $"{Limit}")];

    [Test]
    public async Task What_is_over_the_limit_is_refused_without_a_look_into_the_database_and_without_cryptography()
    {
        var sent = new SentStatements();
        var macs = new MacWatch();
        await using var host = await JposHost.Run(Limited, services => macs.Watch(services.Intercept(sent)));
        await PosTerminal.SignOn(host, PosTerminal.SigningTerminal);
        var codes = new List<string>();
        for (var time = 0; time < Limit + BlockedAddress.Burst; time++)
        {
            codes.Add(await PostWrong(host));
        }

        sent.Take();
        var before = macs.Count;
        foreach (var terminal in (string[])[PosTerminal.SigningTerminal, PosTerminal.SigningTerminal])
        {
            codes.Add(await PostWrong(host, terminal));
        }

        Assert.That(codes, Is.EqualTo([.. Enumerable.Repeat("A0", Limit), .. Enumerable.Repeat("65", BlockedAddress.Burst + 2)]));
        Assert.That((sent.Take().Count, macs.Count - before), Is.EqualTo((0, 0)), "statements, MACs");
    }

    [Test]
    public async Task Unknown_terminals_over_the_limit_are_refused_without_a_look_into_the_database()
    {
        var sent = new SentStatements();
        await using var host = await JposHost.Run(Limited, services => services.Intercept(sent));
        for (var time = 0; time < Limit + BlockedAddress.Burst; time++)
        {
            await PostWrong(host, $"9{time:D7}");
        }

        sent.Take();
        var code = await PostWrong(host, "99999999");

        Assert.That((code, sent.Take().Count), Is.EqualTo(("65", 0)));
    }

    [Test]
    public async Task A_terminal_that_signs_right_comes_in_beside_wrong_macs_of_another_at_its_address()
    {
        await using var host = await JposHost.Run(Limited);
        await PosTerminal.SignOn(host, PosTerminal.SigningTerminal);
        var right = await PosTerminal.SignOn(host, PosTerminal.AesTerminal);
        for (var time = 0; time < Limit + (2 * BlockedAddress.Burst); time++)
        {
            await PostWrong(host);
        }

        var first = await right.Post(Path, Form.Consume(1, cash: "1"));
        right.TakeKeys(await right.CheckIn());
        var withNewKeys = await right.Post(Path, Form.Consume(2, cash: "1"));

        Assert.That((first.Status, withNewKeys.Status), Is.EqualTo(("00", "00")));
    }

    [TestCase(PosTerminal.SigningTerminal, true)]
    [TestCase(Form.Terminal, false)]
    public async Task A_terminal_that_was_silent_comes_in_beside_numbers_of_no_terminal_at_its_address(string number, bool signs)
    {
        await using var host = await JposHost.Run(Limited);
        var terminal = await PosTerminal.SignOn(host, number);
        host.Time.Advance(TimeSpan.FromMinutes(2));
        for (var time = 0; time < Limit + (2 * BlockedAddress.Burst); time++)
        {
            await PostWrong(host, $"9{time:D7}");
        }

        var form = Form.Consume(1, cash: "1");
        var status = signs ? (await terminal.Post(Path, form)).Status : (await host.Post(Path, form)).Status;

        Assert.That(status, Is.EqualTo("00"));
    }

    [Test]
    public async Task A_terminal_comes_in_again_a_moment_after_a_flood_of_wrong_macs_under_its_own_number()
    {
        await using var host = await JposHost.Run(Limited);
        var terminal = await PosTerminal.SignOn(host, PosTerminal.SigningTerminal);
        for (var time = 0; time < Limit + BlockedAddress.Burst; time++)
        {
            await PostWrong(host);
        }

        var during = await terminal.Post(Path, Form.Consume(1, cash: "1"));
        host.Time.Advance(TimeSpan.FromSeconds(1));
        var after = await terminal.Post(Path, Form.Consume(1, cash: "1"));

        Assert.That((during.Status, after.Status), Is.EqualTo(("65", "00")));
    }

    [Test]
    public async Task A_verification_that_takes_long_holds_up_no_other_terminal()
    {
        var macs = new MacWatch();
        await using var host = await JposHost.Run(services: macs.Watch);
        await PosTerminal.SignOn(host, PosTerminal.SigningTerminal);
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
        using var hold = macs.Hold();
        var slow = Task.Run(() => PostWrong(host));
        await hold.Reached;

        var other = await host.Post(Path, Form.Consume(1, cash: "1")).WaitAsync(TimeSpan.FromSeconds(15));
        hold.Release();

        Assert.That((other.Status, await slow), Is.EqualTo(("00", "A0")));
    }

    [Test]
    public async Task A_mac_under_keys_that_ended_while_it_was_verified_is_refused()
    {
        var macs = new MacWatch();
        await using var host = await JposHost.Run(services: macs.Watch);
        var terminal = await PosTerminal.SignOn(host, PosTerminal.SigningTerminal);
        Assert.That((await terminal.Post(Path, Form.Consume(1, cash: "1"))).Status, Is.EqualTo("00"));
        using var hold = macs.Hold();
        var old = Task.Run(() => terminal.Post(Path, Form.Consume(2, cash: "1")));
        await hold.Reached;
        var again = new PosTerminal(host.Http, host.Time, PosTerminal.SigningTerminal);
        again.TakeKeys(await again.CheckIn());
        host.Time.Advance(TimeSpan.FromSeconds(1));
        await host.InDatabase(async db =>
        {
            var row = await db.Terminals.SingleAsync(one => one.Number == TerminalNumber.Of(PosTerminal.SigningTerminal));
            await db.Entry(row).Collection(one => one.Keys).LoadAsync();
            row.Confirm(row.NewestFirst().First());
            await db.SaveChangesAsync();
        });
        hold.Release();

        Assert.That(((await old).Status, (await again.Post(Path, Form.Consume(3, cash: "1"))).Status), Is.EqualTo(("A0", "00")));
    }

    private static async Task<string> PostWrong(JposHost host, string terminal = PosTerminal.SigningTerminal)
    {
        using var content = Form.Consume(1, cash: "1").With("terminalNo", terminal).ToContent();
        var seconds = host.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = PosTerminal.Request(Path, await content.ReadAsByteArrayAsync(), "0123456789ABCDEF", seconds);
        using var response = await host.Http.SendAsync(request);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return (await TerminalAnswerText.Read(response)).Status;
    }
}
