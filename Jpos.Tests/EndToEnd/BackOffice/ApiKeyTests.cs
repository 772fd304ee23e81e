using System.Net;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>Nobody comes in without a key that is right, not expired and not taken back.</summary>
internal sealed class ApiKeyTests
{
    private JposHost host = null!;

    [OneTimeSetUp]
    public async Task Start() => host = await JposHost.Borrow();

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCase(null)]
    [TestCase("")]
    [TestCase("jpos_")]
    [TestCase("jpos_000000000000_0000000000000000000000000000000000000000000000000000000000000000")]
    [TestCase("Zm9vOmJhcg==")]
    public async Task Who_has_no_key_is_asked_who_they_are(string? key) => AssertStranger(await new BackOfficeClient(host.Http, key).Get("stores"));

    [Test]
    public async Task A_key_with_another_secret_lets_nobody_in()
    {
        var key = await BackOfficeClient.MakeKey(host, Role.Viewer, null);
        AssertStranger(await new BackOfficeClient(host.Http, key[..^1] + (key[^1] == '0' ? '1' : '0')).Get("stores"));
    }

    [Test]
    public async Task A_key_lets_nobody_in_from_the_moment_when_it_expires()
    {
        var expiring = new BackOfficeClient(host.Http, await BackOfficeClient.MakeKey(host, Role.Viewer, host.Time.GetUtcNow().AddMinutes(1)));
        Assert.That((await expiring.Get("stores")).Status, Is.EqualTo(HttpStatusCode.OK));
        host.Time.Advance(TimeSpan.FromMinutes(1));
        AssertStranger(await expiring.Get("stores"));
    }

    [Test]
    public async Task Who_is_of_a_store_learns_nothing_of_the_keys_of_others()
    {
        foreach (var store in (string?[])[null, "100000000000002", null, "100000000000002", null])
        {
            await BackOfficeClient.MakeKey(host, Role.Viewer, null, store is null ? [] : [store]);
        }

        var ofStore = await BackOfficeClient.Of(host, Role.Administrator, "100000000000002");
        var keys = (await ofStore.Walk("api-keys")).Select(key => key.GetProperty("id").GetString()).ToList();
        Assert.That(keys, Has.Count.EqualTo(3));
        var page = await ofStore.Get("api-keys?limit=2");
        Assert.That((page.Json.GetProperty("items").GetArrayLength(), page["next"]), Is.EqualTo((2, $"/api/v1/api-keys?limit=2&after={keys[1]}")));
        Assert.That((await ofStore.Walk("api-keys?limit=1")).Select(key => key.GetProperty("id").GetString()), Is.EqualTo(keys));
    }

    [Test]
    public async Task A_key_that_was_taken_back_lets_nobody_in()
    {
        var administrator = await BackOfficeClient.Of(host, Role.Administrator);
        var made = await administrator.Post("api-keys", new { name = "till", role = "viewer" });
        var viewer = new BackOfficeClient(host.Http, made["key"]);
        Assert.That((await viewer.Get("stores")).Status, Is.EqualTo(HttpStatusCode.OK));

        var revoked = await administrator.Post($"api-keys/{made["id"]}/revocation", new { });
        Assert.That((revoked.Status, revoked["revokedAt"]), Is.EqualTo((HttpStatusCode.OK, $"{host.Time.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}")));
        AssertStranger(await viewer.Get("stores"));
    }

    [Test]
    public async Task A_key_does_not_outlive_the_key_that_makes_it()
    {
        var ends = host.Time.GetUtcNow().AddHours(1);
        var parent = new BackOfficeClient(host.Http, await BackOfficeClient.MakeKey(host, Role.Administrator, ends));
        var later = await parent.Post("api-keys", new { name = "later", role = "administrator", expiresAt = ends.AddSeconds(1) });
        var never = await parent.Post("api-keys", new { name = "never", role = "administrator" });
        var child = new BackOfficeClient(host.Http, never["key"]);
        var grandchild = await child.Post("api-keys", new { name = "grandchild", role = "viewer" });
        var shorter = await child.Post("api-keys", new { name = "shorter", role = "viewer", expiresAt = ends.AddMinutes(-1) });

        Assert.That((later.Status, later.Blamed.SingleOrDefault()), Is.EqualTo((HttpStatusCode.BadRequest, "expiresAt")), later.Text);
        Assert.That((never["expiresAt"], grandchild["expiresAt"], shorter["expiresAt"]), Is.EqualTo(($"{ends:yyyy-MM-ddTHH:mm:ssZ}", $"{ends:yyyy-MM-ddTHH:mm:ssZ}", $"{ends.AddMinutes(-1):yyyy-MM-ddTHH:mm:ssZ}")));
        Assert.That((grandchild["madeWith"], never["person"]), Is.EqualTo((never["id"], grandchild["person"])));
        host.Time.Advance(TimeSpan.FromHours(1));
        AssertStranger(await child.Get("stores"));
    }

    [Test]
    public async Task A_key_that_others_may_know_is_taken_back_with_all_that_it_made()
    {
        var administrator = await BackOfficeClient.Of(host, Role.Administrator);
        async Task<BackOfficeAnswer> Made(BackOfficeClient by) => await by.Post("api-keys", new { name = "made", role = "administrator" });
        var (known, apart) = (await Made(administrator), await Made(administrator));
        var child = await Made(new BackOfficeClient(host.Http, known["key"]));
        var grandchild = await Made(new BackOfficeClient(host.Http, child["key"]));

        Assert.That((await administrator.Post($"api-keys/{known["id"]}/revocation", new { })).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await new BackOfficeClient(host.Http, grandchild["key"]).Get("stores")).Status, Is.EqualTo(HttpStatusCode.OK), "a key may be renewed");

        Assert.That((await administrator.Post($"api-keys/{known["id"]}/revocation?withMade=true", new { })).Status, Is.EqualTo(HttpStatusCode.OK));
        AssertStranger(await new BackOfficeClient(host.Http, child["key"]).Get("stores"));
        AssertStranger(await new BackOfficeClient(host.Http, grandchild["key"]).Get("stores"));
        Assert.That((await new BackOfficeClient(host.Http, apart["key"]).Get("stores")).Status, Is.EqualTo(HttpStatusCode.OK));
        var log = await (await BackOfficeClient.Of(host, Role.SecurityOfficer)).Walk($"audit?subject=api-keys/{grandchild["id"]}");
        Assert.That(log.Select(entry => entry.GetProperty("action").GetString()), Is.EqualTo(["RevokeApiKey", "CreateApiKey"]));
    }

    [Test]
    public async Task A_key_is_shown_once_and_kept_as_a_hash()
    {
        var administrator = await BackOfficeClient.Of(host, Role.Administrator);
        var made = await administrator.Post("api-keys", new { name = "shown once", role = "manager", stores = new[] { Form.Store }, expiresAt = "2027-01-01T00:00:00Z" }, "the-same");
        Assert.That((made.Status, made["role"], made["expiresAt"]), Is.EqualTo((HttpStatusCode.Created, "manager", "2027-01-01T00:00:00Z")));
        var secret = made["key"]!.Split('_')[2];
        Assert.That(await host.Dump(), Does.Not.Contain(secret).And.Contain("shown once"));

        var again = await administrator.Post("api-keys", new { name = "shown once", role = "manager", stores = new[] { Form.Store }, expiresAt = "2027-01-01T00:00:00Z" }, "the-same");
        Assert.That((again.Status, again.Text.Contains(secret, StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.Conflict, false)));
        var listed = (await administrator.Get("api-keys")).Json.GetProperty("items").EnumerateArray().Single(key => key.GetProperty("name").GetString() == "shown once");
        Assert.That(listed.GetProperty("key").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
    }

    [TestCase("""{"role":"viewer"}""", "name")]
    [TestCase("""{"name":"","role":"viewer"}""", "name")]
    [TestCase("""{"name":"x"}""", "role")]
    [TestCase("""{"name":"x","role":"king"}""", "role")]
    [TestCase("""{"name":"x","role":4}""", "role")]
    [TestCase("""{"name":"x","role":"viewer","stores":["no such"]}""", "stores")]
    [TestCase("""{"name":"x","role":"viewer","stores":["100000000000099"]}""", "stores")]
    [TestCase("""{"name":"x","role":"viewer","expiresAt":"2026-03-02T03:00:00Z"}""", "expiresAt")]
    [TestCase("""{"name":"x","role":"viewer","expiresAt":"tomorrow"}""", "expiresAt")]
    [TestCase("""{"name":"x","role":"viewer","hash":"00"}""", "hash")]
    public async Task What_does_not_do_is_named_and_changes_nothing(string body, string field)
    {
        var administrator = await BackOfficeClient.Of(host, Role.Administrator);
        var before = await host.Dump();
        var refused = await administrator.Post("api-keys", body);
        Assert.That((refused.Status, refused.Type), Is.EqualTo((HttpStatusCode.BadRequest, "application/problem+json")), refused.Text);
        Assert.That(refused.Blamed, Is.EqualTo([field]));
        Assert.That(await host.Dump(), Is.EqualTo(before));
    }

    [Test]
    public async Task Who_is_of_one_store_lets_nobody_into_others()
    {
        var own = await BackOfficeClient.Of(host, Role.Administrator, Form.Store);
        var other = await BackOfficeClient.MakeKey(host, Role.Viewer, null);
        var all = await own.Post("api-keys", new { name = "x", role = "viewer" });
        var second = await own.Post("api-keys", new { name = "x", role = "viewer", stores = new[] { Form.Store, "100000000000002" } });
        var mine = await own.Post("api-keys", new { name = "x", role = "viewer", stores = new[] { Form.Store } });
        var revoking = await own.Post($"api-keys/{other.Split('_')[1]}/revocation", new { });
        Assert.That((all.Status, second.Status, mine.Status, revoking.Status), Is.EqualTo((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Created, HttpStatusCode.NotFound)));
    }

    [Test]
    public async Task Nobody_lets_others_in_with_rights_that_they_have_not_got()
    {
        var administrator = await BackOfficeClient.Of(host, Role.Administrator);
        var officer = await administrator.Post("api-keys", new { name = "x", role = "securityOfficer" });
        var peer = await administrator.Post("api-keys", new { name = "x", role = "administrator" });
        Assert.That((officer.Status, peer.Status), Is.EqualTo((HttpStatusCode.Forbidden, HttpStatusCode.Created)));
    }

    private static void AssertStranger(BackOfficeAnswer answer) =>
        Assert.That((answer.Status, answer.Type, answer["status"]), Is.EqualTo((HttpStatusCode.Unauthorized, "application/problem+json", "401")), answer.Text);
}
