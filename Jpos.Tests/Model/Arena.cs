using System.Globalization;
using System.Text;
using System.Text.Json;
using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Cards;
using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;
using Jpos.Domain.Tickets;
using Jpos.Infrastructure.Persistence;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.Model;

/// <summary>The host and the model side by side: both are told the same, and have to answer the same.</summary>
internal sealed class Arena
{
    private static readonly Dictionary<Kind, (string Path, string? Reversal)> Paths = new()
    {
        [Kind.CheckIn] = ("terminal/checkin", null),
        [Kind.Query] = ("cards", null),
        [Kind.Consume] = ("trans/consume", "trans/consumeReversal"),
        [Kind.Cancel] = ("trans/cancel", "trans/cancelReversal"),
        [Kind.Refund] = ("refunds", null),
        [Kind.CancelRefund] = ("refunds/cancel", null),
        [Kind.UseTickets] = ("tickets/consume", "tickets/consumeReversal"),
        [Kind.Settle] = ("trans/settle", null),
    };

    private static readonly string[] Settled =
    [
        "pointDebitCount", "pointDebitAmount", "pointCeditCount", "pointCreditAmount", "ticketDebitCount", "ticketDebitAmount", "ticketCreditCount", "ticketCreditAmount",
        "totalTransCount", "cancelCount", "refundCount", "cardActiveCount",
    ];

    private readonly JposHost host;
    private readonly string[] terminals;
    private readonly string[] cards;
    private readonly Reference model;
    private readonly long[][] tickets;
    private readonly int alertsBefore;
    private readonly List<Told> said = [];
    private readonly HashSet<string> serials = [];
    private readonly StringBuilder log = new();
    private readonly int[] traces = [0, 0];

    private Arena(JposHost host, string[] terminals, string[] cards, Reference model, long[][] tickets, int alertsBefore) =>
        (this.host, this.terminals, this.cards, this.model, this.tickets, this.alertsBefore) = (host, terminals, cards, model, tickets, alertsBefore);

    /// <summary>What has happened, for people to read.</summary>
    public string Log => log.ToString();

