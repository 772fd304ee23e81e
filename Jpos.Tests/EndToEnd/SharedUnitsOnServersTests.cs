using Jpos.Application.Ports;
using Jpos.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd;

/// <summary>Messages that come at once share units of work where there are lanes beside each other too, and none harms another (protocol §3). <see cref="SharedUnitTests"/> says which message shares which unit.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Servers))]
internal sealed class SharedUnitsOnServersTests(Engine engine)
{
    private const string Consume = "/v1/jpos/trans/consume";
    private const string Reversal = "/v1/jpos/trans/consumeReversal";
    private const int Many = 60;

    private static readonly string[] Terminals = ["10000001", "10000004", "10000005"];
    private static readonly string[] Cards = [Form.GoldCard, Form.TwoLotCard];

    private JposHost host = null!;
    private (decimal Gold, decimal TwoLots) before;
    private int commits;
    private int attempts;

    [SetUp]
    public async Task SignOn()
    {
        host = await JposHost.Run(services: services => services.Decorate<ICards>((inner, _) => new CardsThatFail(inner, () => Interlocked.Increment(ref attempts))), engine: engine);
        foreach (var terminal in Terminals)
        {
            await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn(terminal));
        }

        await host.Post(Consume, Form.Consume(900, points: "1"));
        before = await Balances();
        host.Seam.Committing = _ =>
        {
            Interlocked.Increment(ref commits);
            return Task.CompletedTask;
        };
        (commits, attempts) = (0, 0);
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task Many_messages_share_commits_and_each_gets_its_own_answer()
    {
        var answers = await AtOnce(Enumerable.Range(1, Many).Select(trace => (Consume, Pays(trace))));

        Assert.That(answers.Select(answer => answer.Status), Has.All.EqualTo("00"));
        Assert.That(answers.Select(answer => (answer.Balance, answer.Serial)).Distinct().Count(), Is.EqualTo(Many));
        Assert.That(await Balances(), Is.EqualTo((before.Gold - 15m, before.TwoLots - 15m)), "each has its effect, once");
        Assert.That(commits, Is.LessThan(Many));
    }

    [Test]
    public async Task Copies_and_reversals_among_others_are_one_message()
    {
        var again = Pays(1);
        var answers = await AtOnce(
        [
            .. Enumerable.Range(0, 10).Select(_ => (Consume, again)),
            .. Enumerable.Range(2, 30).Select(trace => (Consume, Pays(trace))),
            .. Enumerable.Range(0, 5).Select(_ => (Reversal, Pays(500))),
        ]);

        Assert.That(answers.Take(10).Select(answer => answer.Text).Distinct().Count(), Is.EqualTo(1), "one answer for all copies");
        Assert.That(answers.Take(40).Select(answer => answer.Status), Has.All.EqualTo("00"));
        Assert.That(answers.Skip(40).Select(answer => answer.Status), Has.All.EqualTo("25"), "there was nothing to reverse");
        Assert.That(await Balances(), Is.EqualTo((before.Gold - 7.5m, before.TwoLots - 8m)));
        Assert.That((await host.Post(Consume, Pays(500))).Status, Is.EqualTo("94"));
        Assert.That(commits, Is.LessThan(answers.Count));
    }

    [Test]
    public async Task Messages_that_fail_harm_no_other()
    {
        var answers = await AtOnce(Enumerable.Range(1, Many).Select(trace => (Consume, trace % 10 == 0 ? Form.Consume(trace, points: "0.5", card: CardsThatFail.Faulty) : Pays(trace))));

        Assert.That(answers.Select((answer, number) => answer.Status == ((number + 1) % 10 == 0 ? "96" : "00")), Has.All.True, string.Join(' ', answers.Select(answer => answer.Status)));
        Assert.That(await Balances(), Is.EqualTo((before.Gold - 12m, before.TwoLots - 15m)));
        Assert.That(attempts, Is.GreaterThan(Many / 10), "those that fail were in units with others, and alone afterwards");
    }

    private static Form Pays(int trace) => Form.Consume(trace, points: "0.5", card: Cards[trace % 2]).With("terminalNo", Terminals[trace % 3]);

    private async Task<IReadOnlyList<TerminalAnswerText>> AtOnce(IEnumerable<(string Path, Form Form)> messages) =>
        await Task.WhenAll(messages.Select(message => host.Post(message.Path, message.Form)));

    private async Task<(decimal Gold, decimal TwoLots)> Balances() =>
        ((await host.Post("/v1/jpos/cards", Form.Query())).Balance, (await host.Post("/v1/jpos/cards", Form.Query(Form.TwoLotCard))).Balance);
}
