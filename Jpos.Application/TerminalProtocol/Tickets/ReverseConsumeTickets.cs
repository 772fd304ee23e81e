using System.Diagnostics.CodeAnalysis;
using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Domain.Accounts;
using Jpos.Domain.Journal;

namespace Jpos.Application.TerminalProtocol.Tickets;

/// <summary>Reverses a consumption of tickets. The pieces come back, expired or not (<see href="docs/protocol.md#6-reversals">protocol §6</see>).</summary>
[method: SetsRequiredMembers]
public sealed record ReverseConsumeTickets(ConsumeTickets Consumption) : ReversalMessage<ConsumeTicketsOutcome>(Consumption);

public sealed class ReverseConsumeTicketsHandler(ReversalDependencies steps) : ReversalHandler<ReverseConsumeTickets, ConsumeTicketsOutcome>(steps)
{
    protected override ConsumeTicketsOutcome Undone(TransactionJournal original, TransactionJournal entry, PointAccount account, Moment now) => new() { Serial = original.Serial };
}