    /// <summary>New terminals and cards, at noon of another day.</summary>
    public static async Task<Arena> Open(JposHost host, int number, Rules rules, Script script)
    {
        var noon = new DateTimeOffset(host.Time.GetUtcNow().Date.AddDays(2).AddHours(4), TimeSpan.Zero);
        host.Time.SetUtcNow(noon);
        string[] terminals = [$"M{number:D6}A", $"M{number:D6}B"];
        string[] cards = [CardOf((2 * number) + 1), CardOf((2 * number) + 2)];
        var today = DateOnly.FromDateTime(noon.AddHours(8).Date);
        Purse[] purses = [new(0.015m), new(0.01m)];
        var ids = new List<long[]>();
        var alerts = 0;
        await host.InDatabase(async db =>
        {
            var security = host.Services.GetRequiredService<ISecurityModule>();
            var numbers = host.Services.GetRequiredService<SerialNumbers>();
            await numbers.Reserve(CancellationToken.None);
            foreach (var terminal in terminals.Select(TerminalNumber.Of))
            {
                var key = security.WrapMasterKey(terminal, KeyForm.TripleDes, Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210"));
                db.Terminals.Add(new Terminal(terminal, StoreNumber.Of(Form.Store), KeyForm.TripleDes, key) { MacPolicy = MacPolicy.Off });
            }

            var product = await db.CardProducts.FirstAsync(product => !product.AsksPinToSpend);
            for (var which = 0; which < 2; which++)
            {
                var card = new Card(CardNumber.Of(cards[which]), product, CardState.Active, new Member("某人", which == 0 ? Grade.Gold : Grade.Green));
                db.Cards.Add(card);
                await db.SaveChangesAsync();
                var account = new PointAccount(card.Id);
                db.Accounts.Add(account);
                var opening = TransactionJournal.BeginAdjustment(SerialNumber.Of(numbers.Next()), card, noon.UtcDateTime, today);
                db.Journal.Add(opening);
                foreach (var (hundredths, days) in script.Lots[which])
                {
                    account.Add(Points.FromHundredths(hundredths), today.AddDays(days), ProgrammeAccount.Adjustment, opening, numbers);
                    purses[which].Heaps.Add(new Heap(today.AddDays(days), null, hundredths / 100m));
                }

                (TicketType Type, decimal Face, int Pieces, int Days)[] kinds =
                    [(TicketType.Voucher, 50m, 3, 9), (TicketType.Voucher, 20.5m, 2, 700), (TicketType.Exchange, 10m, 4, 700)];
                var held = kinds.Select(kind => new Ticket(card.Id, kind.Type, "券", Money.Of(kind.Face), kind.Pieces, today.AddDays(kind.Days), opening)).ToList();
                db.Tickets.AddRange(held);
                await db.SaveChangesAsync();
                ids.Add([.. held.Select(ticket => ticket.Id)]);
                purses[which].Coupons.AddRange(kinds.Zip(held, (kind, ticket) => new Coupon(ticket.Id, $"0{(int)kind.Type}", kind.Face, kind.Pieces, today.AddDays(kind.Days))));
            }

            alerts = await db.Alerts.CountAsync();
        });
        return new Arena(host, terminals, cards, new Reference(rules, purses), [.. ids], alerts);
    }

    /// <summary>Signs on, does all steps, and then lets time pass until every point has expired, looking at both cards again and again.</summary>
    public async Task Play(Script script)
    {
        await Say(new Told(Kind.CheckIn, 0));
        if (script.BothSignedOn)
        {
            await Say(new Told(Kind.CheckIn, 1));
        }

        foreach (var step in script.Steps)
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            log.AppendLine(CultureInfo.InvariantCulture, $"  {step}");
            await Do(step);
            if (step.Variant % 3 == 0)
            {
                await Look(step.Card);
            }
        }

        await Say(new Told(Kind.CheckIn, 0));
        foreach (var days in (int[])[0, 2, 4, 5, 20, 700])
        {
            host.Time.Advance(TimeSpan.FromDays(days));
            await Look(0);
            await Look(1);
        }

        var alerts = await host.InDatabase(db => db.Alerts.CountAsync()) - alertsBefore;
        Require(alerts == model.Alerts.Count, $"alerts: {alerts}", $"{model.Alerts.Count}: {string.Join(", ", model.Alerts.Select(alert => $"{alert.Kind} {alert.About.Told}"))}");
    }

    private static string CardOf(int number)
    {
        var digits = $"98{number:D13}";
        var sum = digits.Reverse().Select((digit, place) => (digit - '0') * (place % 2 == 0 ? 2 : 1)).Sum(value => value > 9 ? value - 9 : value);
        return $"{digits}{(10 - (sum % 10)) % 10}";
    }

    private static string Text(decimal amount, bool isRespelt) => amount.ToString(isRespelt ? "0.00" : "0.##", CultureInfo.InvariantCulture);

    private Task Look(int card) => Say(new Told(Kind.Query, 0) { Card = card, Trace = 900_000, Batch = model.BatchNumber(0) });

