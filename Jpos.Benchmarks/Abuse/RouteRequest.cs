namespace Jpos.Benchmarks.Abuse;

/// <summary>A request that is ready to be sent.</summary>
/// <param name="Address">Its path and query.</param>
/// <param name="Content">Its body; null for none.</param>
/// <param name="Key">The sender's key of the back office; null for the administrator's.</param>
internal sealed record RouteRequest(string Address, HttpContent? Content = null, string? Key = null);
