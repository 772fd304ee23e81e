using System.Diagnostics.CodeAnalysis;
using Jpos.Application.TerminalProtocol.Messages;

namespace Jpos.Application.TerminalProtocol.Transactions;

/// <summary>Reverses a cancel: the consume stands again, even below zero (protocol §6).</summary>
[method: SetsRequiredMembers]
public sealed record ReverseCancel(Cancel Cancel) : ReversalMessage<CancelOutcome>(Cancel);

public sealed class ReverseCancelHandler(ReversalDependencies steps) : PointsReversalHandler<ReverseCancel, CancelOutcome>(steps);
