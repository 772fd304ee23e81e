using Jpos.Domain.Journal;

namespace Jpos.Application.BackOffice.Transactions;

/// <summary>A journal entry. Amounts are in yuan; the card number is masked.</summary>
/// <param name="Serial">The serial number, <c>serialNo</c> on the wire.</param>
/// <param name="Operation">The operation; for a reversal, the operation of its original.</param>
/// <param name="IsReversal">Whether the entry is the reversal of the message with the same batch and trace number.</param>
/// <param name="Code">The response code of the answer.</param>
/// <param name="At">The time, UTC.</param>
/// <param name="BusinessDay">The day in the store's time zone.</param>
/// <param name="BatchId">The batch's id; null for an entry without a terminal.</param>
/// <param name="Store">The store's number; null for an entry without a terminal.</param>
/// <param name="Terminal">The terminal's number; null for an entry without a terminal.</param>
/// <param name="Trace">The trace number; null for an entry without a terminal.</param>
/// <param name="Card">The card's number, masked: first 6 and last 4 digits.</param>
/// <param name="CardId">The card's id; null if no card has the number of the message.</param>
/// <param name="Account">The account's id at that time; null if no card has the number of the message.</param>
/// <param name="Member">The member's id at that time; null for none.</param>
/// <param name="RegisterTrace">The cash register's own number; null if it sent none.</param>
/// <param name="PointAmount">The amount paid with points; for an undo, that of its original.</param>
/// <param name="CashAmount">The amount paid in cash; for an undo, that of its original.</param>
/// <param name="TicketAmount">The total face value of the tickets used.</param>
/// <param name="VoucherAmount">The total face value of the vouchers that paid in a consume; for an undo, that of its original.</param>
/// <param name="Used">The points spent. For a cancel, refund or reversal: the points given back. For an adjustment or an expiry: the points taken. Never negative; the operation tells the direction.</param>
/// <param name="Awarded">The points earned. For a cancel, refund, reversal or refused gift: the points taken back. For an adjustment: the points given. Never negative.</param>
/// <param name="Gift">The award that earned the points; null if none.</param>
/// <param name="Status">The entry status, which tells whether the entry is still effective.</param>
/// <param name="Original">The serial number of the original that this entry undoes; null if it undoes none.</param>
/// <param name="UndoneBy">The serial numbers of the entries that undid this one, by time. It includes entries that were undone themselves. Null in a list.</param>
/// <param name="Entries">The postings between lots and programme accounts; null in a list.</param>
/// <param name="Pieces">The ticket movements; null in a list.</param>
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
    long? CardId,
    long? Account,
    long? Member,
    string? RegisterTrace,
    decimal PointAmount,
    decimal CashAmount,
    decimal TicketAmount,
    decimal VoucherAmount,
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
        entry.Store?.Value,
        entry.Terminal?.Value,
        entry.Trace?.Value,
        entry.MaskedCard,
        entry.CardId,
        entry.AccountId == 0 ? null : entry.AccountId,
        entry.MemberId,
        entry.RegisterTrace?.Value,
        entry.PointAmount.ToDecimal(),
        entry.CashAmount.ToDecimal(),
        entry.TicketAmount.ToDecimal(),
        entry.VoucherAmount.ToDecimal(),
        entry.Used.ToDecimal(),
        entry.Awarded.ToDecimal(),
        entry is { Operation: Operations.Consume, IsReversal: false, Awarded.IsZero: false }
            ? GiftView.Of(entry)
            : null,
        entry.Status,
        entry.Original?.ToString());

    /// <summary>Returns the entry with its movements and the entries that undid it.</summary>
    public static TransactionView Of(TransactionJournal entry, TransactionFamily family) => Of(entry) with
    {
        UndoneBy = [.. family.Members.Where(member => member.Original == entry.Serial).Select(member => member.Serial.ToString())],
        Entries = [.. entry.Postings.OrderBy(posting => posting.Line).Select(posting => new EntryView(posting.LotId, posting.Programme, posting.Amount.ToDecimal()))],
        Pieces = [.. entry.TicketMovements.Select(movement => new PiecesView(movement.TicketId, movement.Pieces))],
    };
}
