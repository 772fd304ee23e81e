using Jpos.Domain.Accounts;

namespace Jpos.Domain.Journal;

/// <summary>A transaction and everything that undid it, undid that undoing, and so on (protocol §4, §6).</summary>
public sealed class TransactionFamily(IReadOnlyCollection<TransactionJournal> members)
{
    public IReadOnlyCollection<TransactionJournal> Members => members;

    /// <summary>
    /// What of a transaction stands now: its own effect and that of all that came of it. A consume that was cancelled, whose cancel was reversed, may stand on other lots than it first took from, so its own postings would not do.
    /// </summary>
    public PointEffect EffectivePoints(TransactionJournal transaction) =>
        PointEffect.Of(Descent(transaction).SelectMany(member => member.Postings));

    /// <summary>The pieces that tickets gained by a transaction and all that came of it; below zero, lost.</summary>
    public IReadOnlyDictionary<long, int> EffectiveTickets(TransactionJournal transaction) =>
        Descent(transaction)
            .SelectMany(member => member.TicketMovements)
            .GroupBy(movement => movement.TicketId, movement => movement.Pieces)
            .ToDictionary(ticket => ticket.Key, ticket => ticket.Sum());

    /// <summary>What of a transaction's gift the back office has refused: it is taken back already, whatever undoes the transaction.</summary>
    public Points RefusedGift(TransactionJournal transaction) => members
        .Where(member => member.IsRefusalOfGift && member.Original == transaction.Serial)
        .SelectMany(member => member.Postings)
        .Select(posting => -posting.Amount)
        .Sum();

    /// <summary>The member with a serial number.</summary>
    public TransactionJournal this[SerialNumber serial] => members.Single(member => member.Serial == serial);

    private IEnumerable<TransactionJournal> Descent(TransactionJournal transaction) =>
        members.Where(member => member.Original == transaction.Serial).SelectMany(Descent).Prepend(transaction);
}
