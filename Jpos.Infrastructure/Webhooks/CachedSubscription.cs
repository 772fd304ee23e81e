using Jpos.Domain.Webhooks;

namespace Jpos.Infrastructure.Webhooks;

/// <summary>Who is to be told of what, as far as it has to be known to write events.</summary>
internal sealed record CachedSubscription(long Id, EventTypes Events);
