using System.Text.Json;
using Jpos.Domain.Batches;
using Jpos.Domain.Protocol;
using Jpos.Infrastructure.Dispatch;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd;

/// <summary>What waits for the settlement of its terminal until the deadline, and what becomes of it afterwards (protocol §2 row 7, §3).</summary>
[NonParallelizable]
[TestFixtureSource(typeof(Engines), nameof(Engines.PostgreSqlOrEach))]
internal sealed class BeingSettledTests(Engine engine)
{
    private const string OtherTerminal = "10000004";

    /// <summary>What the other terminal pays is paid after the settlement, or while it is held up.</summary>
    private readonly bool otherHasToWait = engine is Engine.Sqlite;

    private readonly Form consume = Form.Consume(1, points: "10");
    private readonly Form consumeOfOther = Form.Consume(1, points: "5").With("terminalNo", OtherTerminal);
    private UnitSeam.Hold<Settlement> hold = null!;
    private JposHost host = null!;

    [SetUp]
    public async Task SignOn()
    {
        hold = new UnitSeam.Hold<Settlement>();
        host = await JposHost.Borrow([KeyValuePair.Create("Jpos:Protocol:DeadlineSeconds", "1")], engine);
        await host.SignOn(Form.Terminal);
        await host.SignOn(OtherTerminal);
    }

    [TearDown]
    public async Task Stop()
    {
        hold.Dispose();
        await host.DisposeAsync();
    }

    [Test]
    public async Task What_waits_for_a_settlement_that_comes_through_gets_90_and_then_finds_its_batch_closed()
    {
        host.Seam.Committing = hold.Up;
        var settling = host.Post("/v1/jpos/trans/settle", Form.Settle());
        await hold.Reached;
        var told = await AssertTold();
        hold.Release();
        var settled = await settling;
        Assert.That((settled.Status, settled.Json.GetProperty("settleFlag").GetString()), Is.EqualTo(("00", "ss")));

        Assert.That((await host.Post("/v1/jpos/trans/settle", Form.Settle())).Text, Is.EqualTo(settled.Text), "and so does the copy of the settlement");
        Assert.That((await host.Post("/v1/jpos/trans/consume", consume)).Status, Is.EqualTo("77"), "its batch is closed");
        AssertShape(told, await Approve(consume.With("batchNo", "000002"), otherHasToWait ? 990m : 985m));
        await Approve(consumeOfOther, otherHasToWait ? 985m : 995m);
    }

    [Test]
    public async Task What_waits_for_a_settlement_that_runs_out_of_time_gets_90_and_has_its_effect_when_it_is_sent_again()
    {
        host.Seam.Saved = hold.Up;
        var settling = host.Post("/v1/jpos/trans/settle", Form.Settle());
        await hold.Reached;
        var told = await AssertTold();
        hold.Release();
        Assert.That((await settling).Status, Is.EqualTo("98"));

        AssertShape(told, await Approve(consume, otherHasToWait ? 990m : 985m));
        await Approve(consumeOfOther, otherHasToWait ? 985m : 995m);
    }

    /// <summary>Sends messages while the settlement is held up: they get their answers, and leave nothing.</summary>
    /// <returns>The answer of the consume.</returns>
    private async Task<TerminalAnswerText> AssertTold()
    {
        if (!otherHasToWait)
        {
            await Approve(consumeOfOther, 995m);
        }

        var before = await host.Dump();
        var paying = host.Post("/v1/jpos/trans/consume", consume);
        var reversing = host.Post("/v1/jpos/trans/consumeReversal", consume);
        var settlingAgain = host.Post("/v1/jpos/trans/settle", Form.Settle());
        var other = otherHasToWait ? host.Post("/v1/jpos/trans/consume", consumeOfOther) : null;
        var query = await host.Post("/v1/jpos/cards", Form.Query());
        Assert.That((query.Status, query.Balance), Is.EqualTo(("00", otherHasToWait ? 1000m : 995m)), "a query waits for nobody");

        await Present(Form.Terminal, 4);
        await Present(OtherTerminal, otherHasToWait ? 1 : 0);
        await PassDeadlines(Task.WhenAll(paying, reversing, settlingAgain, other ?? Task.CompletedTask));
        Assert.That(((await paying).Status, (await reversing).Status, (await settlingAgain).Status), Is.EqualTo(("90", "90", "90")));
        Assert.That(other is null ? "98" : (await other).Status, Is.EqualTo("98"), "another terminal has nothing to do with this settlement");
        Assert.That(await host.Dump(), Is.EqualTo(before), "nothing is stored");
        return await paying;
    }

    /// <summary>Waits until so many messages of a terminal have come in, so that their time has begun before the clock moves.</summary>
    private async Task Present(string terminal, int messages)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (host.Services.GetRequiredService<InFlightMessages>().Count(TerminalNumber.Of(terminal)) != messages)
        {
            await Task.Delay(10, patience.Token);
        }
    }

    private async Task PassDeadlines(Task answered)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!answered.IsCompleted)
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10, patience.Token);
        }
    }

    private async Task<TerminalAnswerText> Approve(Form form, decimal balance)
    {
        var answer = await host.Post("/v1/jpos/trans/consume", form);
        Assert.That((answer.Status, answer.Balance), Is.EqualTo(("00", balance)));
        return answer;
    }

    /// <summary>The keys and kinds of an approved answer, with a detail, and nothing in them.</summary>
    private static void AssertShape(TerminalAnswerText told, TerminalAnswerText approved)
    {
        static IEnumerable<(string, JsonValueKind)> Kinds(TerminalAnswerText answer) =>
            answer.Json.EnumerateObject().Where(key => key.Name != "detail").Select(key => (key.Name, key.Value.ValueKind));

        Assert.That(Kinds(told), Is.EqualTo(Kinds(approved)));
        Assert.That(told.Detail, Does.Contain("settled"));
        Assert.That(told.Json.GetProperty("message").GetString(), Is.EqualTo("请稍后重试"));
        string[] said = ["status", "message", "detail", "transTime"];
        Assert.That(told.Json.EnumerateObject().Where(key => !said.Contains(key.Name)).Select(key => key.Value.GetRawText()), Is.All.AnyOf("\"\"", "0"));
    }
}
