using Jpos.Domain.Webhooks;

namespace Jpos.Infrastructure.Webhooks;

/// <summary>An effect of which somebody may be told.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Line">What has its events sent in order.</param>
/// <param name="At">When it was, UTC; null for now.</param>
/// <param name="Id">The event's id, of those that nothing else has: a number of the host's; null for a new one.</param>
/// <param name="Data">What is told of it.</param>
internal sealed record DetectedEvent(EventTypes Type, string Line, DateTime? At, long? Id, Func<object> Data);
