using System.ComponentModel.DataAnnotations;
using Jpos.Application.TerminalProtocol.Transactions;
using Jpos.Domain.Batches;

namespace Jpos.Api.TerminalProtocol.Transactions;

/// <summary>The fields of a settlement. The interface document also lists a card number, which does not apply and is ignored.</summary>
public sealed record SettleForm : TerminalForm, IValidatableObject
{
    [Required]
    public TraceNumber? TraceNo { get; init; }

    [Required]
    public BatchNumber? BatchNo { get; init; }

    /// <summary>The number of consumes and refund cancels.</summary>
    [Required]
    public Count? PointDebitCount { get; init; }

    /// <summary>The amount of consumes and refund cancels, in yuan.</summary>
    [Required]
    public Amount? PointDebitAmount { get; init; }

    /// <summary>The number of cancels and refunds.</summary>
    public Count? PointCeditCount { get; init; }

    /// <summary>The correct spelling of <c>pointCeditCount</c>, which is accepted too.</summary>
    public Count? PointCreditCount { get; init; }

    /// <summary>The amount of cancels and refunds, in yuan.</summary>
    [Required]
    public Amount? PointCreditAmount { get; init; }

    /// <summary>The number of ticket consumptions.</summary>
    [Required]
    public Count? TicketDebitCount { get; init; }

    /// <summary>The amount of ticket consumptions, in yuan.</summary>
    [Required]
    public Amount? TicketDebitAmount { get; init; }

    /// <summary>The number of tickets given back; the host counts none.</summary>
    [Required]
    public Count? TicketCreditCount { get; init; }

    /// <summary>The amount of tickets given back, in yuan; the host counts none.</summary>
    [Required]
    public Amount? TicketCreditAmount { get; init; }

    /// <summary>The number of debits, credits and activations.</summary>
    [Required]
    public Count? TotalTransCount { get; init; }

    /// <summary>The number of cancels and refund cancels.</summary>
    [Required]
    public Count? CancelCount { get; init; }

    /// <summary>The number of refunds.</summary>
    [Required]
    public Count? RefundCount { get; init; }

    /// <summary>The number of card activations.</summary>
    [Required]
    public Count? CardActiveCount { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PointCeditCount is null && PointCreditCount is null)
        {
            yield return new ValidationResult(FieldErrorText.Missing("pointCeditCount"));
        }

        if (PointCeditCount is not null && PointCreditCount is not null && PointCeditCount != PointCreditCount)
        {
            yield return new ValidationResult("pointCeditCount and pointCreditCount differ.");
        }
    }

    public Settle ToCommand() => new() { Store = StoreNo!, Terminal = TerminalNo!, Batch = BatchNo!, Claimed = Claimed() };

    private ClaimedTotals? Claimed() =>
        PointDebitAmount!.Value is { } pointDebit
        && PointCreditAmount!.Value is { } pointCredit
        && TicketDebitAmount!.Value is { } ticketDebit
        && TicketCreditAmount!.Value is { } ticketCredit
            ? new ClaimedTotals
            {
                PointDebitCount = PointDebitCount!.Value,
                PointDebitAmount = pointDebit,
                PointCreditCount = (PointCeditCount ?? PointCreditCount)!.Value,
                PointCreditAmount = pointCredit,
                TicketDebitCount = TicketDebitCount!.Value,
                TicketDebitAmount = ticketDebit,
                TicketCreditCount = TicketCreditCount!.Value,
                TicketCreditAmount = ticketCredit,
                TotalTransCount = TotalTransCount!.Value,
                CancelCount = CancelCount!.Value,
                RefundCount = RefundCount!.Value,
                CardActiveCount = CardActiveCount!.Value,
            }
            : null;
}
