namespace Jpos.Benchmarks.Abuse;

/// <summary>How the most expensive permitted request of a route is made, any number of times.</summary>
/// <param name="What">What it is, for the table.</param>
/// <param name="Bound">What bounds its cost, for the table.</param>
/// <param name="Make">Arranges what the request needs, and makes it; the number is another one each time.</param>
/// <param name="Times">How often it is measured.</param>
internal sealed record RouteProbe(string What, string Bound, Func<int, Task<RouteRequest>> Make, int Times = RouteProbe.Usual)
{
    /// <summary>How often a request is measured that does not take long.</summary>
    public const int Usual = 20;
}
