namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>The result of a redelivery.</summary>
/// <param name="Replayed">The number of deliveries to send again.</param>
public sealed record RedeliveryView(int Replayed);
