using Jpos.Infrastructure.Database;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.EndToEnd;

/// <summary>Messages that arrive at the same moment (protocol §3).</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Each))]
internal sealed class RaceTests(Engine engine)
{
    private JposHost host = null!;

    [SetUp]
    public async Task SignOn()
    {
        host = await JposHost.Borrow(engine: engine);
        foreach (var terminal in (string[])["10000001", "10000004", "10000005"])
        {
            await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn(terminal));
        }
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task Copies_of_a_message_have_one_effect_and_one_answer()
    {
        var consume = Form.Consume(1, points: "10", cash: "100", vouchers: """[{"id":1,"num":1}]""");
        var answers = await Together(Enumerable.Repeat(("/v1/jpos/trans/consume", consume), 20));

        Assert.That(answers.Select(answer => answer.Text).Distinct().Count(), Is.EqualTo(1));
        Assert.That(answers[0].Status, Is.EqualTo("00"));
        Assert.That((await host.Post("/v1/jpos/cards", Form.Query())).Balance, Is.EqualTo(991.5m));
    }

    [Test]
    public async Task Whichever_of_a_message_and_its_reversal_comes_first_nothing_stands([Values(1, 2, 3, 4, 5)] int round)
    {
        var consume = Form.Consume(round, points: "10");
        var answers = await Together([("/v1/jpos/trans/consume", consume), ("/v1/jpos/trans/consumeReversal", consume), ("/v1/jpos/trans/consume", consume)]);

        var reversed = answers[1].Status;
        Assert.That(reversed, Is.AnyOf("00", "25"));
        Assert.That(answers[0].Status, Is.AnyOf("00", "94"));
        Assert.That(reversed == "25" && answers[0].Status == "00", Is.False, "a tombstone lets nothing by");
        Assert.That((await host.Post("/v1/jpos/cards", Form.Query())).Balance, Is.EqualTo(1000m));
    }

    [Test]
    public async Task Many_terminals_on_one_card_cannot_spend_more_than_it_has()
    {
        var messages = Enumerable.Range(1, 20).SelectMany(trace => new[] { "10000001", "10000004", "10000005" }
            .Select(terminal => ("/v1/jpos/trans/consume", Form.Consume(trace, points: "30").With("terminalNo", terminal))));
        var answers = await Together(messages);

        Assert.That(answers.Count(answer => answer.Status == "00"), Is.EqualTo(33));
        Assert.That(answers.Count(answer => answer.Status == "51"), Is.EqualTo(27));
        Assert.That((await host.Post("/v1/jpos/cards", Form.Query())).Balance, Is.EqualTo(10m));
    }

    [Test]
    public async Task Two_cancels_of_one_consume_undo_it_once()
    {
        await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "10"));
        var answers = await Together(Enumerable.Range(2, 8).Select(trace => ("/v1/jpos/trans/cancel", Form.Cancel(trace, 1))));

        Assert.That(answers.Select(answer => answer.Status).Order(), Is.EqualTo(new[] { "00", "22", "22", "22", "22", "22", "22", "22" }));
        Assert.That((await host.Post("/v1/jpos/cards", Form.Query())).Balance, Is.EqualTo(1000m));
    }

    [Test]
    public async Task Check_ins_at_once_open_one_batch()
    {
        var answers = await Together(Enumerable.Repeat(("/v1/jpos/terminal/checkin", Form.CheckIn("20000001").With("storeNo", "100000000000002")), 10));

        Assert.That(answers.Select(answer => answer.Json.GetProperty("batchNo").GetString()).Distinct(), Is.EqualTo(new[] { "000001" }));
        Assert.That(await host.InDatabase(db => db.Batches.CountAsync(batch => batch.TerminalNumber == Domain.Protocol.TerminalNumber.Of("20000001"))), Is.EqualTo(1));
        Assert.That(answers.Select(answer => answer.Json.GetProperty("workingKey").GetString()).Distinct().Count(), Is.EqualTo(10));
        Assert.That(await host.InDatabase(StoredKeys), Is.EqualTo(3));
    }

    private static Task<int> StoredKeys(JposDbContext db) =>
        db.Set<Domain.Terminals.WorkingKeys>().CountAsync(keys => keys.TerminalNumber == Domain.Protocol.TerminalNumber.Of("20000001"));

    private Task<TerminalAnswerText[]> Together(IEnumerable<(string Path, Form Form)> messages) =>
        Task.WhenAll(messages.Select(message => Task.Run(() => host.Post(message.Path, message.Form))));
}
