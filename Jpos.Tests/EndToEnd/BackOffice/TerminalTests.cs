using System.Net;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>Terminals come to be, get their keys and lose their sessions through the back office.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.SqliteOrEach))]
internal sealed class TerminalTests(Engine engine)
{
    private const string Terminal = "terminals/" + Form.Terminal;

    // Demo keys: they XOR to the published key of the demo terminals.
    private static readonly string[] DemoComponents = ["00112233445566778899AABBCCDDEEFF", "01326754CDFEAB9876451023BA89DCEF"];

    private JposHost host = null!;
    private BackOfficeClient manager = null!;
    private BackOfficeClient officer = null!;

    [SetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow(engine: engine);
        (manager, officer) = (await BackOfficeClient.Of(host, Role.Manager), await BackOfficeClient.Of(host, Role.SecurityOfficer));
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task A_new_terminal_works_when_its_key_is_loaded()
    {
        var added = await manager.Post("terminals", new { number = "T1", store = Form.Store, macPolicy = "off" });
        Assert.That(added.Status, Is.EqualTo(HttpStatusCode.Created), added.Text);
        Assert.That((added.Status, added["hasMasterKey"], added["keyAlgorithm"]), Is.EqualTo((HttpStatusCode.Created, "False", "tripleDes")), added.Text);
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
        var added = await manager.Post("terminals", new { number = "T1", store = Form.Store, answerFormat = "fixedFields" });
        Assert.That((added.Status, added["answerFormat"]), Is.EqualTo((HttpStatusCode.Created, "fixedFields")), added.Text);

        var changed = await manager.Patch(Terminal, new { answerFormat = "fixedFields" }, "*");
        Assert.That((changed.Status, changed["answerFormat"]), Is.EqualTo((HttpStatusCode.OK, "fixedFields")), changed.Text);
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

    [TestCase(null, "required", 0)]
    [TestCase("required", "required", 0)]
    [TestCase("optional", "optional", 1)]
    [TestCase("off", "off", 1)]
    public async Task A_terminal_is_made_required_unless_told_otherwise_which_raises_an_alert(string? policy, string expected, int alerts)
    {
        var added = await manager.Post("terminals", policy is null ? new { number = "T1", store = Form.Store } : new { number = "T1", store = Form.Store, macPolicy = policy });
        Assert.That((added["macPolicy"], added["untilFirstSigned"], added["pendingMacPolicy"]), Is.EqualTo((expected, "True", "")), added.Text);
        Assert.That((await manager.Get("alerts?kind=weakerMacPolicy")).Json.GetProperty("items").GetArrayLength(), Is.EqualTo(alerts));
    }

    [Test]
    public async Task A_patch_leaves_what_it_does_not_name_and_null_is_what_the_programme_says()
    {
        await manager.Put(Terminal, new { isEnabled = true, macPolicy = "optional", untilFirstSigned = true, mostPerConsume = 100, mostGiftsPerDay = 5 }, "*");
        var patched = await manager.Patch(Terminal, new { mostPerConsume = (int?)null }, "*");
        Assert.That((patched["mostPerConsume"], patched["mostGiftsPerDay"], patched["untilFirstSigned"], patched["macPolicy"]), Is.EqualTo(("", "5", "True", "optional")), patched.Text);
        Assert.That((await manager.Patch(Terminal, new { untilFirstSigned = (bool?)null }, "*"))["untilFirstSigned"], Is.EqualTo("True"), "as it is");
        var asked = await manager.Patch(Terminal, new { macPolicy = "off" }, "*");
        Assert.That((asked["macPolicy"], asked["mostGiftsPerDay"], asked.Json.GetProperty("pendingMacPolicy").GetProperty("macPolicy").GetString()), Is.EqualTo(("optional", "5", "off")), asked.Text);
        var replaced = await manager.Put(Terminal, new { isEnabled = true, macPolicy = "optional" }, "*");
        Assert.That((replaced["mostGiftsPerDay"], replaced["untilFirstSigned"]), Is.EqualTo(("", "True")), replaced.Text);
    }

    [Test]
    public async Task An_optional_terminal_that_has_signed_once_is_spoken_for_unsigned_no_more_unless_it_may_be()
    {
        var terminal = await PosTerminal.SignOn(host, Form.Terminal);
        Assert.That((await terminal.Post("/v1/jpos/cards", Form.Query())).Status, Is.EqualTo("00"));
        Assert.That((await host.Post("/v1/jpos/cards", Form.Query())).Status, Is.EqualTo("00"), "the demo terminals may");
        await manager.Patch(Terminal, new { untilFirstSigned = true }, "*");
        Assert.That((await host.Post("/v1/jpos/cards", Form.Query())).Status, Is.EqualTo("A0"));
        Assert.That((await terminal.Post("/v1/jpos/cards", Form.Query())).Status, Is.EqualTo("00"));
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
        Assert.That((await host.Post("/v1/jpos/cards", Form.Query())).Status, Is.EqualTo("A0"), "a stranger who signs on may not either");
    }

    [Test]
    public async Task A_weaker_MAC_policy_waits_for_a_different_person_and_raises_an_alert()
    {
        await host.SignOn(Form.Terminal);
        await manager.Put(Terminal, new { isEnabled = true, macPolicy = "required" }, "*");
        foreach (var (policy, untilFirstSigned) in new[] { ("off", true), ("optional", true), ("optional", false) })
        {
            var asked = await manager.Put(Terminal, new { isEnabled = true, macPolicy = policy, untilFirstSigned }, "*");
            Assert.That((asked.Status, asked["macPolicy"]), Is.EqualTo((HttpStatusCode.OK, "required")), asked.Text);
            Assert.That((await host.Post("/v1/jpos/cards", Form.Query())).Status, Is.EqualTo("A0"));
            Assert.That((await Decide(true, policy, untilFirstSigned, manager)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        }

        Assert.That((await manager.Get("alerts?kind=weakerMacPolicy")).Json.GetProperty("items").GetArrayLength(), Is.EqualTo(1));
        Assert.That((await manager.Put(Terminal, new { isEnabled = true, macPolicy = "required" }, "*")).Json.GetProperty("pendingMacPolicy").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Object), "what is said besides withdraws nothing");
        Assert.That((await Decide(true, "optional", true)).Status, Is.EqualTo(HttpStatusCode.Conflict), "a newer request has replaced it");
        var approved = await Decide(true, "optional", false);
        Assert.That((approved["macPolicy"], approved["untilFirstSigned"], approved["pendingMacPolicy"]), Is.EqualTo(("optional", "False", "")), approved.Text);
        Assert.That((await host.Post("/v1/jpos/cards", Form.Query())).Status, Is.EqualTo("00"));
        Assert.That((await Decide(true, "optional", false)).Status, Is.EqualTo(HttpStatusCode.Conflict));
    }

    [Test]
    public async Task Turning_untilFirstSigned_off_waits_and_a_refusal_keeps_the_policy()
    {
        Assert.That((await manager.Put(Terminal, new { isEnabled = true, macPolicy = "optional", untilFirstSigned = true }, "*"))["untilFirstSigned"], Is.EqualTo("True"), "stricter is at once");
        var asked = await manager.Put(Terminal, new { isEnabled = true, macPolicy = "optional", untilFirstSigned = false }, "*");
        Assert.That((asked["untilFirstSigned"], asked["pendingMacPolicy"]), Is.Not.EqualTo(("False", "")), asked.Text);
        foreach (var field in (string[])["macPolicy", "untilFirstSigned", "isApproved"])
        {
            var body = new Dictionary<string, object> { ["macPolicy"] = "optional", ["untilFirstSigned"] = false, ["isApproved"] = true };
            body.Remove(field);
            Assert.That((await manager.Post($"{Terminal}/mac-policy/decision", body)).Blamed, Is.EqualTo([field]));
        }

        var refused = await Decide(false, "optional", false, manager);
        Assert.That((refused["untilFirstSigned"], refused["pendingMacPolicy"]), Is.EqualTo(("True", "")), refused.Text);
    }

    [Test]
    public async Task Limits_of_a_terminal_count_where_they_are_lower_than_the_programmes()
    {
        await host.SignOn(Form.Terminal);
        var limited = await manager.Put(Terminal, new { isEnabled = true, macPolicy = "optional", mostPerConsume = 100, mostGiftsPerDay = 1.5m }, "*");
        Assert.That((limited["mostPerConsume"], limited["mostGiftsPerDay"]), Is.EqualTo(("100", "1.5")), limited.Text);
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(1, cash: "100.01"))).Status, Is.EqualTo("61"));
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(2, cash: "100"))).Status, Is.EqualTo("00"));
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(3, cash: "1"))).Status, Is.EqualTo("61"), "the gifts of the day");
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(4, points: "1"))).Status, Is.EqualTo("00"), "no gift");
        Assert.That((await manager.Get("alerts?kind=giftLimit")).Json.GetProperty("items").GetArrayLength(), Is.EqualTo(1));
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
            changes.Add((await manager.Put(Terminal, new { isEnabled = true, macPolicy = "optional", mostPerConsume = changes.Count % 2 == 0 ? 100 : 200 }, "*")).Status);
        }
        while (!paying.IsCompleted);

        Assert.That(await paying, Is.All.EqualTo("00"));
        Assert.That(changes, Is.All.EqualTo(HttpStatusCode.OK));
    }

    private async Task<BackOfficeAnswer> Decide(bool isApproved, string macPolicy, bool untilFirstSigned, BackOfficeClient? by = null) =>
        await (by ?? await BackOfficeClient.Of(host, Role.Manager)).Post($"{Terminal}/mac-policy/decision", new { macPolicy, untilFirstSigned, isApproved });

    /// <summary>Of the demo key 0123456789ABCDEFFEDCBA9876543210, published with it: the first 4 bytes of zeros under it.</summary>
    private static string CheckValue() => "08D7B4FB";
}
