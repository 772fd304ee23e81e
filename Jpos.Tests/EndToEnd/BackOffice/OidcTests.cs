using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Security.Cryptography;
using Jpos.Domain.Access;
using Jpos.Tests.EndToEnd.Security;
using Jpos.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>Whom the tokens of an OpenID Connect provider let in, and whom they do not.</summary>
internal sealed class OidcTests
{
    private static readonly string[] Everywhere = ["*"];

    private readonly ConcurrentBag<string> said = [];
    private readonly Everything logs;
    private FakeProvider provider = null!;
    private JposHost host = null!;

    public OidcTests() => logs = new Everything(said);

    [OneTimeSetUp]
    public async Task Start()
    {
        provider = await FakeProvider.Run();
        host = await JposHost.Run(provider.Settings, services => services.AddSingleton<ILoggerProvider>(logs).Configure<LoggerFilterOptions>(filter =>
        {
            filter.MinLevel = LogLevel.Trace;
            filter.Rules.Clear();
        }));
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await host.DisposeAsync();
        await provider.DisposeAsync();
        logs.Dispose();
    }

    [Test]
    public async Task A_token_lets_in_with_the_role_that_it_names()
    {
        Assert.That((await With(Token("viewer")).Get("stores")).Status, Is.EqualTo(HttpStatusCode.OK));
        AssertForbidden(await With(Token("viewer")).Post("stores", new { number = "51", name = "new" }));
        Assert.That((await With(Token("manager")).Post("stores", new { number = "51", name = "new" })).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task The_audit_log_names_the_subject_and_the_provider()
    {
        Assert.That((await With(Token("manager")).Post("stores", new { number = "52", name = "new" })).Status, Is.EqualTo(HttpStatusCode.Created));
        var entry = (await (await BackOfficeClient.Of(host, Role.Administrator)).Get("audit?subject=stores/52")).Json.GetProperty("items")[0];
        Assert.That(entry.GetProperty("actor").GetString(), Is.EqualTo($"alice @ {provider.Issuer}"));
    }

    [Test]
    public async Task A_key_of_a_request_is_the_token_s_subject_s_and_no_other_s()
    {
        var first = await With(Token("manager")).Post("stores", new { number = "53", name = "new" }, "same-key");
        var again = await With(Token("manager")).Post("stores", new { number = "53", name = "new" }, "same-key");
        var another = await With(Token("manager", subject: "bob")).Post("stores", new { number = "53", name = "new" }, "same-key");
        Assert.That((first.Status, again.Status, again.Text, another.Status), Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.Created, first.Text, HttpStatusCode.Conflict)));
    }

