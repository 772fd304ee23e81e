namespace Jpos.Api.Limits;

/// <summary>The names of the rate limit policies.</summary>
internal static class RateLimitPolicies
{
    /// <summary>The policy of all addresses that a message or a request of the back office comes to.</summary>
    public const string PerAddress = "address";

    /// <summary>The policy of readiness, which queries the database: the same in every environment.</summary>
    public const string PerAddressOfHealth = "health";
}
