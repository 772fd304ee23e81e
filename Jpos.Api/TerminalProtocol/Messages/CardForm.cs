using System.ComponentModel.DataAnnotations;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>The fields of a query about a card in a batch.</summary>
public abstract record CardForm : TerminalForm
{
    [Required]
    public CardNumber? CardNo { get; init; }

    [Required]
    public TraceNumber? TraceNo { get; init; }
}
