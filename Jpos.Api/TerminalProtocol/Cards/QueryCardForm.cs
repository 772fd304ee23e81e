using System.ComponentModel.DataAnnotations;
using Jpos.Application.TerminalProtocol.Cards;

namespace Jpos.Api.TerminalProtocol.Cards;

/// <summary>The fields of a card query.</summary>
public sealed record QueryCardForm : CardForm
{
    [Required]
    public BatchNumber? BatchNo { get; init; }

    public QueryCard ToCommand() => new() { Store = StoreNo!, Terminal = TerminalNo!, Card = CardNo!, Batch = BatchNo! };
}
