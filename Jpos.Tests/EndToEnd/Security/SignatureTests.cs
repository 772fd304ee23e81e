using System.Globalization;
using Jpos.Domain;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.EndToEnd.Security;

/// <summary>A terminal that has to sign, over HTTP: what it signs passes, and whatever a stranger makes of it does not (protocol §9).</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[TestFixture(SecurityHost.Software)]
[TestFixture(SecurityHost.Token)]
internal sealed class SignatureTests(string module)
{
    private const string Path = "/v1/jpos/trans/consume";
    private const string ReversalPath = "/v1/jpos/trans/consumeReversal";

    private static readonly Form Consume = Form.Consume(1, points: "10", cash: "90");

    private JposHost host = null!;
    private PosTerminal terminal = null!;

    private static IEnumerable<TestCaseData> Spoilt()
    {
        TestCaseData Case(string name, Action<HttpRequestMessage> change) => new TestCaseData(change).SetArgDisplayNames(name);
        yield return Case("without a MAC", request => request.Headers.Remove("X-Jpos-Mac"));
        yield return Case("without a time", request => request.Headers.Remove("X-Jpos-Time"));
        yield return Case("with a wrong MAC", request => Replace(request, "X-Jpos-Mac", "0011223344556677"));
        yield return Case("with half of its MAC", request => Replace(request, "X-Jpos-Mac", Mac(request)[..8]));
        yield return Case("with a MAC and more", request => Replace(request, "X-Jpos-Mac", Mac(request) + "00"));
        yield return Case("with its MAC twice", request => request.Headers.Add("X-Jpos-Mac", Mac(request)));
        yield return Case("with what is no MAC", request => Replace(request, "X-Jpos-Mac", "nonsense"));
        yield return Case("signed for another path", request => request.RequestUri = new Uri("/v1/trans/consume", UriKind.Relative));
        yield return Case("replayed as its reversal", request => request.RequestUri = new Uri(ReversalPath, UriKind.Relative));
        yield return Case("with another time", request => Replace(request, "X-Jpos-Time", "1772424001"));
        yield return Case("with another body", request => request.Content = Consume.With("terminalNo", PosTerminal.SigningTerminal).With("cashAmount", "91").ToContent());
    }

