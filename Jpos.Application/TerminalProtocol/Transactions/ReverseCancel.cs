using System.Diagnostics.CodeAnalysis;
using Jpos.Application.TerminalProtocol.Messages;

namespace Jpos.Application.TerminalProtocol.Transactions;

/// <summary>Reverses a cancel, so that the consume is effective again, even with a negative balance (protocol §6).</summary>
[method: SetsRequiredMembers]
public sealed record ReverseCancel(Cancel Cancel) : ReversalMessage<CancelOutcome>(Cancel);

public sealed class ReverseCancelHandler(ReversalDependencies steps) : PointsReversalHandler<ReverseCancel, CancelOutcome>(steps);
