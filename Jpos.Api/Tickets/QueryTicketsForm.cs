using System.ComponentModel.DataAnnotations;
using Jpos.Api.Protocol;
using Jpos.Application.Tickets;
using Jpos.Domain.Protocol;

namespace Jpos.Api.Tickets;

public sealed record QueryTicketsForm : CardForm
{
    [Required]
    public BatchNumber? BatchNo { get; init; }

    public QueryTickets ToCommand() => new() { Store = StoreNo!, Terminal = TerminalNo!, Card = CardNo!, Batch = BatchNo! };
}
