using Jpos.Application.Ports;
using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Dispatch;
using Jpos.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd;

/// <summary>Messages that come while a unit of work is under way share the next one, and none harms another (protocol §3).</summary>
internal sealed class SharedUnitTests
{
    private const string Consume = "/v1/jpos/trans/consume";
    private const string Reversal = "/v1/jpos/trans/consumeReversal";

    private static readonly string[] Terminals = ["10000001", "10000004", "10000005"];

    private JposHost host = null!;
    private int commits;

    [SetUp]
    public async Task SignOn()
    {
        host = await JposHost.Run(
            [KeyValuePair.Create("Jpos:Protocol:MostMessagesInUnit", "20")], services => services.Decorate<ICards>((inner, _) => new CardsThatFail(inner)));
        host.Seam.Committing = _ =>
        {
            Interlocked.Increment(ref commits);
            return Task.CompletedTask;
        };
        foreach (var terminal in Terminals)
        {
            await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn(terminal));
        }

        await host.Post(Consume, Form.Consume(900, points: "1"));
        await host.Post("/v1/jpos/tickets/consume", Form.Query(Form.GoldCard).With("traceNo", "000901").With("ticket", """{"id":2,"num":1}"""));
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task Many_messages_are_committed_at_once_and_each_gets_its_own_answer()
    {
        var answers = await InOneUnit([.. Enumerable.Range(1, 15).Select(trace => (Consume, Form.Consume(trace, points: "10", cash: "5").With("terminalNo", Terminals[trace % 3])))]);

        Assert.That(answers.Select(answer => answer.Status), Has.All.EqualTo("00"));
        Assert.That(answers.Select(answer => answer.Balance).Distinct().Count(), Is.EqualTo(15), "each sees what those before it did");
        Assert.That(commits, Is.EqualTo(1));
    }

    [Test]
    public async Task A_unit_takes_no_more_than_the_setting_says()
    {
        var answers = await InOneUnit([.. Enumerable.Range(1, 50).Select(trace => (Consume, Form.Consume(trace, points: "1")))]);

        Assert.That(answers.Select(answer => answer.Status), Has.All.EqualTo("00"));
        Assert.That(commits, Is.EqualTo(3));
    }

    [Test]
    public async Task A_message_its_copies_and_its_reversal_in_one_unit_are_one_message()
    {
        var consume = Form.Consume(1, points: "10", cash: "100", vouchers: """[{"id":1,"num":1}]""");
        var answers = await InOneUnit((Consume, consume), (Consume, consume), (Reversal, consume), (Reversal, consume), (Consume, consume));

        Assert.That(string.Join(' ', answers.Select(answer => answer.Status)), Is.EqualTo("00 00 00 00 94"));
        Assert.That((answers[1].Text, answers[3].Text), Is.EqualTo((answers[0].Text, answers[2].Text)));
        Assert.That((await host.Post("/v1/jpos/cards", Form.Query())).Balance, Is.EqualTo(999m));
        Assert.That(commits, Is.EqualTo(1));
    }

    [Test]
    public async Task What_one_message_did_the_next_finds_whatever_it_asks_for()
    {
        var bought = Form.Consume(1, points: "10");
        var answers = await InOneUnit(
            (Consume, bought),
            ("/v1/jpos/trans/cancel", Form.Cancel(2, 1)),
            ("/v1/jpos/trans/cancelReversal", Form.Cancel(2, 1)),
            (Reversal, bought),
            ("/v1/jpos/tickets/consume", Form.Query(Form.GoldCard).With("traceNo", "000003").With("ticket", """{"id":2,"num":2}""")),
            ("/v1/jpos/tickets/consume", Form.Query(Form.GoldCard).With("traceNo", "000004").With("ticket", """{"id":2,"num":1}""")),
            ("/v1/jpos/terminal/checkin", Form.CheckIn(Form.Terminal)),
            ("/v1/jpos/trans/settle", Form.Settle()),
            (Consume, Form.Consume(1, points: "1", batch: "000002")));

        Assert.That(string.Join(' ', answers.Select(answer => answer.Status)), Is.EqualTo("00 00 00 00 00 51 00 00 00"));
        Assert.That(commits, Is.EqualTo(1));
    }

    [Test]
    public async Task A_message_that_fails_harms_no_other()
    {
        var answers = await InOneUnit(
            (Consume, Form.Consume(1, points: "1")), (Consume, Form.Consume(2, points: "1", card: CardsThatFail.Faulty)), (Consume, Form.Consume(3, points: "1")));

        Assert.That(string.Join(' ', answers.Select(answer => answer.Status)), Is.EqualTo("00 96 00"));
        Assert.That(commits, Is.EqualTo(2), "each by itself");
        Assert.That((await host.Post(Reversal, Form.Consume(2, points: "1", card: CardsThatFail.Faulty))).Status, Is.EqualTo("25"));
    }

    [Test]
    public async Task A_message_that_is_out_of_time_leaves_the_unit_to_the_others()
    {
        var turn = await Hold();
        var stale = await Queue(Consume, Form.Consume(1, points: "1"));
        host.Time.Advance(TimeSpan.FromSeconds(15));
        var fresh = await Queue(Consume, Form.Consume(2, points: "1"));
        host.Time.Advance(TimeSpan.FromSeconds(6));
        turn.Dispose();

        Assert.That(((await stale).Status, (await fresh).Status), Is.EqualTo(("98", "00")));
        Assert.That(commits, Is.EqualTo(1));
    }

    [Test]
    public async Task A_deadline_in_the_middle_of_a_unit_is_that_of_one_message()
    {
        var turn = await Hold();
        var stale = await Queue(Consume, Form.Consume(1, points: "1"));
        host.Time.Advance(TimeSpan.FromSeconds(15));
        var fresh = await Queue(Consume, Form.Consume(2, points: "1"));
        host.Seam.Saved = _ =>
        {
            host.Seam.Saved = _ => Task.CompletedTask;
            host.Time.Advance(TimeSpan.FromSeconds(6));
            return Task.CompletedTask;
        };
        turn.Dispose();

        Assert.That(((await stale).Status, (await fresh).Status), Is.EqualTo(("98", "00")));
        Assert.That((await host.Post(Reversal, Form.Consume(1, points: "1"))).Status, Is.EqualTo("25"), "it had no effect");
    }

    private async Task<IReadOnlyList<TerminalAnswerText>> InOneUnit(params (string Path, Form Form)[] messages)
    {
        var answers = new List<Task<TerminalAnswerText>>();
        using (await Hold())
        {
            foreach (var (path, form) in messages)
            {
                answers.Add(await Queue(path, form));
            }
        }

        return await Task.WhenAll(answers);
    }

    /// <summary>Lets no unit begin until the result is disposed of.</summary>
    private async Task<IDisposable> Hold()
    {
        var semaphoreLease = await host.Services.GetRequiredService<ConnectionBudget>().AcquireToWrite(ConnectionConsumer.Maintenance, CancellationToken.None);
        commits = 0;
        return semaphoreLease;
    }

    /// <summary>Sends a message and waits until it is in the queue.</summary>
    private async Task<Task<TerminalAnswerText>> Queue(string path, Form form)
    {
        var groupCommitQueue = host.Services.GetRequiredService<GroupCommitQueue>();
        var before = groupCommitQueue.QueuedCount;
        var answer = host.Post(path, form);
        while (groupCommitQueue.QueuedCount == before && !answer.IsCompleted)
        {
            await Task.Delay(1);
        }

        return answer;
    }
}