    private async Task Do(Step step)
    {
        var (points, cash) = (step.Fen / 100m, step.Choice % 3 == 0 ? 0m : step.Variant * 7.77m);
        switch (step.Act)
        {
            case Act.Pay:
                await SayNew(NewOf(Kind.Consume, step) with { Points = step.Variant % 25 == 0 ? 0 : points, Cash = cash });
                break;
            case Act.PayCash:
                await SayNew(NewOf(Kind.Consume, step) with { Cash = points * 37 });
                break;
            case Act.PayWithVouchers:
                await SayNew(NewOf(Kind.Consume, step) with { Points = step.Fen % 2 == 0 ? 0 : points, Cash = cash, Lines = LinesOf(step, 2) });
                break;
            case Act.Lose:
                said.Add(NewOf(Kind.Consume, step) with { Points = points, Cash = cash, Lines = step.Choice % 2 == 0 ? [] : LinesOf(step, 2) });
                break;
            case Act.Cancel when Choose(step, one => one.Kind == Kind.Consume) is { } consume:
                await SayNew(Naming(NewOf(Kind.Cancel, step, consume), step, Made(consume), consume));
                break;
            case Act.Refund when Choose(step, one => one.Kind == Kind.Consume && Made(one) is not null) is { } consume:
                await SayNew(NewOf(Kind.Refund, step with { Terminal = step.Fen % 2 }) with
                {
                    Card = step.Fen % 16 == 0 ? 1 - consume.Card : consume.Card,
                    OriginalSerial = step.Variant % 17 == 0 ? "999999999999" : Made(consume)!.Serial,
                    OriginalDate = step.Choice % 4 == 0 ? Made(consume)!.Day.AddDays(step.Variant % 18 == 0 && step.Fen % 16 != 0 ? 1 : 0) : null,
                });
                break;
            case Act.CancelRefund when Choose(step, one => one.Kind == Kind.Refund) is { } refund:
                await SayNew(Naming(NewOf(Kind.CancelRefund, step, refund), step, step.Fen % 2 == 0 && Made(refund)?.Undoes is { } of ? of : Made(refund), refund));
                break;
            case Act.UseTickets:
                await SayNew(NewOf(Kind.UseTickets, step) with { Lines = LinesOf(step, 3) });
                break;
            case Act.Reverse when Choose(step, one => one.CanBeReversed) is { } told:
                await SayReversal(told, step.Variant % 2 == 0);
                break;
            case Act.ReverseBefore:
                var late = NewOf(Kind.Consume, step) with { Points = points, Cash = cash };
                await SayReversal(late);
                await SayNew(late);
                break;
            case Act.ReverseDifferently when Choose(step, one => one.CanBeReversed) is { } told:
                await SayReversal(Differently(told, step));
                break;
            case Act.ReverseAsAnother when Choose(step, one => one.Kind is not Kind.UseTickets) is { } told:
                await SayReversal(new Told(Kind.UseTickets, told.Terminal) { Batch = told.Batch ?? model.BatchNumber(told.Terminal), Trace = told.Trace, Card = told.Card, Lines = LinesOf(step, 3) });
                break;
            case Act.Repeat when Choose(step, _ => true) is { } told:
                await Say(told, step.Variant % 2 == 0);
                break;
            case Act.RepeatDifferently when Choose(step, one => one.CanBeReversed) is { } told:
                await Say(Differently(told, step));
                break;
            case Act.Settle:
                await Settle(step);
                break;
            case Act.CheckIn:
                await Say(new Told(Kind.CheckIn, step.Terminal));
                break;
            case Act.Query:
                await Say(new Told(Kind.Query, step.Terminal) { Card = step.Card, Trace = 1, Batch = model.BatchNumber(step.Terminal) + (step.Variant % 5 == 0 ? 1 : 0) });
                break;
            case Act.PassDays:
                host.Time.Advance(TimeSpan.FromDays(step.Variant % 12 == 0 ? 29 : 1 + (step.Choice % 4)));
                break;
        }
    }

    /// <summary>Half of the settlements agree; some come again, or for another batch.</summary>
    private async Task Settle(Step step)
    {
        var claim = model.Totals(step.Terminal);
        if (step.Choice % 2 == 0)
        {
            claim[step.Variant % claim.Length]++;
        }

        var batch = model.BatchNumber(step.Terminal) + (step.Fen % 10) switch { 0 => -1, 1 => 1, _ => 0 };
        var told = new Told(Kind.Settle, step.Terminal) { Batch = Math.Max(batch, 1), Trace = 900_001, Claim = claim };
        await Say(told);
        if (step.Variant % 4 == 0)
        {
            await Say(told with { Trace = 900_002, Claim = [.. claim.Select(figure => figure + 1)] });
        }
    }

