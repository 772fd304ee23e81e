using Jpos.Application.TerminalProtocol.Messages;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>What came of a message in its unit of work.</summary>
/// <param name="Reply">What is answered.</param>
/// <param name="AfterCommit">What has to be done before that, outside the unit; null for nothing.</param>
internal sealed record HandledMessage(Reply Reply, Func<CancellationToken, Task<Decline?>>? AfterCommit);
