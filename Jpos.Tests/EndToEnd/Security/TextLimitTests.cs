using System.Globalization;
using System.Text;
using Jpos.Domain;
using Jpos.Infrastructure.Maintenance;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd.Security;

/// <summary>Who captures a signed sendVerifyCode sends no second text with it; all texts together have a budget (protocol §7, §9).</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.PostgreSqlOrEach))]
internal sealed class TextLimitTests(Engine engine)
{
    private const string Path = "/v1/jpos/mobile/sendVerifyCode";
    private const string Mobile = "13912340001";

    private readonly Texts texts = new();

    [TearDown]
    public void Forget() => texts.Forget();

    [OneTimeTearDown]
    public void RemoveTexts() => texts.Dispose();

    [TestCase(PosTerminal.SigningTerminal)]
    [TestCase(Form.Terminal)]
    [TestCase(PosTerminal.AesTerminal)]
    public async Task A_copy_gets_the_first_answer_sends_no_text_and_voids_no_code(string number)
    {
        await using var host = await JposHost.Borrow([texts.AsSetting()], engine: engine);
        var terminal = await PosTerminal.SignOn(host, number);
        var (body, mac, seconds) = Signed(host, terminal, Mobile);
        var first = await Send(host, body, mac, seconds);
        host.Time.Advance(TimeSpan.FromSeconds(90));

        var copy = await Send(host, body, mac, seconds);
        var inLowerCase = await Send(host, body, mac.ToLowerInvariant(), seconds);
        var own = await terminal.Post(Path, Ask(number, "13912340002"));

        Assert.That((first.Status, copy.Text, inLowerCase.Text, own.Status), Is.EqualTo(("00", first.Text, first.Text, "00")));
        Assert.That(texts.All().Select(text => text.Mobile), Is.EqualTo(new[] { Mobile, "13912340002" }));
        Assert.That(await host.InDatabase(db => db.VerifyCodes.CountAsync(code => !code.IsUsed)), Is.EqualTo(2));
    }

    [Test]
    public async Task A_copy_of_what_was_refused_sends_nothing_either()
    {
        await using var host = await JposHost.Borrow([texts.AsSetting()], engine: engine);
        var terminal = await PosTerminal.SignOn(host, PosTerminal.SigningTerminal);
        await terminal.Post(Path, Ask(terminal.Number, Mobile));
        host.Time.Advance(TimeSpan.FromSeconds(1));
        var (body, mac, seconds) = Signed(host, terminal, Mobile);
        var refused = await Send(host, body, mac, seconds);
        host.Time.Advance(TimeSpan.FromSeconds(90));

        var copy = await Send(host, body, mac, seconds);
        var anew = await terminal.Post(Path, Ask(terminal.Number, Mobile));

        Assert.That((refused.Status, copy.Text, anew.Status, texts.All().Count), Is.EqualTo(("65", refused.Text, "00", 2)));
    }

    [Test]
    public async Task Copies_at_once_send_one_text()
    {
        await using var host = await JposHost.Borrow([texts.AsSetting()], engine: engine);
        var terminal = await PosTerminal.SignOn(host, PosTerminal.SigningTerminal);
        var (body, mac, seconds) = Signed(host, terminal, Mobile);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Send(host, body, mac, seconds)));

        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo("00"));
        Assert.That(texts.All(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_message_that_no_text_came_of_may_be_tried_again()
    {
        // There is no gateway.
        await using var host = await JposHost.Borrow(engine: engine);
        var terminal = await PosTerminal.SignOn(host, PosTerminal.SigningTerminal);
        var (body, mac, seconds) = Signed(host, terminal, Mobile);
        var first = await Send(host, body, mac, seconds);
        host.Time.Advance(TimeSpan.FromSeconds(90));

        var again = await Send(host, body, mac, seconds);

        Assert.That((first.Status, again.Status), Is.EqualTo(("92", "92")), "and no copy is told that a text went out");
    }

    [Test]
    public async Task Answers_are_kept_no_longer_than_their_macs_are_accepted()
    {
        await using var host = await JposHost.Borrow([texts.AsSetting()], engine: engine);
        var (one, other) = (await PosTerminal.SignOn(host, PosTerminal.SigningTerminal), await PosTerminal.SignOn(host, PosTerminal.AesTerminal));
        var (body, mac, seconds) = Signed(host, one, Mobile);
        await Send(host, body, mac, seconds);
        await other.Post(Path, Ask(other.Number, "13912340002"));
        host.Time.Advance(TimeSpan.FromSeconds(301));

        var late = await Send(host, body, mac, seconds);
        await one.Post(Path, Ask(one.Number, "13912340003"));
        var ofOne = await host.InDatabase(db => db.StoredAnswers.CountAsync(answered => answered.Terminal == Domain.Protocol.TerminalNumber.Of(one.Number)));
        host.Time.Advance(TimeSpan.FromSeconds(301));
        await host.Services.GetRequiredService<RetentionJob>().Run(CancellationToken.None);

        Assert.That((late.Status, ofOne, await host.InDatabase(db => db.StoredAnswers.CountAsync())), Is.EqualTo(("A0", 1, 0)));
    }

    [Test]
    public async Task All_texts_of_an_hour_have_a_budget_and_the_back_office_hears_of_it_at_80_percent()
    {
        await using var host = await JposHost.Borrow([texts.AsSetting(), KeyValuePair.Create("Jpos:Sms:MostTextsInHour", "5")], engine: engine);
        PosTerminal[] terminals = [await PosTerminal.SignOn(host, PosTerminal.SigningTerminal), await PosTerminal.SignOn(host, PosTerminal.AesTerminal)];
        var seen = new List<string>();
        for (var text = 0; text < 6; text++)
        {
            var status = (await terminals[text % 2].Post(Path, Ask(terminals[text % 2].Number, $"1391234000{text}"))).Status;
            seen.Add($"{status}/{await host.InDatabase(db => db.Alerts.CountAsync(alert => alert.Kind == AlertKind.TextBudget))}");
        }

        host.Time.Advance(TimeSpan.FromHours(1));
        terminals[0].TakeKeys(await terminals[0].CheckIn());
        var later = await terminals[0].Post(Path, Ask(terminals[0].Number, Mobile));

        Assert.That((string.Join(' ', seen), later.Status, texts.All().Count), Is.EqualTo(("00/0 00/0 00/0 00/1 00/1 65/1", "00", 6)));
    }

    private static Form Ask(string terminal, string mobile) => Form.Of(("storeNo", Form.Store), ("terminalNo", terminal), ("mobileNo", mobile));

    private static (byte[] Body, string Mac, string Seconds) Signed(JposHost host, PosTerminal terminal, string mobile)
    {
        var body = Encoding.ASCII.GetBytes($"storeNo={Form.Store}&terminalNo={terminal.Number}&mobileNo={mobile}");
        var seconds = host.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return (body, terminal.Mac(Path, seconds, body), seconds);
    }

    private static async Task<TerminalAnswerText> Send(JposHost host, byte[] body, string mac, string seconds)
    {
        using var request = PosTerminal.Request(Path, body, mac, seconds);
        using var response = await host.Http.SendAsync(request);
        return await TerminalAnswerText.Read(response);
    }
}
