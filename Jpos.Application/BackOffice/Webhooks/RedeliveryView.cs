namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>Deliveries that are sent again.</summary>
/// <param name="Replayed">How many.</param>
public sealed record RedeliveryView(int Replayed);
