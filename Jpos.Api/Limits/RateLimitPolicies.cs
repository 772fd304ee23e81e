namespace Jpos.Api.Limits;

/// <summary>The names of the rate limit policies.</summary>
internal static class RateLimitPolicies
{
    /// <summary>The policy of all addresses for messages and back-office requests.</summary>
    public const string PerAddress = "address";

    /// <summary>The policy of the readiness check, which queries the database. It is the same in every environment.</summary>
    public const string PerAddressOfHealth = "health";
}
