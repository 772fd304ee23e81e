using System.Diagnostics.CodeAnalysis;
using Jpos.Application.Messages;

namespace Jpos.Application.Trans;

/// <summary>Reverses a consume (protocol §6).</summary>
[method: SetsRequiredMembers]
public sealed record ReverseConsume(Consume Consume) : ReversalMessage<ConsumeOutcome>(Consume);

public sealed class ReverseConsumeHandler(ReversalSteps steps) : PointsReversalHandler<ReverseConsume, ConsumeOutcome>(steps);
