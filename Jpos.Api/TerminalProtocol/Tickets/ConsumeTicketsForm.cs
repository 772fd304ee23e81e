using System.ComponentModel.DataAnnotations;
using Jpos.Application.TerminalProtocol.Tickets;

namespace Jpos.Api.TerminalProtocol.Tickets;

/// <summary>The fields of a consumption of tickets, and of its reversal.</summary>
public sealed record ConsumeTicketsForm : SwipedCardForm, IValidatableObject
{
    [Required]
    public BatchNumber? BatchNo { get; init; }

    /// <summary>The tickets to use, as JSON text: an array of <c>{id, num[, type]}</c>.</summary>
    [Required]
    public TicketsField? Ticket { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Ticket?.Lines is null)
        {
            yield return new ValidationResult(FieldErrorText.MustBe("ticket", typeof(TicketsField)));
        }
    }

    public ConsumeTickets ToCommand() => new()
    {
        Store = StoreNo!,
        Terminal = TerminalNo!,
        Card = Card,
        Trace = TraceNo!,
        Batch = BatchNo!,
        Track2 = Track2,
        Tickets = Ticket!.Lines!,
    };
}
