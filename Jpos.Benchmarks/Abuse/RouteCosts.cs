using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Jpos.Benchmarks.Abuse;

/// <summary>What the most expensive permitted request of each route costs, route by route of the OpenAPI document, each alone on an idle host.</summary>
/// <param name="host">The host.</param>
/// <param name="desk">Sends the requests.</param>
/// <param name="terminals">The messages of terminals.</param>
/// <param name="office">The requests of the back office.</param>
internal sealed class RouteCosts(HostUnderLoad host, BackOfficeDesk desk, TerminalProbes terminals, BackOfficeProbes office)
{
    private readonly ResultTable table = new("route", "most expensive permitted request", "answer", "ms", "processor, ms", "bounded by");
    private readonly List<string> faults = [];

    /// <summary>Measures all routes, and prints the table.</summary>
    /// <returns>Whether each route did what it was asked for.</returns>
    public async Task<bool> Run()
    {
        var (_, text) = await desk.Send("GET", new RouteRequest("/openapi/v1.json"));
        using var document = JsonDocument.Parse(text);
        var routes = document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name.ToUpperInvariant()} {path.Name}"))
            .Where(route => route.Split(' ')[0] is "GET" or "POST" or "PUT" or "PATCH" or "DELETE")
            .ToList();

        // Terminals come first: what the back office arranges for its own routes changes what a consume costs.
        await terminals.Arrange(await office.MakeProduct());
        var messages = terminals.All;
        foreach (var route in routes.Where(messages.ContainsKey))
        {
            await Measure(route, messages[route]);
        }

        // Card numbers, tickets and webhooks last: what they add would weigh on the others.
        await office.Arrange();
        foreach (var route in routes.Where(route => !messages.ContainsKey(route)))
        {
            if (office.Of(route) is { } probe)
            {
                await Measure(route, probe);
            }
            else
            {
                Fault($"{route}: nobody has thought of a request for it.");
            }
        }

        table.Print(Console.Out);
        faults.ForEach(Console.Error.WriteLine);
        return faults.Count == 0;
    }

    private async Task Measure(string route, RouteProbe probe)
    {
        var method = route.Split(' ')[0];
        var (requests, latencies, answers) = (new List<RouteRequest>(), new List<double>(), new List<string>());
        try
        {
            // What is not repeated is not warmed up either.
            for (var number = 0; number < probe.Times + (probe.Times == RouteProbe.Usual ? 1 : 0); number++)
            {
                requests.Add(await probe.Make(number));
            }
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or KeyNotFoundException or IndexOutOfRangeException or JsonException)
        {
            Fault($"{route}: its request cannot be made: {exception.Message}");
            return;
        }

        if (requests.Count > probe.Times)
        {
            answers.Add(await Send(method, requests[0]));
            requests.RemoveAt(0);
        }

        var before = host.ProcessorTime;
        foreach (var request in requests)
        {
            var sent = Stopwatch.GetTimestamp();
            answers.Add(await Send(method, request));
            latencies.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }

        var processor = (host.ProcessorTime - before).TotalMilliseconds / latencies.Count;
        latencies.Sort();
        if (answers.Find(answer => !IsGood(answer)) is { } bad)
        {
            Fault($"{route}: {bad}");
        }

        table.Add($"`{route}`", probe.What, string.Join(", ", answers.Select(Short).Distinct()), Text(latencies[latencies.Count / 2]), Text(processor), probe.Bound);
    }

    private async Task<string> Send(string method, RouteRequest request)
    {
        var (status, text) = await desk.Send(method, request);
        var at = request.Address.StartsWith(BackOfficeDesk.Root, StringComparison.Ordinal) ? -1 : text.IndexOf("\"status\":\"", StringComparison.Ordinal);
        return at >= 0 && status == 200 ? $"`{text.Substring(at + 10, 2)}` {text}" : $"{status} {text[..Math.Min(text.Length, 500)]}";
    }

    private static bool IsGood(string answer) => answer.StartsWith("`00`", StringComparison.Ordinal) || answer.StartsWith('2');

    private static string Short(string answer) => answer.Split(' ')[0];

    private void Fault(string what)
    {
        faults.Add(what);
        Console.Error.WriteLine(what);
    }

    private static string Text(double figure) => figure.ToString(figure < 10 ? "F1" : "F0", CultureInfo.InvariantCulture);
}
