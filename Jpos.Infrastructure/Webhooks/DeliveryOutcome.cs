namespace Jpos.Infrastructure.Webhooks;

/// <summary>The result of an attempt.</summary>
/// <param name="Text">The status, or why there was none. It contains nothing of the receiver's answer.</param>
/// <param name="IsDelivered">Whether the receiver accepted the event.</param>
/// <param name="IsGone">Whether the receiver ended the subscription (410).</param>
/// <param name="RetryAfter">The pause that the receiver requested; null if none.</param>
internal sealed record DeliveryOutcome(string Text, bool IsDelivered = false, bool IsGone = false, TimeSpan? RetryAfter = null);
