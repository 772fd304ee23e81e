using Jpos.Domain.Journal;

namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>The content of a transaction event. Amounts are in yuan; the card number is masked.</summary>
/// <param name="Serial">The serial number, <c>serialNo</c> on the wire.</param>
/// <param name="Operation">The operation; for a reversal, the operation of its original.</param>
/// <param name="IsReversal">Whether the entry is the reversal of the message with the same batch and trace number.</param>
/// <param name="Original">The serial number of the original that this entry undoes; null if it undoes none.</param>
/// <param name="BusinessDay">The day in the store's time zone.</param>
/// <param name="Store">The store's number; null for an entry without a terminal.</param>
/// <param name="Terminal">The terminal's number; null for an entry without a terminal.</param>
/// <param name="Batch">The batch number on the wire; null for an entry without a terminal.</param>
/// <param name="BatchId">The batch's id; null for an entry without a terminal.</param>
/// <param name="Trace">The trace number; null for an entry without a terminal.</param>
/// <param name="RegisterTrace">The cash register's own number; null if it sent none.</param>
/// <param name="CardId">The card's id; null for an entry of an account.</param>
/// <param name="Account">The account's id.</param>
/// <param name="Member">The member's id; null for none.</param>
/// <param name="Card">The masked card number: first 6 and last 4 digits.</param>
/// <param name="PointAmount">The amount paid with points; for an undo, that of its original.</param>
/// <param name="CashAmount">The amount paid in cash; for an undo, that of its original.</param>
/// <param name="TicketAmount">The total face value of the tickets used.</param>
/// <param name="VoucherAmount">The total face value of the vouchers that paid in a consume; for an undo, that of its original.</param>
/// <param name="Used">The points spent. For a cancel, refund or reversal: the points given back. For an adjustment or an expiry: the points taken. Never negative; the operation tells the direction.</param>
/// <param name="Awarded">The points earned. For a cancel, refund, reversal or refused gift: the points taken back. For an adjustment: the points given. Never negative.</param>
public sealed record TransactionEvent(
    string Serial,
    Operations Operation,
    bool IsReversal,
    string? Original,
    DateOnly BusinessDay,
    string? Store,
    string? Terminal,
    int? Batch,
    long? BatchId,
    int? Trace,
    string? RegisterTrace,
    long? CardId,
    long Account,
    long? Member,
    string Card,
    decimal PointAmount,
    decimal CashAmount,
    decimal TicketAmount,
    decimal VoucherAmount,
    decimal Used,
    decimal Awarded)
{
    public static TransactionEvent Of(TransactionJournal entry) => new(
        entry.Serial.ToString(),
        entry.Operation,
        entry.IsReversal,
        entry.Original?.ToString(),
        entry.BusinessDay,
        entry.Store?.Value,
        entry.Terminal?.Value,
        entry.BatchNumber?.Value,
        entry.BatchId,
        entry.Trace?.Value,
        entry.RegisterTrace?.Value,
        entry.CardId,
        entry.AccountId,
        entry.MemberId,
        entry.MaskedCard,
        entry.PointAmount.ToDecimal(),
        entry.CashAmount.ToDecimal(),
        entry.TicketAmount.ToDecimal(),
        entry.VoucherAmount.ToDecimal(),
        entry.Used.ToDecimal(),
        entry.Awarded.ToDecimal());
}