    private Told NewOf(Kind kind, Step step, Told? original = null)
    {
        var terminal = original is null ? step.Terminal : step.Fen % 13 == 0 ? 1 - original.Terminal : original.Terminal;
        return new Told(kind, terminal)
        {
            Trace = ++traces[terminal],
            Batch = kind is Kind.Cancel or Kind.Refund && step.Variant % 9 == 0 ? null : model.BatchNumber(terminal) + (step.Variant % 40 == 1 ? 1 : 0),
            Card = original is null ? step.Card : step.Fen % 11 == 0 ? 1 - original.Card : original.Card,
        };
    }

    /// <summary>By batch and trace, by serial, or by both; sometimes both do not agree.</summary>
    private static Told Naming(Told told, Step step, Entry? original, Told said)
    {
        var serial = original is { Approved: true } ? original.Serial : null;
        var (bySerial, byTrace) = serial is null ? (false, true) : (step.Choice % 3 != 0, step.Choice % 3 != 1);
        return told with
        {
            OriginalSerial = bySerial ? serial : null,
            OriginalBatch = byTrace ? said.Batch ?? told.Batch ?? 1 : null,
            OriginalTrace = byTrace ? said.Trace + (step.Variant % 23 == 0 ? 1 : 0) : null,
        };
    }

    /// <summary>The newest more often than the oldest: what was done a moment ago is what is undone.</summary>
    private Told? Choose(Step step, Predicate<Told> which)
    {
        var found = said.FindAll(which);
        return found.Count == 0 ? null : found[found.Count - 1 - (step.Choice % Math.Min(found.Count, step.Variant % 3 == 0 ? 12 : 3))];
    }

    private Entry? Made(Told told) => model.Journal.LastOrDefault(entry => ReferenceEquals(entry.Told, told) && entry.Approved);

    private static Told Differently(Told told, Step step) => (step.Variant % 2, told.Kind) switch
    {
        (0, _) => told with { Card = 1 - told.Card },
        (_, Kind.UseTickets) => told with { Lines = [.. told.Lines.Select(line => line with { Pieces = line.Pieces + 1 })] },
        (_, Kind.Cancel) => told with { OriginalTrace = (told.OriginalTrace ?? 0) + 1, OriginalBatch = told.OriginalBatch ?? 1 },
        _ => told with { Points = told.Points + 0.01m },
    };

    private Line[] LinesOf(Step step, int kinds)
    {
        var owner = step.Variant % 30 == 0 ? 1 - step.Card : step.Card;
        var first = new Line(tickets[owner][step.Choice % (step.Variant % 31 == 0 ? 3 : kinds)], 1 + (step.Fen % 2));
        var second = new Line(tickets[step.Card][(step.Choice + 1) % kinds], 1);
        return step.Fen % 3 == 0 && first.Ticket != second.Ticket ? [second, first] : [first];
    }

    private Task SayNew(Told told)
    {
        said.Add(told);
        return Say(told);
    }

    private Task Say(Told told, bool isRespelt = false) => Say(told, isRespelt, Paths[told.Kind].Path, model.Hear);

    private Task SayReversal(Told told, bool isRespelt = false) => Say(told, isRespelt, Paths[told.Kind].Reversal!, model.HearReversal);

    private async Task Say(Told told, bool isRespelt, string path, Func<Told, Expected> hear)
    {
        model.Now = host.Time.GetUtcNow();
        var expected = hear(told);
        var answer = await host.Post($"/v1/{(isRespelt ? "" : "jpos/")}{path}", FormOf(told, isRespelt));
        log.AppendLine(CultureInfo.InvariantCulture, $"{model.Now:MM-dd HH:mm:ss} {path} {told}\n    {expected}\n    {answer.Text}");
        Compare(expected, answer);
        expected.Text = answer.Text;
    }

