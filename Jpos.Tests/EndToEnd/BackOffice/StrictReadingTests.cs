using System.Net;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>What is not in its documented form is refused, and a patch changes what it names and nothing else.</summary>
internal sealed class StrictReadingTests
{
    private static int sent;

    private JposHost host = null!;
    private BackOfficeClient manager = null!;

    [SetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow();
        manager = await BackOfficeClient.Of(host, Role.Manager);
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCase("cards?state=active,frozen", "state")]
    [TestCase("cards?state=2", "state")]
    [TestCase("members?limit=0x5", "limit")]
    [TestCase("members?mobile=%20", "mobile")]
    [TestCase("members?Limit=5", "Limit")]
    [TestCase("exports/transactions?from=11/01/2026&to=2026-12-01", "from")]
    public async Task A_query_in_another_form_is_refused(string path, string field)
    {
        var refused = await manager.Get(path);
        Assert.That((refused.Status, refused.Blamed), Is.EqualTo((HttpStatusCode.BadRequest, new[] { field })), refused.Text);
    }

    [TestCase("""{"card":"9900000000000010","points":1,"points":500,"reason":"x"}""", "points")]
    [TestCase("""{"card":"9900000000000010","points":1e2,"reason":"x"}""", "points")]
    [TestCase("""{"card":"9900000000000010","Points":1,"reason":"x"}""", "Points")]
    public async Task A_body_in_another_form_is_refused(string body, string field)
    {
        var refused = await manager.Post("adjustments", body);
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest), refused.Text);
        Assert.That(refused.Blamed.Select(name => name.ToUpperInvariant()), Does.Contain(field.ToUpperInvariant()), refused.Text);
    }

    [TestCase("stores", """{"number":"300000000000001","nam":"x"}""", "nam is not a field of this request. The OpenAPI document lists its fields.")]
    [TestCase("stores", """{"number":300000000000001,"name":"x"}""", "number must be a JSON string.")]
    [TestCase("stores", """{"number":"300000000000001","name":"x","isOpen":"yes"}""", "isOpen must be true or false.")]
    [TestCase("card-products", """{"name":"x","numberPrefixes":"77"}""", "numberPrefixes must be a JSON array.")]
    [TestCase("card-products", """{"name":"x","numberPrefixes":[77]}""", "numberPrefixes[0] must be a JSON string.")]
    [TestCase("cards/ranges", """{"first":[],"count":2,"product":1}""", "first must be a value in the form that the OpenAPI document shows.")]
    public async Task A_value_of_another_kind_is_told_which_kind_is_allowed(string path, string body, string told)
    {
        var refused = await manager.Post(path, body);
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest), refused.Text);
        Assert.That(refused.Text, Does.Contain(told));
    }

    [Test]
    public async Task A_patch_of_the_grade_leaves_the_rest_of_a_member()
    {
        var made = await manager.Post("members", new { name = "王", gender = "02", email = "wang@example.org" });
        var patched = await manager.Patch($"members/{made["id"]}", new { grade = "gold" }, made.Tag);
        Assert.That((patched.Status, patched["grade"], patched["gender"], patched["email"]), Is.EqualTo((HttpStatusCode.OK, "gold", "02", "wang@example.org")), patched.Text);
    }

    [TestCase("application/json;charset=UTF8")]
    [TestCase("application/json; charset=utf-8")]
    [TestCase("Application/JSON ; Charset=\"Utf-8\"")]
    public async Task A_charset_may_be_spelt_in_any_of_its_ways(string label)
    {
        var made = await Send("members", """{"name":"王"}"""u8.ToArray(), label);
        Assert.That((made.Status, made["name"]), Is.EqualTo((HttpStatusCode.Created, "王")), made.Text);
    }

    [TestCase("application/json; charset=gbk")]
    [TestCase("application/json; charset=utf-16")]
    [TestCase("text/json")]
    [TestCase("application/vnd.api+json")]
    [TestCase("")]
    public async Task A_body_of_another_kind_is_refused(string label) =>
        Assert.That((await Send("members", """{"name":"x"}"""u8.ToArray(), label)).Status, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));

    [TestCase(0xFF)]
    [TestCase(0xC0, 0x80)]
    [TestCase(0xED, 0xA0, 0x80)]
    [TestCase(0xF4, 0x90, 0x80, 0x80)]
    public async Task Bytes_that_are_no_UTF8_are_refused(params int[] bytes)
    {
        byte[] body = [.. """{"name":"x"""u8, .. bytes.Select(one => (byte)one), .. "\"}"u8];
        var refused = await Send("members", body, "application/json");
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest), refused.Text);
        Assert.That((await Send("members", [0xEF, 0xBB, 0xBF, .. """{"name":"x"}"""u8], "application/json")).Status, Is.AnyOf(HttpStatusCode.Created, HttpStatusCode.BadRequest));
    }

    [TestCase("""{"name":"x",}""")]
    [TestCase("""{"name":"x"/* no */}""")]
    [TestCase("""{"name":"x"} {}""")]
    [TestCase("""[{"name":"x"}]""")]
    [TestCase("""{"name":'x'}""")]
    [TestCase("")]
    [TestCase("null")]
    public async Task What_is_not_quite_JSON_is_refused(string body) =>
        Assert.That((await manager.Post("members", body)).Status, Is.EqualTo(HttpStatusCode.BadRequest));

    [TestCase("""{"rates":{"green":0.01,"green":0.5}}""", "rates.green")]
    [TestCase("""{"rates":{"green":0.01},"rates":{"green":0.5}}""", "rates")]
    [TestCase("""{"rates":{"Green":0.5}}""", "rates.green")]
    [TestCase("""{"rates":{"green":0.5},"giftDecimals":1,"giftDecimals":null}""", "giftDecimals")]
    public async Task A_name_that_is_sent_twice_is_refused_at_every_depth(string patch, string field)
    {
        var refused = await manager.Patch("programme", patch, "*");
        Assert.That((refused.Status, refused.Blamed), Is.EqualTo((HttpStatusCode.BadRequest, new[] { field })), refused.Text);
    }

    [Test]
    public async Task A_weakened_tag_is_compared_by_its_text()
    {
        var made = await manager.Post("members", new { name = "x" });
        var path = $"members/{made["id"]}";
        Assert.That((await manager.Patch(path, new { gender = "01" }, $"W/{made.Tag}")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await manager.Patch(path, new { gender = "02" }, $"W/{made.Tag}")).Status, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        Assert.That((await manager.Patch(path, new { gender = "02" }, "W/unquoted")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("dry-run=true", "dry-run")]
    [TestCase("dry_run=true", "dry_run")]
    [TestCase("dryrun=true", "dryrun")]
    [TestCase("DryRun=true", "DryRun")]
    [TestCase("dryRun=True", "dryRun")]
    [TestCase("dryRun=1", "dryRun")]
    [TestCase("dryRun=", "dryRun")]
    [TestCase("dryRun", "dryRun")]
    [TestCase("dryRun=true&dryRun=true", "dryRun")]
    [TestCase("dryRun=false&dryRun=true", "dryRun")]
    public async Task A_dry_run_is_asked_for_in_one_way_or_nothing_is_done(string query, string field)
    {
        var refused = await manager.Post($"imports/members?{query}", "name\n王\n"u8.ToArray());
        Assert.That((refused.Status, refused.Blamed), Is.EqualTo((HttpStatusCode.BadRequest, new[] { field })), refused.Text);
        Assert.That((await manager.Get("imports")).Json.GetProperty("items").GetArrayLength(), Is.Zero);
    }

    [TestCase("cards/%20{0}")]
    [TestCase("cards/{0}%20")]
    [TestCase("cards/{0}%00")]
    [TestCase("cards/１２")]
    [TestCase("cards/%EF%BC%99900000000000010")]
    [TestCase("cards/{0}{0}{0}")]
    [TestCase("members/01")]
    [TestCase("members/+1")]
    [TestCase("members/1.0")]
    [TestCase("members/0x1")]
    [TestCase("members/9223372036854775808")]
    [TestCase("members/1%E2%80%8B")]
    public async Task A_path_in_another_spelling_is_no_address(string path) =>
        Assert.That((int)(await manager.Get(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, Form.GoldCard))).Status, Is.AnyOf(400, 404));

    [TestCase("transactions?card={0}&sort=time&after=0638000000000000000-1")]
    [TestCase("cards/{0}/statement?after=638000000000000000-01")]
    [TestCase("cards/{0}/statement?after=0638000000000000000-1")]
    [TestCase("programme/versions?after=02")]
    [TestCase("alerts?after=007-1")]
    public async Task A_cursor_has_no_leading_zeros(string path)
    {
        var refused = await manager.Get(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, Form.GoldCard));
        Assert.That((refused.Status, refused.Blamed), Is.EqualTo((HttpStatusCode.BadRequest, new[] { "after" })), refused.Text);
    }

    [TestCase("https://example.org/\u200B")]
    [TestCase("https://example.org/\0")]
    [TestCase(" https://example.org/")]
    [TestCase("https://example.org/ a")]
    [TestCase("https://例子.org/")]
    public async Task An_address_of_a_webhook_is_visible_ASCII(string url)
    {
        var refused = await manager.Post("webhooks", new { url, events = new[] { "batch.settled" } });
        Assert.That((refused.Status, refused.Blamed), Is.EqualTo((HttpStatusCode.BadRequest, new[] { "url" })), refused.Text);
    }

    [Test]
    public async Task Who_is_of_one_store_is_not_told_of_a_terminal_of_another()
    {
        var ofOne = await BackOfficeClient.Of(host, Role.Manager, Form.Store);
        var other = await ofOne.Post("terminals", new { number = "20000001", store = Form.Store });
        var own = await ofOne.Post("terminals", new { number = Form.Terminal, store = Form.Store });
        Assert.That((other.Status, own.Status), Is.EqualTo((HttpStatusCode.Forbidden, HttpStatusCode.Conflict)), other.Text);
        Assert.That(other.Text, Does.Not.Contain("20000001").And.Not.Contains("terminal"));
    }

    private Task<BackOfficeAnswer> Send(string path, byte[] body, string label) => manager.Send(HttpMethod.Post, path, null, request =>
    {
        request.Headers.Add("Idempotency-Key", $"raw-{Interlocked.Increment(ref sent)}");
        request.Content = new ByteArrayContent(body);
        if (label.Length > 0)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", label);
        }
    });
}
