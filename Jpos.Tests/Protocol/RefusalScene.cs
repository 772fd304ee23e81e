using System.Data.Common;
using System.Net;
using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.Protocol;

/// <summary>
/// A host for many bad messages: for each it prepares a good one, sends the bad one in its stead, sees that this has left no trace at all, and that the good one, with the same trace number, still works (protocol §2).
/// </summary>
internal sealed class RefusalScene : IAsyncDisposable
{
    /// <summary>Settles its batch for every message, so that the other terminal's stays open.</summary>
    private const string SettlingTerminal = "10000005";

    private readonly Texts texts;
    private readonly DbConnection watch;
    private int lastTrace;
    private Form? lastTickets;

    private RefusalScene(JposHost host, Texts texts, DbConnection watch)
    {
        Host = host;
        this.texts = texts;
        this.watch = watch;
    }

    public JposHost Host { get; }

    public static async Task<RefusalScene> Open()
    {
        var texts = new Texts();
        var host = await ProtocolHost.Run(texts.AsSetting());
        await host.SignOn(Form.Terminal);
        var watch = host.Database.Connect();
        await watch.OpenAsync();
        return new RefusalScene(host, texts, watch);
    }

    public async ValueTask DisposeAsync()
    {
        await watch.DisposeAsync();
        await Host.DisposeAsync();
        texts.Dispose();
    }

    public int NextTrace() => ++lastTrace;

    /// <summary>A message that works, for one of the addresses; what has to be there before it is.</summary>
    public async Task<Form> GoodMessage(string path)
    {
        var trace = NextTrace();
        var consume = Form.Consume(trace, cash: "1");
        switch (path)
        {
            case "terminal/checkin":
                return Form.CheckIn();
            case "cards":
                return Form.Query();
            case "trans/consume":
                return consume;
            case "trans/consumeReversal":
                await Approve("trans/consume", consume);
                return consume;
            case "refunds":
                return Forms.Refund(NextTrace(), (await Approve("trans/consume", consume)).Serial);
            case "refunds/cancel":
                var refund = NextTrace();
                await Approve("refunds", Forms.Refund(refund, (await Approve("trans/consume", consume)).Serial));
                return Forms.CancelRefund(NextTrace(), refund);
            case "tickets":
                return Form.Query();
            case "tickets/consume":
                return await NextTickets(trace);
            case "tickets/consumeReversal":
                await Approve("tickets/consume", await NextTickets(trace));
                return lastTickets!;
            case "mobile/sendVerifyCode":
                return await NextVerifyCode(trace);
            case "card/active":
                return await NextActivation(trace);
            case "trans/settle":
                var signedOn = await Approve("terminal/checkin", Form.CheckIn(SettlingTerminal));
                return Form.Settle(signedOn.Json.GetProperty("batchNo").GetString()!).With("terminalNo", SettlingTerminal);
        }

        var cancel = Form.Cancel(NextTrace(), trace);
        await Approve("trans/consume", consume);
        if (path == "trans/cancelReversal")
        {
            await Approve("trans/cancel", cancel);
        }

        return cancel;
    }

    /// <summary>Sends a message that row 1 stops.</summary>
    public Task<TerminalAnswerText> Refuse(string path, Form good, Form bad) => Refuse(path, good, bad.ToContent());

    /// <inheritdoc cref="Refuse(string, Form, Form)"/>
    public async Task<TerminalAnswerText> Refuse(string path, Form good, HttpContent bad, HttpStatusCode http = HttpStatusCode.OK)
    {
        var before = await Commits();
        var answer = await Send(path, bad);
        Assert.That((answer.Http, answer.Status), Is.EqualTo((http, "30")), answer.Text);
        Assert.That(await Commits(), Is.EqualTo(before), "commits to the database");
        await Approve(path, good);
        Assert.That(await Commits(), path is "cards" or "tickets" ? Is.EqualTo(before) : Is.Not.EqualTo(before), "commits of the good message");
        return answer;
    }

    public async Task<TerminalAnswerText> Send(string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/v1/jpos/{path}", UriKind.Relative)) { Content = content };

        // A host that refuses a body for its length does so without reading it; a client that has begun to send it might not see the answer.
        request.Headers.ExpectContinue = content.Headers.ContentLength > 16 * 1024;
        using var response = await Host.Http.SendAsync(request);
        return await TerminalAnswerText.Read(response);
    }

    public async Task<TerminalAnswerText> Approve(string path, Form form)
    {
        var answer = await Host.Post($"/v1/jpos/{path}", form);
        Assert.That(answer.Status, Is.EqualTo("00"), answer.Text);
        return answer;
    }

    /// <summary>A number that is another one after each commit of the host, whatever it wrote.</summary>
    private async Task<object?> Commits()
    {
        await using var command = watch.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Tickets are few: those of the last message come back before the next one uses them.</summary>
    private async Task<Form> NextTickets(int trace)
    {
        if (lastTickets is not null)
        {
            await Host.Post("/v1/jpos/tickets/consumeReversal", lastTickets);
        }

        return lastTickets = Forms.ConsumeTickets(trace);
    }

    /// <summary>Codes may not be sent often: the host forgets those it sent before.</summary>
    private async Task<Form> NextVerifyCode(int trace)
    {
        await Host.InDatabase(db => db.VerifyCodes.ExecuteDeleteAsync());
        return Forms.SendVerifyCode($"13900{trace:D6}");
    }

    private async Task<Form> NextActivation(int trace)
    {
        var message = await NextVerifyCode(trace);
        await Approve("mobile/sendVerifyCode", message);
        await Host.InDatabase(db => db.Cards
            .Where(card => card.Number == CardNumber.Of(Forms.IssuedCard))
            .ExecuteUpdateAsync(set => set.SetProperty(card => card.State, CardState.Issued)));
        var mobile = message.Fields["mobileNo"];
        return Forms.Activate(trace, mobile, texts.CodesFor(mobile)[^1]);
    }
}
