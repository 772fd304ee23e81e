using Jpos.Domain.Journal;

namespace Jpos.Application.BackOffice.Transactions;

/// <summary>One record of the journal. Amounts are yuan, the card number is masked.</summary>
/// <param name="Serial">Its serial number, <c>serialNo</c> on the wire.</param>
/// <param name="Operation">What it does; for a reversal, what its original does.</param>
/// <param name="IsReversal">It is the reversal of the message with the same batch and trace.</param>
/// <param name="Code">What was answered.</param>
/// <param name="At">When, UTC.</param>
/// <param name="BusinessDay">The day in the store's time zone.</param>
/// <param name="BatchId">Its batch; null for an act without a terminal.</param>
/// <param name="Store">The store's number; null for an act without a terminal.</param>
/// <param name="Terminal">The terminal's number; null for an act without one.</param>
/// <param name="Trace">Its trace number; null for an act without a terminal.</param>
/// <param name="Card">First 6 and last 4 digits.</param>
/// <param name="RegisterTrace">The till's own number; null if it sent none.</param>
/// <param name="PointAmount">The part that points paid; of an undoing, its original's.</param>
/// <param name="CashAmount">The part that cash paid; of an undoing, its original's.</param>
/// <param name="TicketAmount">What tickets used up were worth.</param>
/// <param name="Used">Points spent; of a cancel, refund or reversal, points given back; of an adjustment or an expiry, points taken. Never below zero: the operation says which way they went.</param>
/// <param name="Awarded">Points earned; of a cancel, refund, reversal or refused gift, points taken back; of an adjustment, points given. Never below zero.</param>
/// <param name="Gift">Why they were earned; null if none were.</param>
/// <param name="Status">Whether what it did still stands.</param>
/// <param name="Original">The serial number of what it undoes; null for nothing.</param>
/// <param name="UndoneBy">The serial numbers of what undid it, or tried to and was undone itself, in the order of time; null in a list.</param>
/// <param name="Entries">What it moved between lots and programme; null in a list.</param>
/// <param name="Pieces">Which pieces of tickets it moved; null in a list.</param>
public sealed record TransactionView(
    string Serial,
    Operations Operation,
    bool IsReversal,
    string Code,
    DateTime At,
    DateOnly BusinessDay,
    long? BatchId,
    string? Store,
    string? Terminal,
    int? Trace,
    string Card,
    string? RegisterTrace,
    decimal PointAmount,
    decimal CashAmount,
    decimal TicketAmount,
    decimal Used,
    decimal Awarded,
    GiftView? Gift,
    EntryStatus Status,
    string? Original,
    IReadOnlyList<string>? UndoneBy = null,
    IReadOnlyList<EntryView>? Entries = null,
    IReadOnlyList<PiecesView>? Pieces = null)
{
    public static TransactionView Of(TransactionJournal entry) => new(
        entry.Serial.ToString(),
        entry.Operation,
        entry.IsReversal,
        entry.Code.Code,
        entry.At,
        entry.BusinessDay,
        entry.BatchId,
        entry.Batch?.StoreNumber.Value,
        entry.Batch?.TerminalNumber.Value,
        entry.Trace?.Value,
        entry.MaskedCard,
        entry.RegisterTrace?.Value,
        entry.PointAmount.ToDecimal(),
        entry.CashAmount.ToDecimal(),
        entry.TicketAmount.ToDecimal(),
        entry.Used.ToDecimal(),
        entry.Awarded.ToDecimal(),
        entry is { Operation: Operations.Consume, IsReversal: false, Awarded.IsZero: false }
            ? GiftView.Of(entry)
            : null,
        entry.Status,
        entry.Original?.ToString());

    /// <summary>With what it moved, and what came of it.</summary>
    public static TransactionView Of(TransactionJournal entry, TransactionFamily family) => Of(entry) with
    {
        UndoneBy = [.. family.Members.Where(member => member.Original == entry.Serial).Select(member => member.Serial.ToString())],
        Entries = [.. entry.Postings.OrderBy(posting => posting.Line).Select(posting => new EntryView(posting.LotId, posting.Programme, posting.Amount.ToDecimal()))],
        Pieces = [.. entry.TicketMovements.Select(movement => new PiecesView(movement.TicketId, movement.Pieces))],
    };
}
