using Jpos.Domain.Access;
using Jpos.Domain.Protocol;
using Jpos.Infrastructure.Security;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd.Security;

/// <summary>A terminal's master key comes in components, each checked by its check value (protocol §9).</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class KeyCeremonyTests
{
    private const string First = "0123456789ABCDEFFEDCBA9876543210";
    private const string Second = "101013131515161619191A1A1C1C1F1F";
    private const string Sum = "113356749CBEDBF9E7C5A0826A482D0F";

    private JposHost host = null!;

    /// <summary>What is typed when the check value of the whole is shown.</summary>
    private string Answer { get; set; } = "yes";

    [SetUp]
    public async Task Start() => host = await JposHost.Borrow();

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task The_components_make_the_key_and_check_values_are_shown()
    {
        var (loaded, shown) = await Load(PosTerminal.SigningTerminal, First, Second);

        var terminal = await PosTerminal.SignOn(host, PosTerminal.SigningTerminal, TerminalCrypto.TripleDes, Sum);
        var paid = await terminal.Post("/v1/jpos/trans/consume", Form.Consume(1, cash: "1"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((loaded, paid.Status, paid.IsVerified), Is.EqualTo((true, "00", true)));
            Assert.That(shown, Does.Contain("component 1: 08D7B4FB").And.Contain("component 2: FE8A0902").And.Contain("Check value of the master key: "));
            Assert.That(shown, Does.Not.Contain(First).And.Not.Contain(Second).And.Not.Contain(Sum));
        }
    }

    [Test]
    public async Task The_audit_log_says_that_it_was_loaded_and_shows_no_key()
    {
        await Load(PosTerminal.SigningTerminal, First, Second);

        var log = await (await BackOfficeClient.Of(host, Role.SecurityOfficer)).Get($"audit?subject=terminals/{PosTerminal.SigningTerminal}");
        var entry = log.Json.GetProperty("items").EnumerateArray().Single();
        Assert.That((entry.GetProperty("action").GetString(), entry.GetProperty("actor").GetString()), Is.EqualTo(("LoadMasterKey", "a command of the host")));
        Assert.That(log.Text, Does.Not.Contain(First).And.Not.Contain(Second).And.Not.Contain(Sum));
    }

    [Test]
    public async Task Keys_under_the_old_master_key_end_with_it()
    {
        var terminal = await PosTerminal.SignOn(host, PosTerminal.SigningTerminal);

        await Load(PosTerminal.SigningTerminal, First, Second);

        Assert.That((await terminal.Post("/v1/jpos/trans/consume", Form.Consume(1, cash: "1"))).Status, Is.EqualTo("77"));
    }

    [TestCase("one component alone", First)]
    [TestCase("one component twice, which is no key", First, First)]
    [TestCase("equal halves, which are single DES", First, "0000000000000000FFFFFFFFFFFFFFFF")]
    [TestCase("halves that differ in parity bits only", First, "0000000000000000FEFEFEFEFEFEFEFE")]
    [TestCase("a half that is weak in DES", First, "0022446688AACCEE0000000000000000")]
    [TestCase("a component that is too short", First, "0123")]
    [TestCase("a component that is no number", First, "nonsense")]
    public async Task What_is_no_key_changes_nothing(string why, params string[] components)
    {
        var before = await host.Dump();

        var (loaded, _) = await Load(PosTerminal.SigningTerminal, components);

        Assert.That(loaded, Is.False, why);
        Assert.That(await host.Dump(), Is.EqualTo(before), why);
    }

    [Test]
    public async Task A_check_value_that_nobody_says_yes_to_changes_nothing()
    {
        var before = await Wrapped();
        Answer = "no";

        var (loaded, _) = await Load(PosTerminal.SigningTerminal, First, Second);

        Assert.That((loaded, await Wrapped()), Is.EqualTo((false, before)));
    }

    [TestCase("99999999")]
    [TestCase("no number")]
    public async Task An_unknown_terminal_gets_none(string terminal) => Assert.That(await Load(terminal, First, Second), Is.EqualTo((false, "TERMINAL must be the number of an existing terminal.")));

    private async Task<(bool Loaded, string Shown)> Load(string terminal, params string[] components)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await using var output = new StringWriter();
        using var input = new StringReader($"{string.Join('\n', components)}\n\n{Answer}\n");
        var loaded = await ActivatorUtilities.CreateInstance<TerminalKeyLoading>(scope.ServiceProvider).Run(terminal, input, output, CancellationToken.None);
        return (loaded, output.ToString().TrimEnd());
    }

    private Task<string> Wrapped() => host.InDatabase(async db =>
        Convert.ToHexString(await db.Terminals.Where(terminal => terminal.Number == TerminalNumber.Of(PosTerminal.SigningTerminal)).Select(terminal => terminal.WrappedMasterKey).SingleAsync()));
}
