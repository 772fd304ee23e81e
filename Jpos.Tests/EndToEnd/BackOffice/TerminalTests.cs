using System.Net;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>Terminals come to be, get their keys and lose their sessions through the back office.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Each))]
internal sealed class TerminalTests(Engine engine)
{
    private const string Terminal = "terminals/" + Form.Terminal;

    // Demo keys: they XOR to the published key of the demo terminals.
    private static readonly string[] DemoComponents = ["00112233445566778899AABBCCDDEEFF", "01326754CDFEAB9876451023BA89DCEF"];

    private JposHost host = null!;
    private OfficeClient manager = null!;
    private OfficeClient officer = null!;

    [SetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow(engine: engine);
        (manager, officer) = (await OfficeClient.Of(host, Role.Manager), await OfficeClient.Of(host, Role.SecurityOfficer));
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task A_new_terminal_works_when_its_key_is_loaded()
    {
        var added = await manager.Post("terminals", new { number = "T1", store = Form.Store, macPolicy = "off" });
        Assert.That(added.Status, Is.EqualTo(HttpStatusCode.Created), added.Text);
        Assert.That((added.Status, added["hasMasterKey"], added["keyForm"]), Is.EqualTo((HttpStatusCode.Created, "False", "tripleDes")), added.Text);
        var keyless = await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn("T1"));
        Assert.That((keyless.Status, keyless.Detail), Is.EqualTo(("58", "The terminal has no master key yet.")));

        var wrong = await officer.Post("terminals/T1/master-key", new { components = DemoComponents, checkValue = "00000000" });
        Assert.That((wrong.Status, wrong.Blamed.Single()), Is.EqualTo((HttpStatusCode.BadRequest, "checkValue")));
        var loaded = await officer.Post("terminals/T1/master-key", new { components = DemoComponents, checkValue = CheckValue() });
        Assert.That((loaded.Status, loaded["hasMasterKey"]), Is.EqualTo((HttpStatusCode.OK, "True")), loaded.Text);
        Assert.That((await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn("T1"))).Status, Is.EqualTo("00"));
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "1").With("terminalNo", "T1"))).Status, Is.EqualTo("00"));
        Assert.That((await manager.Get("terminals/T1"))["batch"], Is.EqualTo("1"));
    }

    [Test]
    public async Task A_terminal_of_a_gateway_gets_what_fits_its_fixed_fields()
    {
        var added = await manager.Post("terminals", new { number = "T1", store = Form.Store, answers = "fixedFields" });
        Assert.That((added.Status, added["answers"]), Is.EqualTo((HttpStatusCode.Created, "fixedFields")), added.Text);

        var changed = await manager.Patch(Terminal, new { answers = "fixedFields" }, "*");
        Assert.That((changed.Status, changed["answers"]), Is.EqualTo((HttpStatusCode.OK, "fixedFields")), changed.Text);
        await host.SignOn(Form.Terminal);
        var query = await host.Post("/v1/jpos/cards", Form.Query("9900000000000036"));
        Assert.That((query.Status, query["gender"], query["idType"]), Is.EqualTo(("00", "00", "01")), query.Detail);
    }

    [Test]
    public async Task A_host_with_a_terminal_without_a_key_starts()
    {
        await manager.Post("terminals", new { number = "0", store = Form.Store });
        await using var second = await JposHost.RunOn(host.Database);
        Assert.That((await second.Post("/v1/jpos/terminal/checkin", Form.CheckIn())).Status, Is.EqualTo("00"));
    }

    [Test]
    public async Task Keys_are_nowhere_to_be_seen()
    {
        await officer.Post($"{Terminal}/master-key", new { components = DemoComponents, checkValue = CheckValue() });
        var seen = (await manager.Get(Terminal)).Text + (await officer.Get("audit")).Text + await host.Dump();
        foreach (var key in DemoComponents.Append("0123456789ABCDEFFEDCBA9876543210"))
        {
            Assert.That(seen, Does.Not.Contain(key).IgnoreCase.And.Not.Contain(Convert.ToBase64String(Convert.FromHexString(key))));
        }
    }

    [Test]
    public async Task A_session_that_is_ended_begins_with_the_next_check_in()
    {
        await host.SignOn(Form.Terminal);
        Assert.That((await manager.Post($"{Terminal}/session-end", new { })).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await host.Post("/v1/jpos/cards", Form.Query())).Status, Is.EqualTo("77"));
        await host.SignOn(Form.Terminal);
        Assert.That((await host.Post("/v1/jpos/cards", Form.Query())).Status, Is.EqualTo("00"));
    }

    [Test]
    public async Task A_terminal_that_is_disabled_is_refused()
    {
        await host.SignOn(Form.Terminal);
        var seen = await manager.Get(Terminal);
        var disabled = await manager.Put(Terminal, new { isEnabled = false, macPolicy = "optional" }, seen.Tag);
        Assert.That(disabled.Status, Is.EqualTo(HttpStatusCode.OK), disabled.Text);
        Assert.That((await host.Post("/v1/jpos/cards", Form.Query())).Detail, Is.EqualTo("The terminal is disabled."));
        await manager.Put(Terminal, new { isEnabled = true, macPolicy = "required" }, disabled.Tag);
        Assert.That((await host.Post("/v1/jpos/cards", Form.Query())).Status, Is.EqualTo("A0"), "unsigned");
    }

    [Test]
    public async Task Changes_among_payments_harm_none()
    {
        await host.SignOn(Form.Terminal);
        var paying = Task.Run(async () =>
        {
            var answers = new List<string?>();
            for (var trace = 1; trace <= 40; trace++)
            {
                answers.Add((await host.Post("/v1/jpos/trans/consume", Form.Consume(trace, points: "1"))).Status);
            }

            return answers;
        });
        var changes = new List<HttpStatusCode>();
        do
        {
            changes.Add((await manager.Put(Terminal, new { isEnabled = true, macPolicy = changes.Count % 2 == 0 ? "off" : "optional" }, "*")).Status);
        }
        while (!paying.IsCompleted);

        Assert.That(await paying, Is.All.EqualTo("00"));
        Assert.That(changes, Is.All.EqualTo(HttpStatusCode.OK));
    }

    /// <summary>Of the demo key 0123456789ABCDEFFEDCBA9876543210, published with it: the first 4 bytes of zeros under it.</summary>
    private static string CheckValue() => "08D7B4FB";
}