    [Test]
    public async Task Who_is_of_some_stores_sees_those()
    {
        var ofOne = With(Token("manager", stores: [Form.Store]));
        Assert.That((await ofOne.Get("stores")).Json.GetProperty("items").EnumerateArray().Select(store => store.GetProperty("number").GetString()), Is.EqualTo([Form.Store]));
        Assert.That((await ofOne.Get("stores/100000000000002")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        AssertForbidden(await ofOne.Post("stores", new { number = "54", name = "new" }));
    }

    [TestCase("administrator")]
    [TestCase("securityOfficer")]
    [TestCase("Viewer")]
    [TestCase("0")]
    [TestCase("nobody")]
    [TestCase("")]
    public async Task A_role_that_the_provider_may_not_give_gives_no_right(string role) => AssertForbidden(await With(Token(role)).Get("stores"));

    [Test]
    public async Task Two_roles_or_none_give_no_right()
    {
        AssertForbidden(await With(Token(new[] { "viewer", "manager" })).Get("stores"));
        AssertForbidden(await With(provider.Token(host.Time.GetUtcNow(), new() { ["sub"] = "alice", ["jpos_stores"] = "*" })).Get("stores"));
    }

    [TestCase("100000000000001", "not a store")]
    [TestCase("100000000000001", "*")]
    [TestCase("1234567890123456")]
    [TestCase("")]
    [TestCase]
    public async Task Stores_that_are_none_give_no_right(params string[] stores) => AssertForbidden(await With(Token("viewer", stores: stores)).Get("stores"));

    [Test]
    public async Task Who_names_no_stores_gets_none() =>
        AssertForbidden(await With(provider.Token(host.Time.GetUtcNow(), new() { ["sub"] = "alice", ["jpos_role"] = "viewer" })).Get("stores"));

    [Test]
    public async Task A_token_is_good_from_its_beginning_to_its_end_and_half_a_minute_around()
    {
        var now = host.Time.GetUtcNow().UtcDateTime;
        Task<BackOfficeAnswer> Between(double from, double until) =>
            With(Token("viewer", change: token => (token.NotBefore, token.Expires) = (now.AddSeconds(from), now.AddSeconds(until)))).Get("stores");

        Assert.That((await Between(-100, -29)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await Between(30, 100)).Status, Is.EqualTo(HttpStatusCode.OK));
        AssertStranger(await Between(-100, -30));
        AssertStranger(await Between(31, 100));
        AssertStranger(await With(Token("viewer", change: token => token.Expires = null)).Get("stores"));
    }

    [Test]
    public async Task A_token_of_somebody_else_or_for_somebody_else_lets_nobody_in()
    {
        using var other = RSA.Create(2048);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var sound = Token("viewer");
        string[] tokens =
        [
            Token("viewer", change: token => token.Audience = "another-host"),
            Token("viewer", change: token => token.Audience = null),
            Token("viewer", change: token => token.Issuer = "http://127.0.0.1:1"),
            Token("viewer", change: token => token.SigningCredentials = provider.PublicKeyAsSecret),
            Token("viewer", change: token => token.SigningCredentials = new SigningCredentials(new RsaSecurityKey(other) { KeyId = provider.Credentials.Key.KeyId }, SecurityAlgorithms.RsaSha256)),
            Token("viewer", change: token => token.SigningCredentials = new SigningCredentials(new RsaSecurityKey(other) { KeyId = "unknown" }, SecurityAlgorithms.RsaSha256)),
            Token("viewer", change: token => token.SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(curve) { KeyId = "unknown" }, SecurityAlgorithms.EcdsaSha256)),
            Token("viewer", subject: ""),
            Token("viewer", subject: new string('x', 200)),
            FakeProvider.Unsigned(sound),
            $"{sound.Split('.')[0]}.{Token("manager").Split('.')[1]}.{sound.Split('.')[2]}",
            sound[..^2],
            "eyJ",
            "a.b.c",
        ];
        foreach (var token in tokens)
        {
            AssertStranger(await With(token).Get("stores"));
        }

        Assert.That((await With(sound).Get("stores")).Status, Is.EqualTo(HttpStatusCode.OK));
        foreach (var part in tokens.Append(sound).Where(token => token.Length > 100).SelectMany(token => token.Split('.')[1..]).Where(part => part.Length > 0))
        {
            Assert.That(said.Where(line => line.Contains(part, StringComparison.Ordinal)), Is.Empty, "logs");
        }

        Assert.That(said, Is.Not.Empty);
    }

    [Test]
    public async Task API_keys_go_on_beside_tokens() => Assert.That((await (await BackOfficeClient.Of(host, Role.Viewer)).Get("stores")).Status, Is.EqualTo(HttpStatusCode.OK));

    [Test]
    public async Task A_stranger_is_told_how_to_come_in()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/stores", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {FakeProvider.Unsigned(Token("viewer"))}");
        using var answer = await host.Http.SendAsync(request);
        Assert.That((answer.StatusCode, answer.Headers.WwwAuthenticate.ToString()), Is.EqualTo((HttpStatusCode.Unauthorized, "Bearer")));
    }

    [Test]
    public async Task A_provider_may_be_down_and_may_change_its_key()
    {
        await using var own = await FakeProvider.Run();
        own.IsDown = true;
        await using var other = await JposHost.Run([.. own.Settings, KeyValuePair.Create("Jpos:BackOffice:Oidc:Roles:0", "Administrator")]);
        BackOfficeClient Anew() => new(other.Http, own.Token(other.Time.GetUtcNow(), Claims("administrator", "alice", Everywhere)));
        AssertStranger(await Anew().Get("stores"));
        Assert.That((await (await BackOfficeClient.Of(other, Role.Viewer)).Get("stores")).Status, Is.EqualTo(HttpStatusCode.OK));

        own.IsDown = false;
        var before = Anew();
        await Until(async () => (await before.Get("api-keys")).Status == HttpStatusCode.OK);

        own.ChangeKey();
        await Until(async () => (await Anew().Get("api-keys")).Status == HttpStatusCode.OK);
        AssertStranger(await before.Get("api-keys"));
    }

    [Test]
    public async Task A_subject_and_the_keys_that_it_made_are_one_person()
    {
        await using var own = await JposHost.Run([.. provider.Settings, KeyValuePair.Create("Jpos:BackOffice:Oidc:Roles:0", "Administrator")]);
        BackOfficeClient Of(string subject) => new(own.Http, provider.Token(own.Time.GetUtcNow(), Claims("administrator", subject, Everywhere)));
        async Task<BackOfficeClient> Key(BackOfficeClient maker) => new(own.Http, (await maker.Post("api-keys", new { name = "bob", role = "administrator" }))["key"]);
        async Task<HttpStatusCode> Approve(BackOfficeClient asker, BackOfficeClient approver)
        {
            var waiting = await asker.Post("adjustments", new { card = Form.GoldCard, points = 5000, reason = "x" });
            Assert.That(waiting["state"], Is.EqualTo("pending"), waiting.Text);
            return (await approver.Post($"{waiting.Location}/decision", new { card = Form.GoldCard, isApproved = true, reason = "x" })).Status;
        }

        var (alice, bob) = (Of("alice"), Of("bob"));
        var key = await Key(alice);
        var keyOfKey = await Key(key);
        foreach (var (asker, approver) in new[] { (alice, key), (key, alice), (alice, keyOfKey), (keyOfKey, key), (alice, Of("alice")) })
        {
            Assert.That(await Approve(asker, approver), Is.EqualTo(HttpStatusCode.Forbidden));
        }

        Assert.That((await Approve(alice, bob), await Approve(bob, keyOfKey)), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)), "and a key that alice made is not bob, whatever its name");
    }

    [TestCase("Authority", "http://provider.example")]
    [TestCase("Authority", "provider")]
    [TestCase("Authority", "")]
    [TestCase("Audience", "")]
    [TestCase("RoleClaim", "")]
    [TestCase("Roles:0", "7")]
    public async Task A_setting_that_would_let_strangers_in_stops_the_start(string setting, string value) =>
        await Assert.CatchAsync<ValidationException>(() => JposHost.Run([.. provider.Settings, KeyValuePair.Create($"Jpos:BackOffice:Oidc:{setting}", value)]));

    private BackOfficeClient With(string token) => new(host.Http, token);

    private string Token(object role, string subject = "alice", string[]? stores = null, Action<SecurityTokenDescriptor>? change = null) =>
        provider.Token(host.Time.GetUtcNow(), Claims(role, subject, stores ?? Everywhere), change);

    private static Dictionary<string, object> Claims(object role, string subject, string[] stores) => new() { ["sub"] = subject, ["jpos_role"] = role, ["jpos_stores"] = stores };

    private static async Task Until(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await isSo())
        {
            await Task.Delay(100, patience.Token);
        }
    }

    private static void AssertStranger(BackOfficeAnswer answer) => Assert.That((answer.Status, answer.Type), Is.EqualTo((HttpStatusCode.Unauthorized, "application/problem+json")), answer.Text);

    private static void AssertForbidden(BackOfficeAnswer answer) => Assert.That((answer.Status, answer.Type), Is.EqualTo((HttpStatusCode.Forbidden, "application/problem+json")), answer.Text);
}
