using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Domain.Journal;
using Jpos.Domain.Tickets;

namespace Jpos.Application.TerminalProtocol.Tickets;

/// <summary>Uses pieces of a card's tickets of any type, all or none of them (<see href="docs/protocol.md#5-endpoints">protocol §5</see>).</summary>
public sealed record ConsumeTickets : TransactionMessage<ConsumeTicketsOutcome>
{
    public required TicketLines Tickets { get; init; }

    public override Operations Operation => Operations.ConsumeTickets;

    public override MessageContent Content => new MessageContent()
        .With(ContentField.Card, Card.Value)
        .With(ContentField.Lines, Tickets);
}

public sealed record ConsumeTicketsOutcome : Outcome
{
    public SerialNumber? Serial { get; init; }

    /// <summary>The store's text for members.</summary>
    public string Advertisement { get; init; } = "";
}

public sealed class ConsumeTicketsHandler(TransactionDependencies steps, ICards cards, ITickets tickets)
    : TransactionHandler<ConsumeTickets, ConsumeTicketsOutcome>(steps)
{
    protected override async Task<ConsumeTicketsOutcome> Decide(ConsumeTickets message, TransactionContext context, CancellationToken cancellation)
    {
        var (store, _, _, _, entry, now) = context;
        var card = entry.AttachCard(await cards.Find(message.Card, cancellation));
        if (Card.Refuse(card, store, Operations.ConsumeTickets, message.Track2, now.Today) is { } refused)
        {
            return message.Declined(refused);
        }

        var held = await tickets.OfAccount(card!.AccountId, message.Tickets.Lines.Select(line => line.TicketId), cancellation);
        if (message.Tickets.RefuseUse(held, null, now.Today) is { } noTicket)
        {
            return message.Declined(noTicket);
        }

        message.Tickets.Use(held, entry);
        entry.ApproveTickets(message.Tickets.Worth(held));
        return new ConsumeTicketsOutcome { Serial = entry.Serial, Advertisement = store.Advertisement };
    }
}
