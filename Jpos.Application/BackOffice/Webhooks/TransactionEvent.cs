using Jpos.Domain.Journal;

namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>What is told of a transaction. Amounts are yuan, the card number is masked.</summary>
/// <param name="Serial">Its serial number, <c>serialNo</c> on the wire.</param>
/// <param name="Operation">What it does; for a reversal, what its original does.</param>
/// <param name="IsReversal">It is the reversal of the message with the same batch and trace.</param>
/// <param name="Original">The serial number of what it undoes; null for nothing.</param>
/// <param name="BusinessDay">The day in the store's time zone.</param>
/// <param name="Store">The store's number; null for an act without a terminal.</param>
/// <param name="Terminal">The terminal's number; null for an act without one.</param>
/// <param name="Batch">The batch number of the wire; null for an act without a terminal.</param>
/// <param name="BatchId">The batch; null for an act without a terminal.</param>
/// <param name="Trace">Its trace number; null for an act without a terminal.</param>
/// <param name="RegisterTrace">The till's own number; null if it sent none.</param>
/// <param name="CardId">The card's id.</param>
/// <param name="Card">First 6 and last 4 digits.</param>
/// <param name="PointAmount">The part that points paid; of an undoing, its original's.</param>
/// <param name="CashAmount">The part that cash paid; of an undoing, its original's.</param>
/// <param name="TicketAmount">What tickets used up were worth.</param>
/// <param name="Used">Points spent; of a cancel, refund or reversal, points given back; of an adjustment or an expiry, points taken. Never below zero: the operation says which way they went.</param>
/// <param name="Awarded">Points earned; of a cancel, refund, reversal or refused gift, points taken back; of an adjustment, points given. Never below zero.</param>
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
    string Card,
    decimal PointAmount,
    decimal CashAmount,
    decimal TicketAmount,
    decimal Used,
    decimal Awarded)
{
    public static TransactionEvent Of(TransactionJournal entry) => new(
        entry.Serial.ToString(),
        entry.Operation,
        entry.IsReversal,
        entry.Original?.ToString(),
        entry.BusinessDay,
        entry.Batch?.StoreNumber.Value,
        entry.Batch?.TerminalNumber.Value,
        entry.Batch?.Number.Value,
        entry.BatchId,
        entry.Trace?.Value,
        entry.RegisterTrace?.Value,
        entry.CardId,
        entry.MaskedCard,
        entry.PointAmount.ToDecimal(),
        entry.CashAmount.ToDecimal(),
        entry.TicketAmount.ToDecimal(),
        entry.Used.ToDecimal(),
        entry.Awarded.ToDecimal());
}
