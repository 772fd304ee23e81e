using System.Net;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>Cards are frozen, lost, found and closed through the back office, and their next payment feels it.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.SqliteOrEach))]
internal sealed class CardStateRouteTests(Engine engine)
{
    private const string State = $"cards/{Form.GoldCard}/state";

    private JposHost host = null!;
    private BackOfficeClient clerk = null!;
    private int trace;

    [SetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow(engine: engine);
        clerk = await BackOfficeClient.Of(host, Role.Operator);
        await host.SignOn(Form.Terminal);
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task The_next_payment_feels_a_change()
    {
        var frozen = await clerk.Post(State, new { state = "frozen", reason = "a call from the member" });
        Assert.That((frozen.Status, frozen["state"], frozen["balance"]), Is.EqualTo((HttpStatusCode.OK, "frozen", "1000")), frozen.Text);
        Assert.That((await Pay(), await Become("lost"), await Pay()), Is.EqualTo(("62", HttpStatusCode.OK, "41")));
        Assert.That((await Become("frozen"), await Become("active"), await Pay()), Is.EqualTo((HttpStatusCode.Conflict, HttpStatusCode.OK, "00")));
        Assert.That((await Become("closed"), await Pay(), await Become("active")), Is.EqualTo((HttpStatusCode.OK, "14", HttpStatusCode.Conflict)));
    }

    [Test]
    public async Task The_audit_log_says_why_and_hides_the_number()
    {
        var id = (await clerk.Get($"cards/{Form.GoldCard}"))["id"];
        await clerk.Post(State, new { state = "frozen", reason = "a call from the member" });
        await (await BackOfficeClient.Of(host, Role.Manager)).Post("cards", new { number = "9900000000001000", product = 1, openingBalance = 5 });

        var officer = await BackOfficeClient.Of(host, Role.SecurityOfficer);
        var entry = (await officer.Get($"audit?subject=cards/990000******0010/{id}")).Json.GetProperty("items").EnumerateArray().Single();
        var (before, after) = (entry.GetProperty("before").GetString(), entry.GetProperty("after").GetString());
        Assert.That((entry.GetProperty("action").GetString(), before, after), Is.EqualTo((
            "ChangeCardState",
            before,
            before!.Replace("\"active\"", "\"frozen\"", StringComparison.Ordinal).Replace("\"reason\":null", "\"reason\":\"a call from the member\"", StringComparison.Ordinal))));
        Assert.That(before, Does.Contain("\"active\"").And.Contain("\"reason\":null"));
        Assert.That((await officer.Get("audit")).Text, Does.Contain("IssueCard").And.Contain("990000******1000").And.Not.Contain("9900000000001000").And.Not.Contain(Form.GoldCard));
    }

    [Test]
    public async Task Changes_among_payments_come_before_them_or_after_them()
    {
        var paying = Task.Run(async () =>
        {
            var answers = new List<string?>();
            for (var count = 0; count < 40; count++)
            {
                answers.Add(await Pay());
            }

            return answers;
        });
        var changes = new List<HttpStatusCode>();
        do
        {
            changes.Add(await Become(changes.Count % 2 == 0 ? "frozen" : "active"));
        }
        while (!paying.IsCompleted);

        Assert.That(await paying, Is.All.AnyOf("00", "62"));
        Assert.That(changes, Is.All.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_repeat_changes_nothing_though_the_card_changed_since()
    {
        var body = new { state = "frozen", reason = "x" };
        var frozen = await clerk.Post(State, body, "k");
        await Become("active");
        var before = await host.Dump();
        Assert.That(await clerk.Post(State, body, "k"), Is.EqualTo(frozen));
        Assert.That(await host.Dump(), Is.EqualTo(before));
    }

    [Test]
    public async Task What_does_not_do_is_named_and_changes_nothing()
    {
        var before = await host.Dump();
        foreach (var (body, field) in new (string, string)[]
        {
            ("""{"reason":"x"}""", "state"),
            ("""{"state":"melted","reason":"x"}""", "state"),
            ("""{"state":"frozen"}""", "reason"),
            ("""{"state":"frozen","reason":""}""", "reason"),
            ("""{"state":"frozen","reason":"instead of 9900000000000028"}""", "reason"),
            ("""{"state":"frozen","reason":"x","balance":7}""", "balance"),
        })
        {
            var refused = await clerk.Post(State, body);
            Assert.That((refused.Status, refused.Blamed.Single()), Is.EqualTo((HttpStatusCode.BadRequest, field)), $"{body}: {refused.Text}");
            Assert.That((await clerk.Post("cards/9900000000001000/state", new { state = "frozen", reason = "x" })).Status, Is.EqualTo(HttpStatusCode.NotFound));
        }

        Assert.That(await host.Dump(), Is.EqualTo(before));
    }

    private async Task<string?> Pay() => (await host.Post("/v1/jpos/trans/consume", Form.Consume(++trace, cash: "1"))).Status;

    private async Task<HttpStatusCode> Become(string state) => (await clerk.Post(State, new { state, reason = "because" })).Status;
}
