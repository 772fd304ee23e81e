using System.Net;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd;

/// <summary>What a host accepted works on the next host, which has loaded nothing yet.</summary>
internal sealed class RestartTests
{
    private const string Store = "300000000000001";
    private const string NewCard = "9900000000000218";

    private static readonly string[] Components = ["00112233445566778899AABBCCDDEEFF", "01326754CDFEAB9876451023BA89DCEF"];

    private static int traces;

    /// <summary>What is made on one host, by its address, and what is sent to make it.</summary>
    private static readonly (HttpMethod Method, string Path, object Body)[] Written =
    [
        (HttpMethod.Post, "stores", new { number = Store, name = "Fifth Avenue", timeZone = "America/New_York" }),
        (HttpMethod.Post, $"stores/{Store}/operators", new { number = "01" }),
        (HttpMethod.Post, "terminals", new { number = "T1", store = Store, macPolicy = "off" }),
        (HttpMethod.Post, "terminals/T1/master-key", new { components = Components, checkValue = "08D7B4FB" }),
        (HttpMethod.Patch, $"stores/{Store}", new { timeZone = "Etc/UTC" }),
        (HttpMethod.Patch, $"stores/{Store}", new { timeZone = "America/Argentina/Buenos_Aires", advertisement = "周五双倍", deniedOperations = new[] { "refund" } }),
        (HttpMethod.Patch, "programme", new { giftDecimals = 0, giftRounding = "nearest", rates = new { gold = 0.5 } }),
        (HttpMethod.Post, "card-products", new { name = "𠮷", requiresPin = false, mostPerConsume = 5000, mostConsumesPerDay = 1000, deniedOperations = new[] { "activate" } }),
        (HttpMethod.Post, "members", new { name = "王", grade = "platinum", gender = "02", mobile = "13812345678" }),
        (HttpMethod.Post, "cards", new { number = NewCard, product = 1, expiresOn = "9999-12-31", openingBalance = 12.34 }),
        (HttpMethod.Post, "campaigns", new { name = "x", multiplier = 2.5, from = "0001-01-01", through = "9999-12-31", grades = new[] { "gold", "green" }, stores = new[] { Store } }),
        (HttpMethod.Post, "ticket-kinds", new { name = "x", type = "exchange", face = 18.5, validDays = 3660 }),
        (HttpMethod.Post, "webhooks", new { url = "https://EXAMPLE.org/a", events = new[] { "transaction.approved", "card.stateChanged" } }),
        (HttpMethod.Post, "transport-keys", new { name = "pin-mailer", components = Components, checkValue = "08D7B4FB" }),
        (HttpMethod.Post, "api-keys", new { name = "x", role = "viewer", stores = new[] { Store }, expiresAt = "9999-12-31T23:59:59Z" }),
    ];

    private static readonly (HttpMethod Method, string Path, object Body)[] Changes =
        [.. Written, .. OfficeResource.Besides(Written.Select(change => change.Path)).Select(resource => (HttpMethod.Post, resource.Path, (object)resource.Body))];

    [Test]
    public async Task What_the_back_office_accepted_is_there_and_works_after_a_restart()
    {
        await using var database = await TestDatabase.WithDemoData(Engine.Sqlite, TemporaryFolder.InMemory());
        (string Path, string Text)? made = null;
        foreach (var (method, path, body) in Changes.Append((HttpMethod.Get, "programme", new { })))
        {
            TimeZoneInfo.ClearCachedData();
            await using var host = await JposHost.RunOn(database);
            using var ready = await host.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            Assert.That(ready.StatusCode, Is.EqualTo(HttpStatusCode.OK), made?.Path);
            var client = await Client(host, made?.Path ?? path);
            if (made is { } before)
            {
                var there = await client.Get(before.Path);
                Assert.That((there.Status, there.Text), Is.EqualTo((HttpStatusCode.OK, before.Text)), before.Path);
            }

            await Sell(host);
            if (method == HttpMethod.Get)
            {
                break;
            }

            client = await Client(host, path);
            var answer = method == HttpMethod.Post ? await client.Post(path, body) : await client.Patch(path, body, "*");
            Assert.That((int)answer.Status, Is.AnyOf(200, 201), $"{path}: {answer.Text}");
            var address = answer.Location?.Replace("/api/v1/", "", StringComparison.Ordinal) ?? path.Replace("/operators", "", StringComparison.Ordinal).Replace("/master-key", "", StringComparison.Ordinal);
            made = address.StartsWith("api-keys", StringComparison.Ordinal) ? null : (address, (await client.Get(address)).Text);
        }
    }

    [TestCase("Jpos:Protocol:TimeUnit", "Milliseconds")]
    [TestCase("Jpos:Protocol:Detail", "false")]
    [TestCase("Jpos:Programme:TimeZone", "America/New_York")]
    [TestCase("Jpos:Programme:TimeZone", "UTC")]
    [TestCase("Jpos:Programme:Rates:Gold", "0.5")]
    [TestCase("Jpos:Programme:GiftRounding", "Nearest")]
    public async Task A_setting_that_was_accepted_works_again(string name, string value)
    {
        await using var database = await TestDatabase.WithDemoData(Engine.Sqlite, TemporaryFolder.InMemory());
        for (var start = 0; start < 2; start++)
        {
            TimeZoneInfo.ClearCachedData();
            await using var host = await JposHost.RunOn(database, [KeyValuePair.Create(name, value)]);
            await Sell(host);
        }
    }

    private static Task<BackOfficeClient> Client(JposHost host, string path) =>
        BackOfficeClient.Of(host, path.Contains("key", StringComparison.Ordinal) && !path.Contains("api-keys", StringComparison.Ordinal) ? Role.SecurityOfficer : Role.Administrator);

    /// <summary>A till of the demo store sells, and that of the new store as soon as it is there.</summary>
    private static async Task Sell(JposHost host)
    {
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(Interlocked.Increment(ref traces), "1", "10"))).Status, Is.EqualTo("00"));
        var signedOn = await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn("T1").With("storeNo", Store));
        if (signedOn.Status == "00")
        {
            var sold = await host.Post("/v1/jpos/trans/consume", Form.Consume(Interlocked.Increment(ref traces), "1", "10").With("storeNo", Store).With("terminalNo", "T1"));
            Assert.That(sold.Status, Is.EqualTo("00"), sold.Text);
        }
        else
        {
            Assert.That(signedOn.Status, Is.AnyOf("03", "58", "97"), signedOn.Text);
        }
    }
}
