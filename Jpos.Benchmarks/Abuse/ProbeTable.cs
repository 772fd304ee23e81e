namespace Jpos.Benchmarks.Abuse;

/// <summary>The probes of the back office by route, and how those of one kind are made.</summary>
/// <param name="officer">A security officer's key.</param>
internal sealed class ProbeTable(string officer)
{
    /// <summary>The most rows of a page.</summary>
    public const int Rows = 200;

    public const int ImportLines = 20_000;

    public const string LimitsOfLists = "200 rows; 4 requests at once";

    private const int ImportTimes = 2;
    private const string LimitsOfCommands = "64 KiB; 4 requests at once, 20 s";
    private const string QueryLimits = "one row or sum; 4 requests at once";
    private const string LimitsOfImports = "64 MiB, some lines at a time; 1 file at once, then 429";

    private readonly Dictionary<string, RouteProbe> probes = [];

    /// <summary>The probe of a route; null if there is none.</summary>
    public RouteProbe? Of(string route) => probes.GetValueOrDefault(route);

    public void List(string route, string address, string? key = null) =>
        Make($"GET {route}", $"limit={Rows}{(address.Contains('?', StringComparison.Ordinal) ? ", rarest filter" : "")}", LimitsOfLists, _ =>
            Task.FromResult<RouteRequest>(new($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit={Rows}", null, key)));

    public void Read(string route, Func<Task<string>> last) => Make($"GET {route}", "as it is", QueryLimits, async _ =>
    {
        var part = await last();
        return new(part.Length == 0 ? route : $"{route.Split('{')[0]}{part}", null, route.StartsWith("transport-keys", StringComparison.Ordinal) ? officer : null);
    });

    public void Changes(string resource, string name, Func<Task<string>> make, Func<int, object> body, bool isMade = true)
    {
        if (isMade)
        {
            Command($"POST {resource}", number => Task.FromResult<(string, object?)>((resource, body(number))));
        }

        Command($"PUT {resource}/{{{name}}}", async number => ($"{resource}/{await make()}", body(number)));
        Command($"PATCH {resource}/{{{name}}}", async number => ($"{resource}/{await make()}", body(number)));
    }

    public void Import(string what, string header, Func<int, int, string> line) => Make($"POST imports/{what}", "20 000 lines", LimitsOfImports, number =>
        Task.FromResult<RouteRequest>(new($"imports/{what}", ProbeBodies.Csv($"{header}\n{ProbeBodies.Lines(ImportLines, each => line(number, each))}"))), ImportTimes);

    public void Command(string route, Func<int, Task<(string Path, object? Body)>> make, string? key = null, int times = RouteProbe.Usual)
    {
        var patches = route.StartsWith("PATCH", StringComparison.Ordinal);
        Make(route, route.StartsWith("DELETE", StringComparison.Ordinal) || NoBody(route) ? "no body" : "JSON of 64 KiB", LimitsOfCommands, async number =>
        {
            var (path, body) = await make(number);
            return new(path, body is null ? null : ProbeBodies.Json(body, patches ? "application/merge-patch+json" : "application/json"), key);
        }, times);
    }

    private static bool NoBody(string route) => route.Split('/')[^1] is "acknowledgement" or "release" or "revocation" or "session-end" or "secret" || route.EndsWith("deliveries/{number}/redelivery", StringComparison.Ordinal);

    public void Make(string route, string what, string bound, Func<int, Task<RouteRequest>> make, int times = RouteProbe.Usual) =>
        probes[route.Replace(" ", $" {BackOfficeDesk.Root}", StringComparison.Ordinal)] = new RouteProbe(what, bound, async number =>
        {
            var request = await make(number);
            return request with { Address = BackOfficeDesk.Root + request.Address };
        }, times);
}
