using System.Globalization;
using System.Text;
using Jpos.Domain;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.Model;

/// <summary>The host and the model side by side: both are told the same, and have to answer the same.</summary>
internal sealed partial class Arena
{
    private readonly JposHost host;
    private readonly Texts texts;
    private readonly Cast cast;
    private readonly ModelForms forms;
    private readonly ReferenceModel model;
    private readonly int alertsBefore;
    private readonly Comparison comparison = new();
    private readonly List<Told> said = [];
    private readonly StringBuilder log = new();
    private readonly int[] traces = [0, 0];
    private readonly List<string> answers = [];

    private Arena(JposHost host, Texts texts, Cast cast, Rules rules, int alertsBefore)
    {
        (this.host, this.texts, this.cast, this.alertsBefore) = (host, texts, cast, alertsBefore);
        forms = new ModelForms(cast);
        model = new ReferenceModel(rules, cast.Purses);
    }

    /// <summary>What has happened, for people to read.</summary>
    public string Log => log.ToString();

    /// <summary>Path and code of all answers.</summary>
    public IReadOnlyList<string> Answers => answers;

    /// <summary>New terminals and cards, at noon of another day.</summary>
    public static async Task<Arena> Open(JposHost host, Texts texts, int number, Rules rules, Script script)
    {
        var noon = new DateTimeOffset(host.Time.GetUtcNow().Date.AddDays(2).AddHours(4), TimeSpan.Zero);
        host.Time.SetUtcNow(noon);
        texts.New(); // A script that ended with a difference may have left one.
        var cast = await Cast.Enter(host, number, script, noon);
        return new Arena(host, texts, cast, rules, await CountAlerts(host));
    }

    /// <summary>All alerts but those of shared documents: all scripts of a host use the same few documents, and a script knows of none but its own.</summary>
    private static Task<int> CountAlerts(JposHost host) => host.InDatabase(db => db.Alerts.CountAsync(alert => alert.Kind != AlertKind.DocumentShared));

