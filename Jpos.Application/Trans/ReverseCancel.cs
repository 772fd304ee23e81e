using System.Diagnostics.CodeAnalysis;
using Jpos.Application.Messages;

namespace Jpos.Application.Trans;

/// <summary>Reverses a cancel: the consume stands again, even below zero (protocol §6).</summary>
[method: SetsRequiredMembers]
public sealed record ReverseCancel(Cancel Cancel) : ReversalMessage<CancelOutcome>(Cancel);

public sealed class ReverseCancelHandler(ReversalSteps steps) : PointsReversalHandler<ReverseCancel, CancelOutcome>(steps);
