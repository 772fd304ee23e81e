using System.Net;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd.Transport;

/// <summary>A flood is refused before it costs anything, is nobody's trouble but its sender's, and is forgotten in a moment.</summary>
[NonParallelizable]
internal sealed class FloodTests
{
    private const string CheckIn = "/v1/jpos/terminal/checkin";
    private const string Here = "192.0.2.1";
    private const string Elsewhere = "198.51.100.1";

    private static readonly KeyValuePair<string, string> Proxy = new("Jpos:Transport:Proxies:0", "127.0.0.1");
    private static readonly KeyValuePair<string, string> OneOfTerminal = new("Jpos:Limits:RequestsPerSecondOfTerminal", "1");
    private static readonly KeyValuePair<string, string> OneOfAddress = new("Jpos:Limits:RequestsPerSecondOfAddress", "1");

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Test]
    public async Task What_a_terminal_sends_beyond_its_allowance_moves_nothing()
    {
        await using var host = await JposHost.Run([OneOfTerminal]);
        await host.SignOn(Form.Terminal);

        var answers = await Task.WhenAll(Enumerable.Range(1, 30).Select(trace => host.Post("/v1/jpos/trans/consume", Form.Consume(trace, points: "1"))));

        Assert.That(answers.Select(answer => (answer.Http, answer.Status)).Distinct(), Is.EquivalentTo([(HttpStatusCode.OK, "00"), (HttpStatusCode.OK, "91")]));
        Assert.That(await host.InDatabase(db => db.Journal.CountAsync(entry => entry.BatchId != null)), Is.EqualTo(answers.Count(answer => answer.Status == "00")));
    }

    [Test]
    public async Task A_refused_message_may_be_repeated_and_is_then_decided()
    {
        await using var host = await JposHost.Run([OneOfTerminal]);
        await host.SignOn(Form.Terminal);
        var traces = Enumerable.Range(1, 10).ToList();
        var answers = await Task.WhenAll(traces.Select(trace => host.Post("/v1/jpos/trans/consume", Form.Consume(trace, points: "1"))));
        var refused = Form.Consume(traces[Array.FindIndex(answers, answer => answer.Status == "91")], points: "1");

        Assert.That(await InTheEnd(() => host.Post("/v1/jpos/trans/consume", refused)), Is.EqualTo("00"));
    }

    [Test]
    public async Task Other_terminals_of_its_address_go_on()
    {
        await using var host = await JposHost.Run([OneOfTerminal]);
        var others = await Flooded(() => host.Post(CheckIn, Form.CheckIn("10000004")), () => host.Post(CheckIn, Form.CheckIn()));

        Assert.That(others, Is.All.EqualTo("00"));
    }

    [Test]
    public async Task A_stranger_who_names_a_terminal_uses_up_nothing_of_its_own()
    {
        await using var host = await JposHost.Run([OneOfTerminal, Proxy]);
        var own = await Flooded(() => host.Http.Post(CheckIn, Form.CheckIn(), Here), () => host.Http.Post(CheckIn, Form.CheckIn(), Elsewhere));

        Assert.That(own, Is.All.EqualTo("00"));
    }

    [Test]
    public async Task What_an_address_sends_beyond_its_allowance_is_refused_under_whatever_number()
    {
        await using var host = await JposHost.Run([OneOfAddress]);
        var before = await host.Dump();

        var answers = await Task.WhenAll(Enumerable.Range(1, 30).Select(number => host.Post(CheckIn, Form.CheckIn($"9{number}").With("storeNo", "!"))));

        Assert.That(answers.Select(answer => answer.Status).Distinct(), Is.EquivalentTo(["30", "91"]));
        Assert.That(await host.Dump(), Is.EqualTo(before));
        Assert.That(await InTheEnd(() => host.Post(CheckIn, Form.CheckIn())), Is.EqualTo("00"));
    }

    [Test]
    public async Task Other_addresses_go_on()
    {
        await using var host = await JposHost.Run([OneOfAddress, Proxy]);
        var others = await Flooded(() => host.Http.Post(CheckIn, Form.CheckIn(), Elsewhere), () => host.Http.Post(CheckIn, Form.CheckIn(), Here));

        Assert.That(others, Is.All.EqualTo("00"));
    }

    [Test]
    public async Task The_allowance_of_an_address_is_asked_before_the_body_is_read()
    {
        await using var host = await JposHost.Run([OneOfAddress]);
        var connections = await Task.WhenAll(Enumerable.Range(1, 6).Select(_ => RawConnection.OpenWithoutBody(host.Http.BaseAddress!)));

        // Those within the allowance wait for bodies that never come.
        var first = await await Task.WhenAny(connections.Select(connection => connection.ReadSome()));

        Assert.That(first, Does.Contain("\"status\":\"91\""));
        Array.ForEach(connections, connection => connection.Dispose());
    }

    [Test]
    public async Task Health_is_never_refused()
    {
        await using var host = await JposHost.Run([OneOfAddress]);
        for (var time = 0; time < 10; time++)
        {
            Assert.That(await host.Http.GetStringAsync(new Uri("/health/live", UriKind.Relative)), Is.EqualTo("Healthy"));
        }
    }

    [Test]
    public async Task A_refusal_has_the_shape_of_its_endpoint()
    {
        await using var host = await JposHost.Run([OneOfAddress, Proxy]);
        var endpoints = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText!)
            .Where(route => route.Contains("/jpos/", StringComparison.Ordinal)).Select(route => $"/v1/jpos/{route.Split("/jpos/")[1]}").ToList();
        Assert.That(endpoints, Has.Count.EqualTo(14));

        for (var number = 0; number < endpoints.Count; number++)
        {
            // Each endpoint is flooded from an address of its own, so that it answers both ways.
            var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(_ => host.Http.Post(endpoints[number], Form.Of(), $"192.0.2.{number}")));
            var keys = answers.ToLookup(answer => answer.Status, answer => string.Join(' ', answer.Json.EnumerateObject().Select(key => key.Name)));
            Assert.That(keys["91"], Is.Not.Empty.And.All.EqualTo(keys["30"].First()), endpoints[number]);
        }
    }

    [Test]
    public async Task A_limit_of_nothing_is_no_limit()
    {
        await using var host = await JposHost.Run([new("Jpos:Limits:RequestsPerSecondOfTerminal", "0"), new("Jpos:Limits:RequestsPerSecondOfAddress", "0")]);
        var answers = await Task.WhenAll(Enumerable.Range(1, 30).Select(_ => host.Post(CheckIn, Form.CheckIn())));

        Assert.That(answers.Select(answer => answer.Status), Has.None.EqualTo("91"));
    }

    /// <summary>Floods one way until that is refused, and then sends two messages the other way: at one a second, both would not be taken if it were the same allowance.</summary>
    private static async Task<string[]> Flooded(Func<Task<TerminalAnswerText>> other, Func<Task<TerminalAnswerText>> flood)
    {
        var flooding = await Task.WhenAll(Enumerable.Range(1, 10).Select(_ => flood()));
        Assert.That(flooding.Select(answer => answer.Status), Has.Some.EqualTo("91"));
        return [(await other()).Status, (await other()).Status];
    }

    /// <summary>The first status that is no refusal of a flood.</summary>
    private static async Task<string> InTheEnd(Func<Task<TerminalAnswerText>> send)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var answer = await send();
            if (answer.Status != "91")
            {
                return answer.Status;
            }

            await Task.Delay(100, patience.Token);
        }
    }
}
