namespace Jpos.Api.BackOffice.Webhooks;

/// <summary>The dead-lettered deliveries to redeliver.</summary>
/// <param name="Since">Only deliveries whose events happened at this time or later.</param>
public sealed record RedeliveryInput([property: Mandatory] DateTimeOffset? Since);