    [SetUp]
    public async Task SignOn()
    {
        host = await SecurityHost.Borrow(module);
        terminal = await PosTerminal.SignOn(host, PosTerminal.SigningTerminal);
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCaseSource(nameof(Spoilt))]
    public async Task What_is_not_rightly_signed_is_A0_moves_nothing_and_leaves_the_terminal_signed_on(Action<HttpRequestMessage> change)
    {
        var spoilt = await terminal.Post(Path, Consume, change);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((spoilt.Status, spoilt.Mac, await Journalled()), Is.EqualTo(("A0", (string?)null, 0)));
            Assert.That(await Alerts(), Is.EqualTo(1));
            Assert.That((await terminal.Post(Path, Consume)).Status, Is.EqualTo("00"), "its key is not burnt, and its session stands");
        }
    }

    [Test]
    public async Task A_signed_consume_works_and_its_answer_verifies()
    {
        var answer = await terminal.Post(Path, Consume);

        Assert.That((answer.Status, answer.IsVerified, answer.Answer.Balance, await Alerts()), Is.EqualTo(("00", true, 991.35m, 0)));
    }

    [Test]
    public async Task Every_answer_to_a_signed_message_is_signed_declines_and_repeats_too()
    {
        var consumed = await terminal.Post(Path, Consume);
        var repeated = await terminal.Post(Path, Consume);
        var declined = await terminal.Post(Path, Form.Consume(2, points: "5000"));
        var otherBatch = await terminal.Post(Path, Form.Consume(3, cash: "1", batch: "000009"));
        var reversed = await terminal.Post(ReversalPath, Consume);
        var queried = await terminal.Post("/v1/jpos/cards?source=till", Form.Query());

        using (Assert.EnterMultipleScope())
        {
            SignedAnswer[] all = [consumed, repeated, declined, otherBatch, reversed];
            Assert.That(all.Select(answer => (answer.Status, answer.IsVerified)), Is.EqualTo(new[] { ("00", true), ("00", true), ("51", true), ("77", true), ("00", true) }));
            Assert.That(repeated.Answer.Text, Is.EqualTo(consumed.Answer.Text));
            Assert.That((queried.Status, queried.IsVerified), Is.EqualTo(("00", true)), "what follows the path is not signed");
        }
    }

    [Test]
    public async Task A_mac_may_be_in_small_letters()
    {
        var answer = await terminal.Post(Path, Consume, request => Replace(request, "X-Jpos-Mac", Mac(request).ToLowerInvariant()));

        Assert.That((answer.Status, answer.IsVerified), Is.EqualTo(("00", true)), "the answer's MAC is over the message's as it was sent");
    }

    [TestCase(301, "A0")]
    [TestCase(300, "00")]
    public async Task A_message_is_good_for_300_seconds(int seconds, string code)
    {
        var at = host.Time.GetUtcNow().ToUnixTimeSeconds();
        host.Time.Advance(TimeSpan.FromSeconds(seconds));

        using var content = Consume.With("terminalNo", terminal.Number).ToContent();
        var body = await content.ReadAsByteArrayAsync();
        var answer = await terminal.Post(Path, Consume, request => SignFor(request, Path, body, at));

        Assert.That(answer.Status, Is.EqualTo(code));
    }

    [Test]
    public async Task A_form_in_parts_is_signed_by_its_bytes()
    {
        using var parts = new MultipartFormDataContent();
        foreach (var (name, value) in Consume.With("terminalNo", terminal.Number).Fields)
        {
            parts.Add(new StringContent(value), name);
        }

        var body = await parts.ReadAsByteArrayAsync();
        var answer = await terminal.Post(Path, Consume, request =>
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = parts.Headers.ContentType;
            SignFor(request, Path, body);
        });

        Assert.That((answer.Status, answer.IsVerified), Is.EqualTo(("00", true)));
    }

    [Test]
    public async Task A_lost_check_in_answer_does_not_lock_the_terminal_out()
    {
        await terminal.Post(Path, Consume);
        await terminal.CheckIn();

        Assert.That((await terminal.Post(ReversalPath, Consume)).Status, Is.EqualTo("00"), "it goes on with the keys that it has");
    }

    [Test]
    public async Task Strangers_check_ins_do_not_lock_the_terminal_out()
    {
        await terminal.Post(Path, Consume);
        for (var time = 0; time < 10; time++)
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            await terminal.CheckIn();
        }

        var after = await terminal.Post(ReversalPath, Consume);
        terminal.TakeKeys(await terminal.CheckIn());
        var withNewKeys = await terminal.Post(Path, Form.Consume(2, cash: "1"));

        Assert.That((after.Status, withNewKeys.Status, withNewKeys.IsVerified), Is.EqualTo(("00", "00", true)));
    }

    [Test]
    public async Task Old_keys_end_with_the_first_message_under_new_ones()
    {
        var old = await PosTerminal.SignOn(host, PosTerminal.SigningTerminal);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        terminal.TakeKeys(await terminal.CheckIn());

        var before = await old.Post(Path, Form.Consume(1, cash: "1"));
        var withNew = await terminal.Post(Path, Form.Consume(2, cash: "1"));
        var after = await old.Post(Path, Form.Consume(3, cash: "1"));

        Assert.That((before.Status, withNew.Status, after.Status), Is.EqualTo(("00", "00", "A0")));
    }

    [Test]
    public async Task A_query_is_signed_too_and_its_first_mac_confirms_the_keys()
    {
        var first = await terminal.Post("/v1/jpos/cards", Form.Query());
        var second = await terminal.Post("/v1/jpos/cards", Form.Query());

        var confirmed = await host.InDatabase(db => db.Terminals.Include(row => row.Keys).SelectMany(row => row.Keys).CountAsync(pair => pair.IsConfirmed));
        Assert.That((first.Status, first.IsVerified, second.Status, confirmed), Is.EqualTo(("00", true, "00", 1)));
    }

    [Test]
    public async Task An_unsigned_query_of_a_terminal_that_has_to_sign_is_A0_and_raises_an_alert()
    {
        var answers = new List<string>();
        for (var time = 0; time < 3; time++)
        {
            answers.Add((await host.Post("/v1/jpos/cards", Form.Query().With("terminalNo", PosTerminal.SigningTerminal))).Status);
        }

        Assert.That((string.Join(' ', answers), await Alerts()), Is.EqualTo(("A0 A0 A0", 1)), "one alert an hour");
    }

    [Test]
    public async Task A_terminal_that_may_sign_is_held_to_it_when_it_does()
    {
        var optional = await PosTerminal.SignOn(host, Form.Terminal);

        var right = await optional.Post(Path, Consume);
        var wrong = await optional.Post(Path, Form.Consume(2, cash: "1"), request => Replace(request, "X-Jpos-Mac", "0011223344556677"));
        var unsigned = await host.Post(Path, Form.Consume(3, cash: "1"));

        Assert.That((right.Status, right.IsVerified, wrong.Status, unsigned.Status), Is.EqualTo(("00", true, "A0", "00")));
    }

    [Test]
    public async Task A_terminal_without_macs_has_its_headers_ignored()
    {
        var off = await PosTerminal.SignOn(host, PosTerminal.DesTerminal);

        var answer = await off.Post(Path, Consume, request => Replace(request, "X-Jpos-Mac", "0011223344556677"));

        Assert.That((answer.Status, answer.Mac), Is.EqualTo(("00", (string?)null)));
    }

    private void SignFor(HttpRequestMessage request, string path, byte[] body, long? at = null)
    {
        var seconds = (at ?? host.Time.GetUtcNow().ToUnixTimeSeconds()).ToString(CultureInfo.InvariantCulture);
        Replace(request, "X-Jpos-Mac", terminal.Mac(path, seconds, body));
        Replace(request, "X-Jpos-Time", seconds);
    }

    private Task<int> Journalled() => host.InDatabase(db => db.Journal.CountAsync(entry => entry.BatchId != null));

    private Task<int> Alerts() => host.InDatabase(db => db.Alerts.CountAsync(alert => alert.Kind == AlertKind.MacRefused));

    private static string Mac(HttpRequestMessage request) => request.Headers.GetValues("X-Jpos-Mac").Single();

    private static void Replace(HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        request.Headers.Add(name, value);
    }
}