    private void Compare(Expected expected, TerminalAnswerText answer)
    {
        Require(answer.Status == expected.Status, answer.Status, expected.Status);
        if (expected.Again is { } again)
        {
            Require(answer.Text == again.Text, answer.Text, again.Text);
            return;
        }

        foreach (var field in answer.Json.EnumerateObject().Where(field => field.Name is not "transTime" && field.Value.ValueKind is JsonValueKind.Number))
        {
            var figure = expected.Figures.GetValueOrDefault(field.Name);
            Require(field.Value.GetDecimal() == figure, $"{field.Name} {field.Value}", $"{figure}");
        }

        foreach (var name in expected.Figures.Keys.Concat(expected.Words.Keys))
        {
            Require(answer.Json.TryGetProperty(name, out _), "nothing", name);
        }

        foreach (var name in (string[])["batchNo", "settleFlag", "vaucher"])
        {
            if (answer.Json.TryGetProperty(name, out var value))
            {
                var text = value.ValueKind is JsonValueKind.Array
                    ? string.Join(' ', value.EnumerateArray().OrderBy(one => one.GetProperty("id").GetInt64()).Select(one => $"{one.GetProperty("id")}x{one.GetProperty("num")}"))
                    : value.GetString();
                Require(text == expected.Words.GetValueOrDefault(name, ""), $"{name} {text}", expected.Words.GetValueOrDefault(name, ""));
            }
        }

        if (answer.Json.TryGetProperty("serialNo", out var serialNo))
        {
            var serial = serialNo.GetString()!;
            if (expected.Serial is { Serial: "" } made)
            {
                Require(serial.Length == 12 && serials.Add(serial), $"serialNo {serial}", "a new one");
                made.Serial = serial;
            }

            Require(serial == (expected.Serial?.Serial ?? ""), $"serialNo {serial}", expected.Serial?.Serial ?? "none");
        }
    }

    private static void Require(bool holds, string actual, string expected)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"The host says {actual}, the model {expected}.");
        }
    }

    private Form FormOf(Told told, bool isRespelt)
    {
        var form = Form.Of(("storeNo", Form.Store), ("terminalNo", terminals[told.Terminal]));
        if (told.Kind == Kind.CheckIn)
        {
            return form.With("operatorNo", "01");
        }

        string? Number(int? number) => isRespelt ? number?.ToString(CultureInfo.InvariantCulture) : number?.ToString("D6", CultureInfo.InvariantCulture);
        form = form.With("traceNo", Number(told.Trace)).With("batchNo", Number(told.Batch));
        if (told.Kind == Kind.Settle)
        {
            return Settled.Zip(told.Claim).Aggregate(form, (all, figure) => all.With(figure.First, Text(figure.Second, isRespelt)));
        }

        form = form.With("cardNo", cards[told.Card]);
        var lines = isRespelt ? told.Lines.Reverse() : told.Lines;
        var list = told.Lines.Count == 0 ? null : $"[{string.Join(',', lines.Select(line => $$"""{"id":{{line.Ticket}},"num":"{{line.Pieces}}"}"""))}]";
        return told.Kind switch
        {
            Kind.Consume => form.With("consumeType", "01").With("pointAmount", Text(told.Points, isRespelt)).With("cashAmount", Text(told.Cash, isRespelt)).With("vaucher", list),
            Kind.UseTickets => form.With("ticket", list),
            Kind.Refund => form.With("oriSerialNo", told.OriginalSerial).With("oriTransDate", told.OriginalDate?.ToString("yyyyMMdd", CultureInfo.InvariantCulture)),
            Kind.Cancel or Kind.CancelRefund => form.With("oriBatchNo", Number(told.OriginalBatch)).With("oriTraceNo", Number(told.OriginalTrace))
                .With("oriSerialNo", told.OriginalSerial).With("oriTransTime", isRespelt ? "1415125804472" : "1415125804"),
            _ => form,
        };
    }
}
