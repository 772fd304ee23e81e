using System.ComponentModel.DataAnnotations;
using Jpos.Application.TerminalProtocol.Tickets;

namespace Jpos.Api.TerminalProtocol.Tickets;

/// <summary>The fields of a query of a card's tickets.</summary>
public sealed record QueryTicketsForm : CardForm
{
    [Required]
    public BatchNumber? BatchNo { get; init; }

    public QueryTickets ToCommand() => new() { Store = StoreNo!, Terminal = TerminalNo!, Card = CardNo!, Batch = BatchNo! };
}
