using Jpos.Application.Messages;
using Jpos.Domain.Protocol;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>What came of a message in its unit of work.</summary>
/// <param name="Reply">What is answered.</param>
/// <param name="Then">What has to be done before that, outside the unit; null for nothing.</param>
internal sealed record Handled(Reply Reply, Func<CancellationToken, Task<Decline?>>? Then);
