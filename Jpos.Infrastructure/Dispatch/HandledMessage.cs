using Jpos.Application.TerminalProtocol.Messages;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>The result of a message in its unit of work.</summary>
/// <param name="Reply">The reply to the terminal.</param>
/// <param name="AfterCommit">The action to run after the commit and before the reply; null for none.</param>
internal sealed record HandledMessage(Reply Reply, Func<CancellationToken, Task<Decline?>>? AfterCommit);
