using Jpos.Domain.Webhooks;

namespace Jpos.Infrastructure.Webhooks;

/// <summary>An event that an effect causes.</summary>
/// <param name="Type">The type.</param>
/// <param name="OrderingKey">The ordering key.</param>
/// <param name="At">The time, UTC; null for now.</param>
/// <param name="Id">The id from a number of the host; null for a new one.</param>
/// <param name="Data">Creates the content.</param>
internal sealed record DetectedEvent(EventTypes Type, string OrderingKey, DateTime? At, long? Id, Func<object> Data);
