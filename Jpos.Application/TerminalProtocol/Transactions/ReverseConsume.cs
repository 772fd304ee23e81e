using System.Diagnostics.CodeAnalysis;
using Jpos.Application.TerminalProtocol.Messages;

namespace Jpos.Application.TerminalProtocol.Transactions;

/// <summary>Reverses a consume (<see href="docs/protocol.md#6-reversals">protocol §6</see>).</summary>
[method: SetsRequiredMembers]
public sealed record ReverseConsume(Consume Consume) : ReversalMessage<ConsumeOutcome>(Consume);

public sealed class ReverseConsumeHandler(ReversalDependencies steps) : PointsReversalHandler<ReverseConsume, ConsumeOutcome>(steps);
