using Jpos.Domain.Webhooks;

namespace Jpos.Infrastructure.Webhooks;

/// <summary>The part of a subscription that is needed to write events.</summary>
internal sealed record CachedSubscription(long Id, EventTypes Events);
