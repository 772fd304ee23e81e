namespace Jpos.Api.BackOffice.Webhooks;

/// <summary>Which dead deliveries are to be sent again.</summary>
/// <param name="Since">Those whose events were not before this moment.</param>
public sealed record RedeliveryInput(DateTimeOffset? Since);
