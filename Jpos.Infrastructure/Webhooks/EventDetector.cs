using System.Globalization;
using Jpos.Application.BackOffice.Transactions;
using Jpos.Application.BackOffice.Webhooks;
using Jpos.Domain;
using Jpos.Domain.Batches;
using Jpos.Domain.Cards;
using Jpos.Domain.Journal;
using Jpos.Domain.Webhooks;

namespace Jpos.Infrastructure.Webhooks;

/// <summary>Derives events from the rows that a save is about to write, so that handlers need not raise events themselves.</summary>
internal static class EventDetector
{
    /// <summary>Returns the events of a context whose changes were detected, in the order of delivery.</summary>
    public static IEnumerable<DetectedEvent> Of(JposDbContext db) =>
    [
        .. db.ChangeTracker.Entries<Card>()
            .Where(row => row.State is EntityState.Modified && row.Property(card => card.State).IsModified)
            .Select(row => Of(row.Entity, row.Property(card => card.State).OriginalValue)),
        .. db.ChangeTracker.Entries<TransactionJournal>()
            .Where(row => row.State is EntityState.Added)
            .Select(row => row.Entity)

            // Serial numbers of one host increase.
            .OrderBy(entry => entry.Serial.Value)
            .Select(Of)
            .OfType<DetectedEvent>(),
        .. db.ChangeTracker.Entries<Settlement>().Where(row => row.State is EntityState.Added).Select(row => Of(row.Entity, db)),
    ];

    /// <summary>Returns the event of a changed card state, which has no serial number of its own.</summary>
    private static DetectedEvent Of(Card card, CardState before) => new(EventTypes.CardStateChanged, OrderingKeyOf(card.AccountId), null, null, () => CardEvent.Of(card, before));

    /// <summary>Returns the event of an entry. A declined entry had no effect, and an expiry causes no event.</summary>
    private static DetectedEvent? Of(TransactionJournal entry) => entry is { IsApproved: true, AccountId: not 0 } && TypeOf(entry) is { } type
        ? new DetectedEvent(type, OrderingKeyOf(entry.AccountId), entry.At, entry.Serial.Value, () => TransactionEvent.Of(entry))
        : null;

    private static EventTypes? TypeOf(TransactionJournal entry) => entry switch
    {
        { Operation: Operations.Expire } => null,
        { IsReversal: true } => EventTypes.TransactionReversed,
        { Operation: Operations.Cancel } => EventTypes.TransactionCancelled,
        { Operation: Operations.Refund } => EventTypes.TransactionRefunded,
        _ => EventTypes.TransactionApproved,
    };

    private static DetectedEvent Of(Settlement settlement, JposDbContext db)
    {
        var batch = db.ChangeTracker.Entries<Batch>().Single(row => row.Entity.Id == settlement.BatchId).Entity;
        return new DetectedEvent(
            settlement is { PointsAgree: true, TicketsAgree: true } ? EventTypes.BatchSettled : EventTypes.BatchUnequal,
            $"terminals/{batch.TerminalNumber.Value}",
            settlement.SettledAt,
            batch.Id,
            () => BatchView.Of(batch, settlement));
    }

    private static string OrderingKeyOf(long accountId) => string.Create(CultureInfo.InvariantCulture, $"accounts/{accountId}");
}
