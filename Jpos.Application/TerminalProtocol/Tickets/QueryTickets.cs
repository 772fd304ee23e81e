using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Domain.Terminals;
using Jpos.Domain.Tickets;

namespace Jpos.Application.TerminalProtocol.Tickets;

/// <summary>Queries a card's usable tickets of all types (<see href="docs/protocol.md#5-endpoints">protocol §5</see>).</summary>
public sealed record QueryTickets : UnkeyedMessage<QueryTicketsOutcome>
{
    public required CardNumber Card { get; init; }

    public required BatchNumber Batch { get; init; }

    public override CardNumber LockedCard => Card;

    public override bool IsReadOnly => true;

    public override Decline? RefuseSession(Terminal terminal) => terminal.RefuseBatch(Batch);
}

public sealed record QueryTicketsOutcome : Outcome
{
    public Points Balance { get; init; }

    public Points Available { get; init; }

    public IReadOnlyList<Ticket> Tickets { get; init; } = [];
}

public sealed class QueryTicketsHandler(MessageDependencies steps, ICards cards, IPointAccounts accounts, ITickets tickets)
    : UnkeyedHandler<QueryTickets, QueryTicketsOutcome>(steps)
{
    protected override async Task<QueryTicketsOutcome> Decide(QueryTickets message, MessageContext context, CancellationToken cancellation)
    {
        var today = context.Now.Today;
        var card = await cards.Find(message.Card, cancellation);
        if (Card.RefuseQuery(card, today, mayBeInactive: false) is { } decline)
        {
            return message.Declined(decline);
        }

        var account = await accounts.Find(card!.AccountId, cancellation);
        return new QueryTicketsOutcome
        {
            Balance = account.Balance,
            Available = account.Available(context.Now),
            Tickets = await tickets.UsableOfAccount(card!.AccountId, today, cancellation),
        };
    }
}
