using System.ComponentModel.DataAnnotations;
using Jpos.Api.Protocol;
using Jpos.Application.Cards;
using Jpos.Domain.Protocol;

namespace Jpos.Api.Card;

/// <summary>The fields of a look at a card.</summary>
public sealed record QueryCardForm : CardForm
{
    [Required]
    public BatchNumber? BatchNo { get; init; }

    public QueryCard ToCommand() => new() { Store = StoreNo!, Terminal = TerminalNo!, Card = CardNo!, Batch = BatchNo! };
}
