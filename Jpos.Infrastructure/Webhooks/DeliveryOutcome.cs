namespace Jpos.Infrastructure.Webhooks;

/// <summary>What became of an attempt.</summary>
/// <param name="Text">A status, or why there was none. Nothing of what the receiver wrote.</param>
/// <param name="IsDelivered">The receiver has it.</param>
/// <param name="IsGone">The receiver wants nothing any more.</param>
/// <param name="RetryAfter">How long the receiver wants to be left alone; null if it does not say.</param>
internal sealed record DeliveryOutcome(string Text, bool IsDelivered = false, bool IsGone = false, TimeSpan? RetryAfter = null);