    /// <summary>Signs on, does all steps, and then lets time pass until every point has expired, looking at the cards again and again.</summary>
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
                await Look(step.Card, step.Choice);
            }
        }

        await Say(new Told(Kind.CheckIn, 0));
        var turn = 0;
        foreach (var days in (int[])[0, 2, 4, 5, 20, 700])
        {
            host.Time.Advance(TimeSpan.FromDays(days));
            for (var card = 0; card < Cast.Cards; card++)
            {
                if (days == 0 || cast.Purses[card].IsActive)
                {
                    await Look(card, card + turn);
                }
            }

            turn++;
        }

        var alerts = await CountAlerts(host) - alertsBefore;
        Comparison.Require(alerts == model.Alerts.Count, $"alerts: {alerts}", $"{model.Alerts.Count}: {string.Join(", ", model.Alerts.Select(alert => $"{alert.Kind} {alert.About.Told}"))}");
    }

    /// <summary>By turns with and without the tickets that are no vouchers.</summary>
    private Task Look(int card, int turn) =>
        Say(new Told(turn % 2 == 0 ? Kind.Query : Kind.QueryTickets, 0) { Card = card, Trace = 900_000, Batch = model.BatchNumber(0) });

    private async Task Do(ModelStep step)
    {
        var (points, cash) = (step.Fen / 100m, step.Choice % 3 == 0 ? 0m : step.Variant * 7.77m);
        switch (step.Action)
        {
            case ModelAction.Pay:
                await SayNew(NewOf(Kind.Consume, step) with { Points = step.Variant % 25 == 0 ? 0 : points, Cash = cash });
                break;
            case ModelAction.PayCash:
                await SayNew(NewOf(Kind.Consume, step) with { Cash = points * 37 });
                break;
            case ModelAction.PayWithVouchers:
                await SayNew(NewOf(Kind.Consume, step) with { Points = step.Fen % 2 == 0 ? 0 : points, Cash = cash, Lines = LinesOf(step, 2) });
                break;
            case ModelAction.Lose when step.Variant % 8 == 0:
                said.Add(Activation(step, CodeOf(step)));
                break;
            case ModelAction.Lose:
                said.Add(NewOf(Kind.Consume, step) with { Points = points, Cash = cash, Lines = step.Choice % 2 == 0 ? [] : LinesOf(step, 2) });
                break;
            case ModelAction.Cancel when Choose(step, one => one.Kind == Kind.Consume) is { } consume:
                await SayNew(Naming(NewOf(Kind.Cancel, step, consume), step, Made(consume), consume));
                break;
            case ModelAction.Refund when Choose(step, one => one.Kind == Kind.Consume && Made(one) is not null) is { } consume:
                await SayNew(NewOf(Kind.Refund, step with { Terminal = step.Fen % 2 }) with
                {
                    Card = step.Fen % 16 == 0 ? Other(consume.Card) : consume.Card,
                    OriginalSerial = step.Variant % 17 == 0 ? "999999999999" : Made(consume)!.Serial,
                    OriginalDate = step.Choice % 4 == 0 ? Made(consume)!.Day.AddDays(step.Variant % 18 == 0 && step.Fen % 16 != 0 ? 1 : 0) : null,
                });
                break;
            case ModelAction.CancelRefund when Choose(step, one => one.Kind == Kind.Refund) is { } refund:
                await SayNew(Naming(NewOf(Kind.CancelRefund, step, refund), step, step.Fen % 2 == 0 && Made(refund)?.Undoes is { } of ? of : Made(refund), refund));
                break;
            case ModelAction.UseTickets:
                await SayNew(NewOf(Kind.UseTickets, step) with { Lines = LinesOf(step, 3) });
                break;
            case ModelAction.Reverse when Choose(step, one => one.CanBeReversed) is { } told:
                await SayReversal(told, step.Variant % 2 == 0);
                break;
            case ModelAction.ReverseBefore:
                var late = NewOf(Kind.Consume, step) with { Points = points, Cash = cash };
                await SayReversal(late);
                await SayNew(late);
                break;
            case ModelAction.ReverseDifferently when Choose(step, one => one.CanBeReversed) is { } told:
                await SayReversal(Differently(told, step));
                break;
            case ModelAction.ReverseAsAnother when Choose(step, one => one.Kind is not Kind.UseTickets) is { } told:
                await SayReversal(new Told(Kind.UseTickets, told.Terminal) { Batch = told.Batch ?? model.BatchNumber(told.Terminal), Trace = told.Trace, Card = told.Card, Lines = LinesOf(step, 3) });
                break;
            case ModelAction.Repeat when step.Variant % 3 == 0 && Choose(step, one => one.Kind == Kind.Activate) is { } told:
                await Say(told with { Code = CodeOf(step) }, isRespelt: true);
                break;
            case ModelAction.Repeat when Choose(step, _ => true) is { } told:
                await Say(told, step.Variant % 2 == 0);
                break;
            case ModelAction.RepeatDifferently when Choose(step, one => one.CanBeReversed || one.Kind == Kind.Activate) is { } told:
                await Say(Differently(told, step));
                break;
            case ModelAction.Settle:
                await Settle(step);
                break;
            case ModelAction.CheckIn:
                await Say(new Told(Kind.CheckIn, step.Terminal));
                break;
            case ModelAction.Query or ModelAction.QueryTickets:
                await Say(new Told(step.Action is ModelAction.Query ? Kind.Query : Kind.QueryTickets, step.Terminal) { Card = step.Card, Trace = 1, Batch = model.BatchNumber(step.Terminal) + (step.Variant % 5 == 0 ? 1 : 0) });
                break;
            case ModelAction.SendCode:
                await SendCode(step, step.Choice % 2);
                break;
            case ModelAction.SendManyCodes:
                await SendManyCodes(step);
                break;
            case ModelAction.Activate:
                await Activate(step);
                break;
            case ModelAction.GuessCode:
                await GuessCode(step);
                break;
            case ModelAction.WaitForLimit:
                await WaitForLimit(step);
                break;
            case ModelAction.DecideGift when model.HeldGifts is { Count: > 0 } held:
                await Decide(held[step.Choice % held.Count], isApproved: step.Variant % 3 != 0);
                break;
            case ModelAction.PassMinutes:
                host.Time.Advance(TimeSpan.FromMinutes(1 + (step.Variant % 80)));
                break;
            case ModelAction.PassDays:
                host.Time.Advance(TimeSpan.FromDays(step.Variant % 12 == 0 ? 29 : 1 + (step.Choice % 4)));
                break;
        }
    }

    /// <summary>Half of the settlements agree; some come again, or for another batch.</summary>
    private async Task Settle(ModelStep step)
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

    private Told NewOf(Kind kind, ModelStep step, Told? original = null)
    {
        var terminal = original is null ? step.Terminal : step.Fen % 13 == 0 ? 1 - original.Terminal : original.Terminal;
        return new Told(kind, terminal)
        {
            Trace = ++traces[terminal],
            Batch = kind is Kind.Cancel or Kind.Refund && step.Variant % 9 == 0 ? null : model.BatchNumber(terminal) + (step.Variant % 40 == 1 ? 1 : 0),
            Card = original is null ? step.Card : step.Fen % 11 == 0 ? Other(original.Card) : original.Card,
        };
    }

    /// <summary>By batch and trace, by serial, or by both; sometimes both do not agree.</summary>
    private static Told Naming(Told told, ModelStep step, Entry? original, Told said)
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
    private Told? Choose(ModelStep step, Predicate<Told> which)
    {
        var found = said.FindAll(which);
        return found.Count == 0 ? null : found[found.Count - 1 - (step.Choice % Math.Min(found.Count, step.Variant % 3 == 0 ? 12 : 3))];
    }

    private Entry? Made(Told told) => model.Journal.LastOrDefault(entry => ReferenceEquals(entry.Told, told) && entry.Approved);

    private static Told Differently(Told told, ModelStep step) => (step.Variant % 2, told.Kind) switch
    {
        (0, _) => told with { Card = Other(told.Card) },
        (_, Kind.UseTickets) => told with { Lines = [.. told.Lines.Select(line => line with { Pieces = line.Pieces + 1 })] },
        (_, Kind.Activate) => told with { Identity = told.Identity! with { Number = told.Identity.Number is null ? Cast.Known.Number : null } },
        (_, Kind.Cancel) => told with { OriginalTrace = (told.OriginalTrace ?? 0) + 1, OriginalBatch = told.OriginalBatch ?? 1 },
        _ => told with { Points = told.Points + 0.01m },
    };

    private Line[] LinesOf(ModelStep step, int kinds)
    {
        var owner = step.Variant % 30 == 0 ? Other(step.Card) : step.Card;
        var first = new Line(cast.Tickets[owner][step.Choice % (step.Variant % 31 == 0 ? 3 : kinds)], 1 + (step.Fen % 2));
        var second = new Line(cast.Tickets[step.Card][(step.Choice + 1) % kinds], 1);
        return step.Fen % 3 == 0 && first.Ticket != second.Ticket ? [second, first] : [first];
    }

    /// <summary>Of the two that are active, or of the two that are not.</summary>
    private static int Other(int card) => card ^ 1;

    private Task SayNew(Told told)
    {
        said.Add(told);
        return Say(told);
    }

    private Task Say(Told told, bool isRespelt = false) => Say(told, isRespelt, ModelForms.PathOf(told.Kind), model.Hear);

    private Task SayReversal(Told told, bool isRespelt = false) => Say(told, isRespelt, ModelForms.ReversalOf(told.Kind), model.HearReversal);

    private async Task Say(Told told, bool isRespelt, string path, Func<Told, Expected> hear)
    {
        model.Now = host.Time.GetUtcNow();
        var expected = hear(told);
        var answer = await host.Post($"/v1/{(isRespelt ? "" : "jpos/")}{path}", forms.Of(told, isRespelt));
        log.AppendLine(CultureInfo.InvariantCulture, $"{model.Now:MM-dd HH:mm:ss} {path} {told}\n    {expected}\n    {answer.Text}");
        answers.Add($"{path} {answer.Status}");
        comparison.Compare(expected, answer);
        if (told.Kind == Kind.SendCode)
        {
            Comparison.Compare(expected, texts.New());
        }

        expected.Text = answer.Text;
    }
}
