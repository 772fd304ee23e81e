using System.Collections.Concurrent;
using System.Net;
using Jpos.Domain.Access;
using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Database.PostgreSql;
using Jpos.Infrastructure.Dispatch;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Jpos.Tests.EndToEnd;

/// <summary>What a message decides on is locked first (ADR 12): messages wait where they have to, and only there.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.PostgreSql))]
internal sealed class LockTests(Engine engine)
{
    private static readonly string[] Terminals = [Form.Terminal, "10000004", "10000005"];
    private static readonly string[] Cards = [Form.GoldCard, Form.TwoLotCard, Form.EmptyCard];

    [Test]
    public async Task Messages_that_meet_at_terminals_and_cards_in_any_order_are_each_decided_once()
    {
        using var conflicts = new Conflicts();
        await using var host = await JposHost.Run(services: services => services.AddSingleton<ILoggerProvider>(conflicts), engine: engine);
        foreach (var terminal in Terminals)
        {
            await host.SignOn(terminal);
        }

        var messages =
            from trace in Enumerable.Range(1, 12)
            from terminal in Terminals
            from card in Cards
            select Form.Consume((trace * Cards.Length) + Array.IndexOf(Cards, card), points: "0", cash: "100", card: card).With("terminalNo", terminal);
        var answers = await Task.WhenAll(messages.Select(message => Task.Run(() => host.Post("/v1/jpos/trans/consume", message))));

        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo("00"));
        Assert.That(conflicts.Met, Is.Empty);
    }

    [Test]
    public async Task Messages_of_one_address_that_are_refused_at_once_are_each_counted_and_decided_once()
    {
        const int Sent = 240;
        const int Most = 200;
        using var conflicts = new Conflicts();
        await using var host = await JposHost.Run(
            [KeyValuePair.Create("Jpos:Limits:MostRefusedOfAddress", $"{Most}")], services => services.AddSingleton<ILoggerProvider>(conflicts), engine: engine);
        var answers = await Task.WhenAll(Enumerable.Range(1, Sent).Select(number => Task.Run(() =>
            host.Post("/v1/jpos/terminal/checkin", Form.CheckIn(Form.Six(number) + "99")))));

        Assert.That(answers.GroupBy(answer => answer.Status).Select(group => (group.Key, group.Count())).Order(), Is.EqualTo(new[] { ("65", Sent - Most), ("97", Most) }));
        Assert.That(conflicts.Met, Is.Empty);
    }

    [Test]
    public async Task A_message_waits_for_nobody_whose_terminal_and_card_are_others()
    {
        await using var host = await JposHost.Borrow(engine: engine);
        using var hold = new UnitSeam.Hold<Domain.Journal.TransactionJournal>(entry => entry.Trace == Domain.Protocol.TraceNumber.Of(7));
        foreach (var terminal in Terminals)
        {
            await host.SignOn(terminal);
        }

        host.Seam.Saved = hold.Up;
        var held = host.Post("/v1/jpos/trans/consume", Form.Consume(7, points: "1"));
        await hold.Reached;

        var sameCard = host.Post("/v1/jpos/trans/consume", Form.Consume(2, points: "1").With("terminalNo", Terminals[1]));
        var sameTerminal = host.Post("/v1/jpos/trans/consume", Form.Consume(3, points: "1", card: Form.TwoLotCard));
        await Task.Delay(300);
        Assert.That((held.IsCompleted, sameCard.IsCompleted, sameTerminal.IsCompleted), Is.EqualTo((false, false, false)));

        var other = await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "1", card: Form.EmptyCard).With("terminalNo", "10000005"));
        Assert.That((other.Status, held.IsCompleted), Is.EqualTo(("51", false)));

        hold.Release();
        Assert.That(((await held).Status, (await sameCard).Status, (await sameTerminal).Status), Is.EqualTo(("00", "00", "00")));
    }

    [Test]
    public async Task What_becomes_of_a_card_waits_for_its_payment_and_for_no_other_cards()
    {
        await using var host = await JposHost.Borrow(engine: engine);
        using var hold = new UnitSeam.Hold<Domain.Journal.TransactionJournal>(entry => entry.Trace == Domain.Protocol.TraceNumber.Of(7));
        await host.SignOn(Form.Terminal);
        var clerk = await BackOfficeClient.Of(host, Role.Operator);
        var frozen = new { state = "frozen", reason = "a call from the member" };

        host.Seam.Saved = hold.Up;
        var held = host.Post("/v1/jpos/trans/consume", Form.Consume(7, points: "1"));
        await hold.Reached;
        var change = clerk.Post($"cards/{Form.GoldCard}/state", frozen);
        var other = await clerk.Post($"cards/{Form.TwoLotCard}/state", frozen);
        Assert.That((other.Status, held.IsCompleted, change.IsCompleted), Is.EqualTo((HttpStatusCode.OK, false, false)));

        hold.Release();
        Assert.That(((await held).Status, (await change).Status, (await change)["balance"]), Is.EqualTo(("00", HttpStatusCode.OK, "999")));
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(8, points: "1"))).Status, Is.EqualTo("62"));
    }

    /// <summary>What is said when a message has to be decided again: of a unit with the exception that ended it, of a message alone in words.</summary>
    private sealed class Conflicts : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> met = new();

        public IReadOnlyCollection<string> Met => met;

        public ILogger CreateLogger(string categoryName) => categoryName == typeof(GroupCommitQueue).FullName || categoryName == typeof(TransactionRunner).FullName ? this : NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = formatter(state, exception);
            if (line.Contains("conflict", StringComparison.Ordinal) || (exception is not null && new PostgreSqlEngine().IsConflict(exception)))
            {
                met.Enqueue(line);
            }
        }

        public void Dispose()
        {
        }
    }
}
