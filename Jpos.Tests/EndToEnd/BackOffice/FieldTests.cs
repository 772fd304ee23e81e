using System.Net;
using System.Text.RegularExpressions;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>Whatever does not do is refused with 400, its field is named, and nothing changes.</summary>
internal sealed class FieldTests
{
    private JposHost host = null!;
    private BackOfficeClient manager = null!;
    private BackOfficeClient officer = null!;
    private BackOfficeClient administrator = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow();
        (manager, officer) = (await BackOfficeClient.Of(host, Role.Manager), await BackOfficeClient.Of(host, Role.SecurityOfficer));
        administrator = await BackOfficeClient.Of(host, Role.Administrator);
    }

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCase("stores?limit=0", "limit")]
    [TestCase("stores?limit=201", "limit")]
    [TestCase("stores?limit=x", "limit")]
    [TestCase("stores?after=!", "after")]
    [TestCase("stores?isOpen=perhaps", "isOpen")]
    [TestCase("api-keys?after=%00", "after")]
    [TestCase("audit?subject=%00", "subject")]
    [TestCase("batches", "from")]
    [TestCase("batches?state=settled", "from")]
    [TestCase("batches?state=shut", "state")]
    [TestCase("batches?state=7", "state")]
    [TestCase("batches?store=!", "store")]
    [TestCase("batches?from=2026-01-01&to=2026-03-01", "from")]
    [TestCase("transactions", "from")]
    [TestCase("transactions?terminal=10000001", "from")]
    [TestCase("transactions?from=2026-01-01", "from")]
    [TestCase("transactions?from=2026-01-01&to=2026-02-02", "from")]
    [TestCase("transactions?from=yesterday&to=2026-02-02", "from")]
    [TestCase("transactions?batch=1&to=2026-02-30", "to")]
    [TestCase("transactions?batch=x", "batch")]
    [TestCase("transactions?batch=1&card=1", "card")]
    [TestCase("transactions?batch=1&terminal=!", "terminal")]
    [TestCase("transactions?batch=1&store=!", "store")]
    [TestCase("transactions?batch=1&status=9", "status")]
    [TestCase("transactions?batch=1&operation=3", "operation")]
    [TestCase("transactions?batch=1&after=1", "after")]
    [TestCase("transactions?batch=1&after=9999999999999999999-1", "after")]
    [TestCase("cards/9900000000000010/statement?from=2026-13-01", "from")]
    [TestCase("cards/9900000000000010/statement?after=x", "after")]
    [TestCase("alerts?state=closed", "state")]
    [TestCase("alerts?state=9", "state")]
    [TestCase("alerts?kind=99", "kind")]
    [TestCase("alerts?after=x", "after")]
    [TestCase("batches?terminal=!", "terminal")]
    [TestCase("batches?terminal=10000001&after=x", "after")]
    [TestCase("batches/1/transactions?after=x", "after")]
    [TestCase("batches/1/transactions?status=upright", "status")]
    [TestCase("batches/1/transactions?status=9", "status")]
    [TestCase("webhooks?after=x", "after")]
    [TestCase("webhooks/1/deliveries?after=x", "after")]
    [TestCase("webhooks/1/deliveries?state=lost", "state")]
    [TestCase("webhooks/1/deliveries?state=9", "state")]
    public async Task A_wrong_question_is_told_so(string path, string field)
    {
        var refused = await administrator.Get(path);
        AssertBlamed(refused, field);
        Assert.That(Told(refused), Does.Match($"^({Regex.Escape(field)} (is missing|must )|The query is too broad\\. Send (card, batch|terminal, store))"), "field, what is wrong, what is allowed");
    }

    [TestCase("stores", """{"name":"x"}""", "number")]
    [TestCase("stores", """{"number":"4-1","name":"x"}""", "number")]
    [TestCase("stores", """{"number":41,"name":"x"}""", "number")]
    [TestCase("stores", """{"number":"41"}""", "name")]
    [TestCase("stores", """{"number":"41","name":" "}""", "name")]
    [TestCase("stores", """{"number":"41","name":"x","timeZone":"Mars/Olympus"}""", "timeZone")]
    [TestCase("stores", """{"number":"41","name":"x","deniedOperations":["everything"]}""", "deniedOperations[0]")]
    [TestCase("stores", """{"number":"41","name":"x","version":7}""", "version")]
    [TestCase("stores", """{"number":"41","name":"x","advertisement":"a\u0000"}""", "advertisement")]
    [TestCase("alerts/1/resolution", "{}", "note")]
    [TestCase("alerts/1/resolution", """{"note":"of 9900000000000010"}""", "note")]
    [TestCase("terminals", """{"number":"T2"}""", "store")]
    [TestCase("terminals", """{"number":"T2","store":"100000000000099"}""", "store")]
    [TestCase("terminals", """{"store":"100000000000001"}""", "number")]
    [TestCase("terminals", """{"number":"T2","store":"100000000000001","keyAlgorithm":"rot13"}""", "keyAlgorithm")]
    [TestCase("terminals", """{"number":"T2","store":"100000000000001","wrappedMasterKey":"AAAA"}""", "wrappedMasterKey")]
    [TestCase("webhooks", """{"events":["batch.settled"]}""", "url")]
    [TestCase("webhooks", """{"url":"somewhere","events":["batch.settled"]}""", "url")]
    [TestCase("webhooks", """{"url":"http://example.com/","events":["batch.settled"]}""", "url")]
    [TestCase("webhooks", """{"url":"https://10.0.0.1/","events":["batch.settled"]}""", "url")]
    [TestCase("webhooks", """{"url":"https://[::1]/","events":["batch.settled"]}""", "url")]
    [TestCase("webhooks", """{"url":"https://example.com/"}""", "events")]
    [TestCase("webhooks", """{"url":"https://example.com/","events":[]}""", "events")]
    [TestCase("webhooks", """{"url":"https://example.com/","events":["batchSettled"]}""", "events")]
    [TestCase("webhooks", """{"url":"https://example.com/","events":["batch.settled"],"description":"a\u0000"}""", "description")]
    [TestCase("webhooks", """{"url":"https://example.com/","events":["batch.settled"],"secret":"whsec_mine"}""", "secret")]
    [TestCase("webhooks/1/redelivery", """{}""", "since")]
    public async Task What_is_to_be_must_do(string path, string body, string field)
    {
        var before = await host.Dump();
        AssertBlamed(await manager.Post(path, body), field);
        Assert.That(await host.Dump(), Is.EqualTo(before));
    }

    [TestCase("""{"components":["00112233445566778899AABBCCDDEEFF"],"checkValue":"00000000"}""", "components")]
    [TestCase("""{"components":["00112233445566778899AABBCCDDEEFF","0011"],"checkValue":"00000000"}""", "components")]
    [TestCase("""{"components":["0011","0022"],"checkValue":"00000000"}""", "components")]
    [TestCase("""{"components":["00112233445566778899AABBCCDDEEFF","00112233445566778899AABBCCDDEEFF"],"checkValue":"00000000"}""", "components")]
    [TestCase("""{"components":["0123456789ABCDEFFEDCBA9876543210","0000000000000000FFFFFFFFFFFFFFFF"],"checkValue":"00000000"}""", "components")]
    [TestCase("""{"components":["00112233445566778899AABBCCDDEEFF","zz112233445566778899AABBCCDDEEFF"],"checkValue":"00000000"}""", "components")]
    [TestCase("""{"components":["00112233445566778899AABBCCDDEEFF","01326754CDFEAB9876451023BA89DCEF"],"checkValue":"00"}""", "checkValue")]
    [TestCase("""{"components":["00112233445566778899AABBCCDDEEFF","01326754CDFEAB9876451023BA89DCEF"]}""", "checkValue")]
    public async Task A_key_that_does_not_do_is_not_loaded(string body, string field)
    {
        var before = await host.Dump();
        var refused = await officer.Post($"terminals/{Form.Terminal}/master-key", body);
        AssertBlamed(refused, field);
        Assert.That(refused.Text, Does.Not.Contain("8899").And.Not.Contain("CDFEAB98"), "components are not repeated");
        Assert.That(await host.Dump(), Is.EqualTo(before));
    }

    private static string? Told(BackOfficeAnswer answer) => answer.Json.GetProperty("errors").EnumerateObject().Single().Value[0].GetString();

    private static void AssertBlamed(BackOfficeAnswer answer, string field)
    {
        Assert.That((answer.Status, string.Join(' ', answer.Blamed)), Is.EqualTo((HttpStatusCode.BadRequest, field)), answer.Text);
        Assert.That(Told(answer), Does.Not.Match(@"malformed|\bis one of|(?<!There )is no\b|\bis none\b|\bis at least|\bis [0-9]"), "it says what is allowed");
    }
}
