using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Domain.Terminals;
using Jpos.Domain.Tickets;

namespace Jpos.Application.TerminalProtocol.Cards;

/// <summary>Queries a card's member, balances and vouchers (<see href="docs/protocol.md#5-endpoints">protocol §5</see>). The card may still be issued and not active.</summary>
public sealed record QueryCard : UnkeyedMessage<QueryCardOutcome>
{
    public required CardNumber Card { get; init; }

    public required BatchNumber Batch { get; init; }

    public override CardNumber LockedCard => Card;

    public override bool IsReadOnly => true;

    public override Decline? RefuseSession(Terminal terminal) => terminal.RefuseBatch(Batch);
}

public sealed record QueryCardOutcome : Outcome
{
    public Points Balance { get; init; }

    public Points Available { get; init; }

    /// <summary>The card's vouchers that can be used today.</summary>
    public IReadOnlyList<Ticket> Vouchers { get; init; } = [];

    /// <summary>The amount of data that the terminal can process.</summary>
    public AnswerFormat Answers { get; init; }

    /// <summary>The member; null for a card without a member, and in a decline.</summary>
    public Member? Member { get; init; }

    /// <inheritdoc cref="Domain.Cards.Card.Grade"/>
    public Grade Grade { get; init; }
}

public sealed class QueryCardHandler(MessageDependencies steps, ICards cards, IPointAccounts accounts, ITickets tickets)
    : UnkeyedHandler<QueryCard, QueryCardOutcome>(steps)
{
    protected override async Task<QueryCardOutcome> Decide(QueryCard message, MessageContext context, CancellationToken cancellation)
    {
        var today = context.Now.Today;
        var card = await cards.Find(message.Card, cancellation);
        if (Card.RefuseQuery(card, today, mayBeInactive: true) is { } decline)
        {
            return message.Declined(decline);
        }

        var account = await accounts.Find(card!.AccountId, cancellation);
        var usable = await tickets.UsableOfAccount(card!.AccountId, today, cancellation);
        return new QueryCardOutcome
        {
            Balance = account.Balance,
            Available = account.Available(context.Now),
            Vouchers = [.. usable.Where(ticket => ticket.Type is TicketType.Voucher)],
            Member = card.Member,
            Grade = card.Grade,
            Answers = context.Terminal.AnswerFormat,
        };
    }
}
