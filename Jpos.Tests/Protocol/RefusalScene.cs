using System.Net;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.Protocol;

/// <summary>
/// A host for many bad messages: for each it prepares a good one, sends the bad one in its stead, sees that this has left no trace at all, and that the good one, with the same trace number, still works (protocol §2).
/// </summary>
internal sealed class RefusalScene : IAsyncDisposable
{
    private int lastTrace;

    private RefusalScene(JposHost host) => Host = host;

    public JposHost Host { get; }

    public static async Task<RefusalScene> Open() => new(await ProtocolHost.RunSignedOn());

    public ValueTask DisposeAsync() => Host.DisposeAsync();

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
        var before = await Host.Dump();
        var answer = await Send(path, bad);
        Assert.That((answer.Http, answer.Status), Is.EqualTo((http, "30")), answer.Text);
        Assert.That(await Host.Dump(), Is.EqualTo(before), "the database");
        await Approve(path, good);
        return answer;
    }

    public async Task<TerminalAnswerText> Send(string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/v1/jpos/{path}", UriKind.Relative)) { Content = content };

        // A host that refuses a body for its length does so without reading it; a client that has begun to send it might not see the answer.
        request.Headers.ExpectContinue = content.Headers.ContentLength > 64 * 1024;
        using var response = await Host.Http.SendAsync(request);
        return await TerminalAnswerText.Read(response);
    }

    public async Task<TerminalAnswerText> Approve(string path, Form form)
    {
        var answer = await Host.Post($"/v1/jpos/{path}", form);
        Assert.That(answer.Status, Is.EqualTo("00"), answer.Text);
        return answer;
    }
}
