using System.Diagnostics.CodeAnalysis;
using Jpos.Application.TerminalProtocol.Messages;

namespace Jpos.Application.TerminalProtocol.Transactions;

/// <summary>Reverses a cancel, so that the consume is effective again, even with a negative balance (<see href="docs/protocol.md#6-reversals">protocol §6</see>).</summary>
[method: SetsRequiredMembers]
public sealed record ReverseCancel(Cancel Cancel) : ReversalMessage<CancelOutcome>(Cancel);

public sealed class ReverseCancelHandler(ReversalDependencies steps) : PointsReversalHandler<ReverseCancel, CancelOutcome>(steps);
