using System.Globalization;
using Jpos.Application.BackOffice.Transactions;
using Jpos.Application.BackOffice.Webhooks;
using Jpos.Domain;
using Jpos.Domain.Batches;
using Jpos.Domain.Cards;
using Jpos.Domain.Journal;
using Jpos.Domain.Webhooks;

namespace Jpos.Infrastructure.Webhooks;

/// <summary>Which effect makes which event. Effects are seen by the rows that are about to be written, so that nobody who has one has to remember to tell of it.</summary>
internal static class EventDetector
{
    /// <summary>Those of a save whose changes were looked for, in the order in which they are to be told.</summary>
    public static IEnumerable<DetectedEvent> Of(JposDbContext db) =>
    [
        .. db.ChangeTracker.Entries<Card>()
            .Where(row => row.State is EntityState.Modified && row.Property(card => card.State).IsModified)
            .Select(row => Of(row.Entity, row.Property(card => card.State).OriginalValue)),
        .. db.ChangeTracker.Entries<TransactionJournal>()
            .Where(row => row.State is EntityState.Added)
            .Select(row => row.Entity)

            // A host's serial numbers grow.
            .OrderBy(entry => entry.Serial.Value)
            .Select(Of)
            .OfType<DetectedEvent>(),
        .. db.ChangeTracker.Entries<Settlement>().Where(row => row.State is EntityState.Added).Select(row => Of(row.Entity, db)),
    ];

    /// <summary>A card's state is none of the numbered things.</summary>
    private static DetectedEvent Of(Card card, CardState before) => new(EventTypes.CardStateChanged, LineOf(card.Id), null, null, () => CardEvent.Of(card, before));

    /// <summary>What was declined had no effect, and what an expiry run takes nobody sent.</summary>
    private static DetectedEvent? Of(TransactionJournal entry) => entry is { IsApproved: true, CardId: { } cardId } && TypeOf(entry) is { } type
        ? new DetectedEvent(type, LineOf(cardId), entry.At, entry.Serial.Value, () => TransactionEvent.Of(entry))
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

    private static string LineOf(long cardId) => string.Create(CultureInfo.InvariantCulture, $"cards/{cardId}");
}
