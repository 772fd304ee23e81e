using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Alerts;
using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;

namespace Jpos.Application.Messages;

/// <summary>
/// Takes back what of a transaction stands, whatever it was: the points by lot, the tickets by piece (protocol §4, §6). Cancels and reversals of every kind come here.
/// </summary>
public sealed class Undoing(ITransactionJournal journal, IPointAccounts accounts, ITickets tickets, IAlerts alerts, ISerialNumbers numbers)
{
    /// <summary>Reverses a transaction, below zero if need be, and marks it.</summary>
    public async Task<PointAccount> Reverse(TransactionJournal original, TransactionJournal entry, Moment now, CancellationToken cancellation)
    {
        var family = await journal.Family(original.Root, cancellation);
        var (account, _) = await Undo(family, original, true, entry, now, cancellation);
        entry.ApproveReversal(original, original.Original is { } undoneByIt ? family[undoneByIt] : null);
        return account;
    }

    /// <summary>Cancels a consume and marks it; 51, and nothing has changed, if the points it gave are not there any more.</summary>
    public async Task<(PointAccount Account, Decline? Decline)> Cancel(TransactionJournal consume, TransactionJournal entry, Moment now, CancellationToken cancellation)
    {
        var family = await journal.Family(consume.Root, cancellation);
        var (account, decline) = await Undo(family, consume, false, entry, now, cancellation);
        if (decline is null)
        {
            entry.ApproveCancel(consume);
        }

        return (account, decline);
    }

    private async Task<(PointAccount Account, Decline? Decline)> Undo(
        TransactionFamily family, TransactionJournal transaction, bool mayOwe, TransactionJournal entry, Moment now, CancellationToken cancellation)
    {
        var cardId = transaction.CardId!.Value;
        var points = family.PointsStanding(transaction);
        var account = await accounts.OfCard(cardId, points.LotIds, cancellation);
        if (account.Undo(points, mayOwe, now, entry, numbers) is { } decline)
        {
            return (account, decline);
        }

        var pieces = family.TicketsStanding(transaction);
        var missing = 0;
        foreach (var ticket in await tickets.OfCard(cardId, pieces.Keys, cancellation))
        {
            missing += ticket.Undo(pieces[ticket.Id], entry);
        }

        if (missing > 0)
        {
            await alerts.Raise(AlertKind.VoucherGone, transaction.Serial, now.Utc, cancellation);
        }

        return (account, null);
    }
}
