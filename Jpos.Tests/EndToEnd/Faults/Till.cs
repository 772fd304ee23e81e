using System.Diagnostics;
using System.Globalization;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Faults;

/// <summary>Buys again and again for one card, reverses some and cancels some, and repeats what is not answered until it is, as a terminal does.</summary>
/// <param name="store">Its store.</param>
/// <param name="terminal">Its terminal, which others may share.</param>
/// <param name="card">The card.</param>
/// <param name="firstTrace">Its first trace number.</param>
/// <param name="host">The host to send to at the moment.</param>
/// <param name="isResting">It waits before it buys again.</param>
internal sealed class Till(string store, string terminal, string card, int firstTrace, Func<HttpClient> host, Func<bool> isResting)
{
    /// <summary>What a consume pays in cash; the card earns of it.</summary>
    private const string Cash = "100";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>How long it waits for a host to start.</summary>
    private static readonly TimeSpan LongPause = TimeSpan.FromMilliseconds(100);

    private readonly List<SentMessage> sent = [];
    private CancellationToken abandoned;
    private TimeSpan pause = Pause;

    public string Card => card;

    public string Terminal => terminal;

    public IReadOnlyList<SentMessage> Sent => sent;

    /// <summary>How many messages were answered for good so far.</summary>
    public int Answered { get; private set; }

    /// <summary>How many times a message was on its way and its connection ended.</summary>
    public int Cut { get; private set; }

    /// <summary>How many times the host said that there was no time, or something in the way.</summary>
    public int OutOfTime { get; private set; }

    /// <summary>How long it waited at most for an answer.</summary>
    public TimeSpan Longest { get; private set; }

    /// <summary>Goes on until it is stopped, and then until its last message is answered.</summary>
    /// <param name="stop">Stops it.</param>
    /// <param name="abandon">The test has failed: nobody waits for the last answer.</param>
    public async Task Run(CancellationToken stop, CancellationToken abandon)
    {
        abandoned = abandon;
        for (var number = 0; !stop.IsCancellationRequested; number++)
        {
            while (isResting() && !stop.IsCancellationRequested)
            {
                await Task.Delay(Pause, CancellationToken.None);
            }

            var trace = firstTrace + (2 * number);
            var points = card == Form.GoldCard ? "0.01" : "0";
            var bought = await Send(SentMessage.Consume, Form.Consume(trace, points, Cash, card), givesUp: number % 3 == 2);
            switch (number % 6)
            {
                case 1 when bought.Answer is not null:
                    await Reverse(bought);
                    break;
                case 3:
                case 5 when bought.Answer is not null:
                    var cancel = await Send(SentMessage.Cancel, Form.Cancel(trace + 1, trace, card));
                    bought.IsCancelled = true;
                    if (number % 4 == 3)
                    {
                        await Reverse(cancel);
                        bought.IsCancelled = false;
                    }

                    break;
            }
        }
    }

    /// <summary>Asks for the answers of all again.</summary>
    /// <returns>Those that got another one.</returns>
    public async Task<IReadOnlyList<string>> Repeat()
    {
        var changed = new List<string>();
        foreach (var message in sent)
        {
            var again = await host().Post(message.Path, message.Form);
            if (message.IsReversed ? again.Status != "94" : again.Text != message.Answer)
            {
                changed.Add($"{message.Kind} {message.Key}: {message.Answer ?? "reversed"}, then {again.Text}");
            }
        }

        return changed;
    }

    private async Task Reverse(SentMessage message)
    {
        await Send($"{message.Kind}Reversal", message.Form);
        message.IsReversed = true;
    }

    /// <summary>Sends a message until it is answered.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="form">The message.</param>
    /// <param name="givesUp">The till reverses it, if it is not answered at once.</param>
    private async Task<SentMessage> Send(string kind, Form form, bool givesUp = false)
    {
        var message = new SentMessage(kind, form.With("storeNo", store).With("terminalNo", terminal));
        sent.Add(message);
        while (await Try(message) is not { } answer || !IsFinal(message, answer))
        {
            if (givesUp)
            {
                await Reverse(message);
                return message;
            }

            await Task.Delay(pause, abandoned);
        }

        Answered++;
        return message;
    }

    /// <returns>Null if there was none.</returns>
    private async Task<TerminalAnswerText?> Try(SentMessage message)
    {
        var began = Stopwatch.GetTimestamp();
        pause = Pause;
        try
        {
            return await host().Post(message.Path, message.Form);
        }
        catch (HttpRequestException away) when (away.HttpRequestError is HttpRequestError.ConnectionError)
        {
            pause = LongPause;
            return null;
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException)
        {
            Cut++;
            return null;
        }
        finally
        {
            var took = Stopwatch.GetElapsedTime(began);
            Longest = took > Longest ? took : Longest;
        }
    }

    private bool IsFinal(SentMessage message, TerminalAnswerText answer)
    {
        if (answer.Status is "98" or "09" or "90")
        {
            OutOfTime++;
            return false;
        }

        // 25: the original never came, and never will.
        Assert.That(answer.Status, message.IsReversal ? Is.AnyOf("00", "25") : Is.EqualTo("00"), string.Create(CultureInfo.InvariantCulture, $"{message.Kind} {message.Key}: {answer.Text}"));
        message.Answer = answer.Text;
        return true;
    }
}
